/* What the hits of a search are about, counted, as a document. */
#ifndef PAGE_PAGE_FACETS_H
#define PAGE_PAGE_FACETS_H

#include "page/doc.h"
#include "library/library.h"

/*
 * The facets of a search, at most `most` values of each (0: all); each value
 * links to the search narrowed down to it.  If `choosing`, it says what was
 * done to find anything, and where a value of a field was chosen, its other
 * values are alternatives, with how many hits each would add.  Owned by `ctx`.
 */
struct doc	*page_facets(const void *ctx, struct library *library,
		    const struct result *result, size_t most, bool choosing);

#endif
