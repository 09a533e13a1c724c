/*
 * Documents: the content of a page before layout.
 *
 * A page is a value: blocks of spans, each span with a role and an optional
 * link.  Renderers turn a document into a screen, plain text or another format,
 * so a page can be tested without a terminal.
 */
#ifndef PAGE_DOC_H
#define PAGE_DOC_H

#include <stdbool.h>

#include "base/mem.h"
#include "page/style.h"

struct span {
	enum role	 role;
	const char	*text;
	const char	*link;		/* an address, or NULL */
	bool		 italic;		/* in italics, where the
						   renderer has them */
};

enum block_kind {
	BLOCK_TITLE,		/* title of the page: once, first */
	BLOCK_HEADING,
	BLOCK_PARAGRAPH,
	BLOCK_ROW,		/* "label  value" */
	BLOCK_ITEM,		/* of a list */
	BLOCK_VERBATIM,		/* a line that is not wrapped */
	BLOCK_TABLE,
	BLOCK_GAP		/* an empty line */
};

struct table;

struct block {
	enum block_kind	 kind;
	unsigned	 indent;	/* levels of indentation */
	bool		 screen;	/* only leads to another page: left
					   out if links cannot be followed */
	const char	*anchor;	/* an address that leads here, or NULL */
	const char	*label;		/* of BLOCK_ROW */
	const char	*label_link;	/* an address, or NULL */
	/*
	 * For drawings and grids: the text shown where they cannot be seen or
	 * do not fit.  A block without spans shows nothing; NULL means the
	 * block's own text.
	 */
	struct block	*spoken;
	struct list	 wider;		/* struct block; see block_wider() */
	size_t		 needs;		/* columns that the widest form needs
					   at least */
	struct list	 spans;		/* struct span */
	struct table	*table;		/* of BLOCK_TABLE */
};

/* A column's heading: short for grids, and in full. */
struct table_head {
	const char	*name;
	const char	*label;
	const char	*link;		/* an address, or NULL */
};

struct table_row {
	struct block	*head;		/* heading of the row, a paragraph */
	struct list	 cells;		/* struct block: paragraphs */
};

enum table_kind {
	TABLE_CELLS,		/* a grid of links that scrolls on a screen */
	TABLE_FITTED,		/* a grid, shown in parts if it is too wide */
	TABLE_PROSE		/* columns of running text */
};

/*
 * Rows and columns with full headings, so that every renderer can put them into
 * words.
 */
struct table {
	enum table_kind	 kind;
	struct list	 heads;		/* struct table_head */
	struct list	 rows;		/* struct table_row */
};

struct doc {
	const char	*address;	/* address of the page */
	const char	*name;		/* short name of its subject; NULL: the
					   title, see doc_name() */
	struct list	 blocks;	/* struct block */
	bool		 sheet;		/* for print: small type, one A4 page */
	long		 found;		/* works, claims or facets that its
					   query finds; -1: no query */
	bool		 answers;	/* the first link is the answer to the
					   query */
};

/* An empty document, owned by `ctx`. */
struct doc	*doc_new(const void *ctx, const char *address);

/* Each of these appends a block and returns it; strings are copied. */
struct block	*doc_title(struct doc *doc, const char *text);
struct block	*doc_heading(struct doc *doc, const char *text);
struct block	*doc_paragraph(struct doc *doc, unsigned indent);
struct block	*doc_row(struct doc *doc, const char *label);
struct block	*doc_item(struct doc *doc, unsigned indent);
void		 doc_verbatim(struct doc *doc, const char *line);
struct block	*doc_line(struct doc *doc);	/* a verbatim block, to be
						   filled */
void		 doc_gap(struct doc *doc);

/* The name or the title, owned by `ctx`; "" if there is neither. */
char	*doc_name(const void *ctx, const struct doc *doc);

/* Shows the following blocks only on screens; see block.screen. */
void	 doc_screen(struct doc *doc, size_t from);

/*
 * Returns the paragraph to fill with the text that replaces a block; if it
 * stays empty, screen readers skip the block.
 */
struct block	*block_spoken(struct block *block);

/*
 * Adds a wider form of a line, used if there are `needs` columns for it; of
 * several such forms, the widest that fits is used.
 */
struct block	*block_wider(struct block *block, size_t needs);

/* A row that explains symbols; screen readers skip it, as they get words. */
void	 doc_legend(struct doc *doc, const char *sign, const char *meaning);

/*
 * Makes an empty table.  Add the headings of its columns, then its rows (each
 * heading indented by `depth`), then one cell per column to each row.
 */
struct table		*doc_table(struct doc *doc, enum table_kind kind);
void			 table_head(struct table *table, const char *name,
			    const char *label, const char *link);
struct table_row	*table_row(struct table *table, unsigned depth);
struct block		*table_cell(struct table_row *row);

/* The text of a block without roles and links, owned by `ctx`. */
char	*block_plain(const void *ctx, const struct block *block);

/* Calls `found` for each link, except in blocks that only screens show. */
void	 doc_links(const struct doc *doc, void (*found)(void *user,
	    const char *link), void *user);

/* Append a span to a block; NULL or "" appends nothing. */
void	 block_text(struct block *block, const char *text);
void	 block_add(struct block *block, enum role role, const char *text);
void	 block_italic(struct block *block, const char *text);
void	 block_link(struct block *block, const char *address,
	    const char *text);
void	 block_format(struct block *block, enum role role,
	    const char *format, ...) PRINTF(3, 4);

/* A paragraph or a row with plain text; does nothing when the text is NULL. */
void	 doc_para(struct doc *doc, const char *text);
void	 doc_field(struct doc *doc, const char *label, const char *text);

/* A row of texts with `between` between them; nothing if there are none. */
void	 doc_texts(struct doc *doc, const char *label,
	    const struct list *texts, const char *between);

#endif
