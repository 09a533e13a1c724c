/* Grids: helpers for pages with their own columns. */
#ifndef PAGE_GRID_H
#define PAGE_GRID_H

#include "page/doc.h"
#include "library/library.h"

/* Appends a text to a line, cut or padded to `cells` cells. */
void	 grid_pad(struct block *line, enum role role, const char *text,
	    size_t cells);

/*
 * The short name of a column: the abbreviation of a term, or the first letters
 * of a label, at most `most` cells; owned by `ctx`.
 */
char	*grid_name(const void *ctx, struct library *library, const char *id,
	    const char *label, size_t most);

/*
 * The unique name of column `number` among `names` (char *): its own name, or
 * that with a number if an earlier column has the same, at most `most` cells;
 * owned by `ctx`.
 */
char	*grid_distinct(const void *ctx, const struct list *names,
	    size_t number, size_t most);

#endif
