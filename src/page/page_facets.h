/* The facets of a search: its results counted by topic, as a document. */
#ifndef PAGE_PAGE_FACETS_H
#define PAGE_PAGE_FACETS_H

#include "page/doc.h"
#include "library/library.h"

/*
 * The facets of a search, at most `most` values of each (0: all).  Each value
 * links to the search filtered by it.  With `choosing`, the page says how the
 * query was changed to find anything; a field with a selected value lists its
 * other values as alternatives, with the number of results that each would
 * add.  Owned by `ctx`.
 */
struct doc	*page_facets(const void *ctx, struct library *library,
		    const struct result *result, size_t most, bool choosing);

#endif
