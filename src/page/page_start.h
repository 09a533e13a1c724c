/* The start page: example queries and ways to begin. */
#ifndef PAGE_PAGE_START_H
#define PAGE_PAGE_START_H

#include "page/doc.h"
#include "library/library.h"

/*
 * The text above the list of everything (`all`): example queries taken from the
 * records, and ways to begin.  Owned by `ctx`.
 */
struct doc	*page_welcome(const void *ctx, struct library *library,
		    const struct result *all);

/*
 * Advice on reading each open bibliography, in its authors' words; `found` is
 * set to the number of bibliographies that have such a text.  Owned by `ctx`.
 */
struct doc	*page_reading(const void *ctx, struct library *library);

#endif
