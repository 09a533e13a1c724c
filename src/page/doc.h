/*
 * Documents: what a page says, before anything is drawn.
 *
 * A page is a value: blocks of spans, each span with a role and perhaps a
 * link.  Printers turn one document into a screen, plain text and so on; a
 * page can be tested without a terminal.
 */
#ifndef PAGE_DOC_H
#define PAGE_DOC_H

#include "base/mem.h"
#include "page/style.h"

struct span {
	enum role	 role;
	const char	*text;
	const char	*link;		/* an address, or NULL */
};

enum block_kind {
	BLOCK_TITLE,		/* of the page: one, first */
	BLOCK_HEADING,
	BLOCK_PARAGRAPH,
	BLOCK_ROW,		/* "label  value" */
	BLOCK_ITEM,		/* of a list */
	BLOCK_VERBATIM,		/* a line that is not wrapped */
	BLOCK_GAP		/* an empty line */
};

struct block {
	enum block_kind	 kind;
	unsigned	 indent;	/* steps to the right */
	const char	*label;		/* of BLOCK_ROW */
	const char	*anchor;	/* a name to jump to, or NULL */
	struct list	 spans;		/* struct span */
};

struct doc {
	const char	*address;	/* of the page */
	struct list	 blocks;	/* struct block */
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

/* Append a span to a block; NULL or "" appends nothing. */
void	 block_text(struct block *block, const char *text);
void	 block_add(struct block *block, enum role role, const char *text);
void	 block_link(struct block *block, const char *address,
	    const char *text);
void	 block_format(struct block *block, enum role role,
	    const char *format, ...) PRINTF(3, 4);

/* A paragraph, a row, with plain text; nothing when the text is NULL. */
void	 doc_say(struct doc *doc, const char *text);
void	 doc_tell(struct doc *doc, const char *label, const char *text);

#endif
