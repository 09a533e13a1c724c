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
	size_t		 link_number;	/* from 1; pieces of one link share it */
	const char	*whole;		/* the text that it was cut from, with
					   `web` in the options; or NULL */
	size_t		 from;		/* the byte of it where this begins */
};

struct line {
	struct list	 pieces;	/* struct piece */
	bool		 heading;	/* a place worth jumping to */
	const struct line	*head;	/* names of the columns above it, or
					   NULL */
};

/* Where a link is: links are numbered from 1, in reading order. */
struct anchor {
	const char	*address;
	bool		 shown;		/* false: in a column not shown */
	size_t		 line;		/* where it begins, or would */
	size_t		 column;	/* cells from the left edge */
	size_t		 table_column;	/* 0: in no table; 1: head of a row */
};

struct layout {
	struct list	 lines;		/* struct line */
	struct list	 anchors;	/* struct anchor */
	size_t		 hidden;	/* columns of a table to the right */
};

struct layout_options {
	size_t	width;		/* cells; at least 20 are used */
	bool	ascii;		/* ASCII only */
	bool	screen;		/* links can be followed, grids scrolled: they
				   show columns from `from` on; else all, one
				   part below the other */
	size_t	from;
	bool	web;		/* pieces know the text that they are cut from,
				   in which web addresses are whole */
};

/*
 * Lays a document out.  Text is wrapped at most at 76 cells after its
 * indent; verbatim lines (web addresses) are as long as they are, drawings
 * that are too wide are given in words.  The document is borrowed and must
 * outlive the layout, which is owned by `ctx`.
 */
struct layout	*layout_make(const void *ctx, const struct doc *doc,
		    const struct layout_options *options);

/* The anchor of a link, or NULL. */
const struct anchor	*layout_anchor(const struct layout *layout,
			    size_t number);

#endif
