/* The printer of plain text. */
#ifndef EXPORT_PLAIN_H
#define EXPORT_PLAIN_H

#include "page/doc.h"

struct print_options {
	size_t	width;
	bool	ascii;
	bool	style;		/* bold and underlined by ECMA-48 sequences */
};

/* The document as text, lines ended by "\n", owned by `ctx`. */
char	*print_plain(const void *ctx, const struct doc *doc,
	    const struct print_options *options);

#endif
