/*
 * Documents: what a page says, before anything is drawn.
 *
 * A page is a value: blocks of spans, each span with a role and perhaps a
 * link.  Printers turn one document into a screen, plain text and so on; a
 * page can be tested without a terminal.
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
	bool		 italic;		/* where a printer can */
};

enum block_kind {
	BLOCK_TITLE,		/* of the page: one, first */
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
	unsigned	 indent;	/* steps to the right */
	bool		 screen;	/* leads on: of no use where links
					   cannot be followed */
	const char	*anchor;	/* an address that leads here, or NULL */
	const char	*label;		/* of BLOCK_ROW */
	const char	*label_link;	/* an address, or NULL */
	/*
	 * Of drawings and grids: what is said where they cannot be seen or
	 * have no room; a block without text says nothing.  NULL: the text
	 * itself.
	 */
	struct block	*spoken;
	struct list	 spans;		/* struct span */
	struct table	*table;		/* of BLOCK_TABLE */
};

/* What a column is called: over a grid, and in full. */
struct table_head {
	const char	*name;
	const char	*label;
	const char	*link;		/* an address, or NULL */
};

struct table_row {
	struct block	*head;		/* a paragraph */
	struct list	 cells;		/* struct block: paragraphs */
};

enum table_kind {
	TABLE_EVEN,		/* a grid of columns that are equally wide */
	TABLE_FITTED,		/* a grid of columns as wide as they must be */
	TABLE_PROSE		/* columns of running text */
};

/*
 * Rows and columns with heads in words, so that every printer can
 * say them.
 */
struct table {
	enum table_kind	 kind;
	struct list	 heads;		/* struct table_head */
	struct list	 rows;		/* struct table_row */
};

struct doc {
	const char	*address;	/* of the page */
	struct list	 blocks;	/* struct block */
	bool		 sheet;		/* for print: small, one page of A4 */
	long		 found;		/* works, claims or facets that its
					   query finds; -1: it has none */
};

/* An empty document, owned by `ctx`. */
struct doc	*doc_new(const void *ctx, const char *address);

/* Each appends a block and returns it; strings are copied. */
struct block	*doc_title(struct doc *doc, const char *text);
struct block	*doc_heading(struct doc *doc, const char *text);
struct block	*doc_paragraph(struct doc *doc, unsigned indent);
struct block	*doc_row(struct doc *doc, const char *label);
struct block	*doc_item(struct doc *doc, unsigned indent);
void		 doc_verbatim(struct doc *doc, const char *line);
struct block	*doc_line(struct doc *doc);	/* verbatim, to be filled */
void		 doc_gap(struct doc *doc);

/* For screens only, from this block on; see block.screen. */
void	 doc_screen(struct doc *doc, size_t from);

/*
 * A paragraph to be filled with what is said instead of a block; if it stays
 * empty, the block is not read aloud.
 */
struct block	*block_spoken(struct block *block);

/* A row that explains signs, which is not read aloud: there are none. */
void	 doc_legend(struct doc *doc, const char *sign, const char *meaning);

/*
 * A table, to be filled: first the heads of its columns, then rows (their
 * heads are indented by `depth`), then as many cells in each as there are
 * columns.
 */
struct table		*doc_table(struct doc *doc, enum table_kind kind);
void			 table_head(struct table *table, const char *name,
			    const char *label, const char *link);
struct table_row	*table_row(struct table *table, unsigned depth);
struct block		*table_cell(struct table_row *row);

/* The text of a block without roles and links, owned by `ctx`. */
char	*block_plain(const void *ctx, const struct block *block);

/* Calls `found` with every link of a document, as far as paper has it. */
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

/* A paragraph, a row, with plain text; nothing when the text is NULL. */
void	 doc_para(struct doc *doc, const char *text);
void	 doc_field(struct doc *doc, const char *label, const char *text);

#endif
