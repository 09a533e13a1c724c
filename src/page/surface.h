/*
 * Surfaces: the screen as a value.  Everything draws into a grid of cells;
 * one file turns the grid into a terminal's, tests compare dumps of it.
 */
#ifndef PAGE_SURFACE_H
#define PAGE_SURFACE_H

#include <stdbool.h>
#include <stddef.h>

#include "page/style.h"

enum { CELL_BYTES = 28 };	/* one character and four marks in UTF-8 */

struct cell {
	char		text[CELL_BYTES];	/* "" is the right half of the
						   wide character before */
	unsigned char	width;			/* 1 or 2; 0 for a right half */
	unsigned char	role;
};

struct surface {
	size_t		 rows;
	size_t		 columns;
	struct cell	*cells;
	size_t		 cursor_row;	/* where the hardware cursor stands */
	size_t		 cursor_column;
	bool		 ascii;		/* transliterate what is written */
};

/* Blank, of a size of at least 1x1; owned by `ctx`. */
struct surface	*surface_new(const void *ctx, size_t rows, size_t columns);

void	 surface_clear(struct surface *surface);

/*
 * Writes cleaned text from a cell on, at most `most` cells and never beyond
 * the row's end; what does not fit ends in "~".  Returns the cells used.
 */
size_t	 surface_text(struct surface *surface, size_t row, size_t column,
	    size_t most, enum role role, const char *text);

/* Gives `count` cells from a cell on a role, keeping their text. */
void	 surface_role(struct surface *surface, size_t row, size_t column,
	    size_t count, enum role role);

/* Makes a row blank. */
void	 surface_wipe(struct surface *surface, size_t row);

/* Copies the cells of another surface, as far as they fit, to a place. */
void	 surface_paste(struct surface *surface, size_t row, size_t column,
	    const struct surface *from);

/* A rule across a row: of "-" where it is ASCII. */
void	 surface_rule(struct surface *surface, size_t row);

/* Puts the hardware cursor, inside the surface. */
void	 surface_cursor(struct surface *surface, size_t row, size_t column);

const struct cell	*surface_cell(const struct surface *surface,
			    size_t row, size_t column);

/*
 * The text layer, rows without trailing blanks ended by "\n", and the style
 * layer with a letter for each cell's role; owned by `ctx`.
 */
char	*surface_dump(const void *ctx, const struct surface *surface);
char	*surface_dump_roles(const void *ctx, const struct surface *surface);

#endif
