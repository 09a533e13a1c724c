/* The plain text renderer. */
#ifndef EXPORT_PLAIN_H
#define EXPORT_PLAIN_H

#include "page/doc.h"

/* Which part of a file is printed: all of it, or one piece at a time. */
enum print_part { PRINT_WHOLE, PRINT_FIRST, PRINT_NEXT, PRINT_LAST };

struct print_options {
	size_t	width;
	bool	ascii;
	bool	style;		/* bold and underlined, by ECMA-48 sequences */
	bool	hyperlinks;	/* mark web addresses by OSC 8; not in ASCII,
				   which may change addresses */
	enum print_part		 part;
	const struct list	*leads;		/* for a piece: sorted addresses
						   in the same file */
};

/* The document as text, lines ended by "\n", owned by `ctx`. */
char	*print_plain(const void *ctx, const struct doc *doc,
	    const struct print_options *options);

#endif
