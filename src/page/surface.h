/*
 * Surfaces: the screen as a value.  Everything is drawn into a grid of cells;
 * one file copies the grid to a terminal, and tests compare dumps of it.
 */
#ifndef PAGE_SURFACE_H
#define PAGE_SURFACE_H

#include <stdbool.h>
#include <stddef.h>

#include "page/style.h"

enum { CELL_BYTES = 28 };	/* one character with up to four marks, in
				   UTF-8 */

struct cell {
	char		text[CELL_BYTES];	/* "": right half of the wide
						   character to the left */
	unsigned char	width;			/* 1 or 2 cells; 0 for a
						   right half */
	unsigned char	role;
};

struct surface {
	size_t		 rows;
	size_t		 columns;
	struct cell	*cells;
	size_t		 cursor_row;	/* position of the hardware cursor */
	size_t		 cursor_column;
	bool		 ascii;		/* transliterate to ASCII */
};

/* A blank surface of at least 1x1 cells; owned by `ctx`. */
struct surface	*surface_new(const void *ctx, size_t rows, size_t columns);

void	 surface_clear(struct surface *surface);

/*
 * Writes cleaned text at a cell, limited to `most` cells and the end of the
 * row; text that does not fit ends in an ellipsis. Returns the number of cells
 * used.
 */
size_t	 surface_text(struct surface *surface, size_t row, size_t column,
	    size_t most, enum role role, const char *text);

/* Writes a text at the right end of a row, unless it is wider than the row. */
void	 surface_right(struct surface *surface, size_t row, enum role role,
	    const char *text);

/* Sets the role of `count` cells and keeps their text. */
void	 surface_role(struct surface *surface, size_t row, size_t column,
	    size_t count, enum role role);

/* Clears a row. */
void	 surface_wipe(struct surface *surface, size_t row);

/* Copies another surface to a position, as far as it fits. */
void	 surface_paste(struct surface *surface, size_t row, size_t column,
	    const struct surface *from);

/* A rule across a row; in ASCII made of "-". */
void	 surface_rule(struct surface *surface, size_t row);

/* Moves the hardware cursor to a cell of the surface. */
void	 surface_cursor(struct surface *surface, size_t row, size_t column);

const struct cell	*surface_cell(const struct surface *surface,
			    size_t row, size_t column);

/*
 * The text layer, with trailing blanks removed and rows ended by "\n", then the
 * style layer, with a letter for the role of each cell; owned by `ctx`.
 */
char	*surface_dump(const void *ctx, const struct surface *surface);
char	*surface_dump_roles(const void *ctx, const struct surface *surface);

#endif
