/* The evidence gap map of a search, as a document and as a table. */
#ifndef PAGE_PAGE_MAP_H
#define PAGE_PAGE_MAP_H

#include "page/doc.h"
#include "library/library.h"

/*
 * The map of PAGE_MAP as lines of values, with a tab between them or, if `csv`, as
 * RFC 4180 has it: first the columns, then the rows, each with its id and
 * label; "4 R" in a cell, nothing in a gap.  Owned by `ctx`; NULL when the
 * query finds no work.
 */
char	*page_map_values(const void *ctx, struct library *library,
	    const struct address *address, bool csv);

#endif
