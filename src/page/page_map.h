/* The evidence gap map of a search, as a document and as a table. */
#ifndef PAGE_PAGE_MAP_H
#define PAGE_PAGE_MAP_H

#include "page/doc.h"
#include "library/library.h"

/*
 * The map of the works that a query finds, at an address of PAGE_MAP (fields
 * that are missing or unknown are condition and outcome), owned by `ctx`.
 * Every cell links to its works.
 */
struct doc	*page_map(const void *ctx, struct library *library,
		    const struct address *address);

/*
 * The same as lines of values, with a tab between them or, if `csv`, as
 * RFC 4180 has it: first the columns, then the rows, each with its id and
 * label; "4 R" in a cell, nothing in a gap.  Owned by `ctx`.
 */
char	*page_map_values(const void *ctx, struct library *library,
	    const struct address *address, bool csv);

#endif
