/* Grids: what pages with columns of their own share. */
#ifndef PAGE_GRID_H
#define PAGE_GRID_H

#include "page/doc.h"
#include "library/library.h"

/* Appends a text to a line, cut or filled up with blanks to `cells` cells. */
void	 grid_pad(struct block *line, enum role role, const char *text,
	    size_t cells);

/*
 * What a column is called: the abbreviation of a term, or the first letters of
 * a label, at most `most` cells; owned by `ctx`.
 */
char	*grid_name(const void *ctx, struct library *library, const char *id,
	    const char *label, size_t most);

/*
 * What the column with this number is called, of all whose names these are
 * (char *): its own name, or that with a number where an earlier column has the
 * name, at most `most` cells; owned by `ctx`.
 */
char	*grid_distinct(const void *ctx, const struct list *names,
	    size_t number, size_t most);

#endif
