/* The page of a record type: all its records by title. */
#ifndef PAGE_PAGE_TYPE_H
#define PAGE_PAGE_TYPE_H

#include "library/library.h"
#include "page/doc.h"

struct doc	*page_type(const void *ctx, struct library *library,
		    const struct address *address);

#endif
