/*
 * Layout: breaks a document into lines of a given width.  Each line consists of
 * pieces with a column, a role and an optional link.  All renderers to screens
 * and plain text use these lines.
 */
#ifndef PAGE_LAYOUT_H
#define PAGE_LAYOUT_H

#include "page/doc.h"

struct piece {
	size_t		 column;	/* cells from the left edge */
	enum role	 role;
	const char	*text;
	size_t		 link_number;	/* from 1; the same for all pieces of a
					   link */
	const char	*whole;		/* with the option `web`: the
					   complete text that the piece is
					   part of; or NULL */
	size_t		 from;		/* byte offset in `whole` */
};

struct line {
	struct list	 pieces;	/* struct piece */
	size_t		 heads;		/* number of lines with column
					   headings in its grid; 0: not in a
					   grid */
	size_t		 head;		/* number of the first heading line */
};

/* The position of a link; links are numbered from 1 in reading order. */
struct anchor {
	const char	*address;
	bool		 shown;		/* false: in a hidden column */
	size_t		 line;		/* line of the link; for a hidden
					   link, the line where it would be */
	size_t		 column;	/* cells from the left edge */
	size_t		 table_column;	/* 0: not in a table; 1: row heading */
};

struct layout {
	struct list	 lines;		/* struct line */
	struct list	 anchors;	/* struct anchor */
	size_t		 hidden;	/* grid columns hidden on the right */
};

struct layout_options {
	size_t	width;		/* cells; at least 20 are used */
	bool	ascii;		/* ASCII only */
	bool	screen;		/* links can be followed and grids of cells
				   scrolled: show the columns from `from` on;
				   otherwise all columns, in parts one below
				   the other */
	size_t	from;
	bool	web;		/* give pieces their complete text, so that
				   web addresses are whole */
};

/*
 * Lays a document out.  Text is wrapped at most 76 cells after its indent;
 * verbatim lines (web addresses) keep their length, and drawings that are too
 * wide are put into words.  The document is borrowed and must outlive the
 * layout, which is owned by `ctx`.
 */
struct layout	*layout_make(const void *ctx, const struct doc *doc,
		    const struct layout_options *options);

/* The anchor of a link, or NULL. */
const struct anchor	*layout_anchor(const struct layout *layout,
			    size_t number);

#endif
