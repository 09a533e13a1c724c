/* Rows of the results: a work or a claim on one line, in columns. */
#ifndef TUI_RESULTS_ROWS_H
#define TUI_RESULTS_ROWS_H

#include "page/surface.h"
#include "tui/hits.h"

enum { OUTCOMES = 3 };		/* number of direction columns */

/* The data for drawing the rows. */
struct result_rows {
	const struct hits	*hits;
	struct list		 outcomes;	/* ids, one per column */
	struct list		 within[OUTCOMES];	/* the outcome and
							   narrower ones */
	struct list		 names;		/* names of the columns, one
						   word each */
	void			*scratch;	/* freed after each drawing */
};

/* The columns for this bibliography, owned by `ctx`. */
struct result_rows	*result_rows_new(const void *ctx,
			    const struct hits *hits);

/* Draws the names of the columns. */
void	 result_rows_header(const struct result_rows *rows,
	    struct surface *surface, size_t row);

/* Draws a record of hits_kind(), leaving the first two cells blank. */
void	 result_rows_draw(const struct result_rows *rows,
	    struct surface *surface, size_t row, const void *record);

/* A record in words, on one line; owned by `rows->scratch`. */
char	*result_rows_words(const struct result_rows *rows,
	    const void *record);

/*
 * The width in cells of the short selection bar of --slow, for a row of this
 * width.
 */
size_t	 result_rows_bar(const struct result_rows *rows, size_t width);

#endif
