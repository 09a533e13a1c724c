/* The evidence gap map of a search. */
#ifndef PAGE_PAGE_MAP_H
#define PAGE_PAGE_MAP_H

#include "library/axis.h"
#include "library/library.h"
#include "page/doc.h"

/*
 * The map of PAGE_MAP by the fields of its address or the default ones;
 * *result is what the query finds.  Both are owned by `ctx`.
 */
struct map	*page_map_of(const void *ctx, struct library *library,
		    const struct address *address,
		    const struct result **result);

/*
 * The address with the names of its columns replaced by a field and ids of
 * values, as library_axis() reads them into *axis.  Owned by `ctx`.
 */
struct address	 page_map_settle(const void *ctx, struct library *library,
		    const struct address *address, struct axis *axis);

#endif
