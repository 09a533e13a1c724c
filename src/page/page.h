/*
 * Pages: documents made from the library, one function for each kind of page,
 * all in one table.  They read the index only through the library.
 */
#ifndef PAGE_PAGE_H
#define PAGE_PAGE_H

#include "page/doc.h"
#include "library/library.h"

/*
 * The page of an address, owned by `ctx`; NULL when there is no such record, or
 * it is a page of help, or when the index could not be read: library_ok() says
 * which.  Searches and facets are those of works.
 */
struct doc	*page_make(const void *ctx, struct library *library,
		    const struct address *address);

#endif
