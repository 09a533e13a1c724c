/*
 * Pages: documents made from the library, with one function for each kind of
 * page and one table of all these functions.  They read the index only through
 * the library.
 */
#ifndef PAGE_PAGE_H
#define PAGE_PAGE_H

#include "page/doc.h"
#include "library/library.h"

/*
 * The page of an address, owned by `ctx`.  NULL for an unknown record or a help
 * page, or when the index could not be read: library_ok() says which.  Searches
 * and facets are about works.
 */
struct doc	*page_make(const void *ctx, struct library *library,
		    const struct address *address);

#endif
