/* Grids: helpers for pages with their own columns. */
#ifndef PAGE_GRID_H
#define PAGE_GRID_H

#include "page/doc.h"
#include "library/library.h"

/* Appends a text to a line, cut or padded to `cells` cells. */
void	 grid_pad(struct block *line, enum role role, const char *text,
	    size_t cells);

/*
 * The short name of a column: the abbreviation of a term, or its label without
 * the part in parentheses; the whole label if one of `others` (char *) has that
 * name. Owned by `ctx`.
 */
char	*grid_name(const void *ctx, struct library *library, const char *id,
	    const char *label, const struct list *others);

#endif
