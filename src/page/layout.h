/*
 * Layout: a document as lines of a given width, each made of pieces with a
 * column, a role and perhaps a link.  All printers to screens and plain text
 * work on these lines.
 */
#ifndef PAGE_LAYOUT_H
#define PAGE_LAYOUT_H

#include "page/doc.h"

struct piece {
	size_t		 column;	/* cells from the left edge */
	enum role	 role;
	const char	*text;
	const char	*link;		/* borrowed from the document, or NULL */
	size_t		 link_number;	/* from 1; pieces of one link share it */
};

struct line {
	struct list	 pieces;	/* struct piece */
	bool		 heading;	/* a place worth jumping to */
};

struct layout {
	struct list	 lines;		/* struct line */
	size_t		 links;		/* how many there are */
};

/*
 * Lays a document out at `width` cells (at least 20 are used), in ASCII only
 * if `ascii`.  Text is wrapped at most at 76 cells behind its indent; verbatim
 * lines (grids, web addresses) are as long as they are.  The document is borrowed and must outlive the layout, which is owned by `ctx`.
 */
struct layout	*layout_make(const void *ctx, const struct doc *doc,
		    size_t width, bool ascii);

/* The line where a link begins, or 0. */
size_t	 layout_link_line(const struct layout *layout, size_t number);

/* The address of a link, or NULL. */
const char	*layout_link(const struct layout *layout, size_t number);

#endif
