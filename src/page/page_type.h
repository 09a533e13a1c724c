/* The page of a type of records: all of them by their titles. */
#ifndef PAGE_PAGE_TYPE_H
#define PAGE_PAGE_TYPE_H

#include "library/library.h"
#include "page/doc.h"

struct doc	*page_type(const void *ctx, struct library *library,
		    const struct address *address);

#endif
