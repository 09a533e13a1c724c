/* The evidence gap map of a search, as a document and as a table. */
#ifndef PAGE_PAGE_MAP_H
#define PAGE_PAGE_MAP_H

#include "page/doc.h"
#include "library/library.h"

/*
 * The map of PAGE_MAP as tab-separated lines or, with `csv`, as RFC 4180: first
 * the columns, then the rows, each with id and label; cells are "4 R", or empty
 * for a gap.  Owned by `ctx`; NULL when the query finds no work.
 */
char	*page_map_values(const void *ctx, struct library *library,
	    const struct address *address, bool csv);

#endif
