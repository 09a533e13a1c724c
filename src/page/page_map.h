/* The evidence gap map of a search, as a document and as a table. */
#ifndef PAGE_PAGE_MAP_H
#define PAGE_PAGE_MAP_H

#include "page/doc.h"
#include "service/library.h"

enum map_form {
	MAP_PART,		/* the columns that fit, and ways to others */
	MAP_WHOLE,		/* all columns, one grid below the other */
	MAP_LINEAR		/* in words, a line for each value of the rows */
};

/*
 * The map of the works that a query finds, at an address of PAGE_MAP (fields
 * that are missing or unknown are condition and outcome), owned by `ctx`.
 * Every cell links to its works.
 */
struct doc	*page_map(const void *ctx, struct library *library,
		    const struct address *address, enum map_form form);

/*
 * The same as lines of values with a tab between them: first the columns,
 * then the rows, each with its id and label; "4 R" in a cell, "" in a gap.
 * Owned by `ctx`.
 */
char	*page_map_tsv(const void *ctx, struct library *library,
	    const struct address *address);

#endif
