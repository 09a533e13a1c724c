/* Web links: finds them in text, and marks them for terminals. */
#ifndef PAGE_WEB_LINK_H
#define PAGE_WEB_LINK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/mem.h"

/* A web address or a DOI ("doi:10.1000/1") within a text. */
struct web_link {
	size_t		 start;		/* bytes */
	size_t		 length;
	const char	*before;	/* the address is this prefix and
					   then the text */
	size_t		 skip;		/* bytes at the start of the text that
					   are not part of the address */
};

/* The first link in a text; false if there is none. */
bool		 web_link_find(const char *text, struct web_link *link);

/*
 * The address of a link in this text, owned by `ctx`: characters outside RFC
 * 3986 become %XX.
 */
char		*web_link_address(const void *ctx, const char *text,
		    const struct web_link *link);

/*
 * Appends bytes from..to of a text.  Links, even if only partly in that range,
 * are marked by OSC 8 with an id that all parts of a link share:
 * https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda
 */
void		 web_link_mark(const void *ctx, struct buf *out,
		    const char *text, size_t from, size_t to);

#endif
