/* Rows of the results: a work or a claim in one line, in columns. */
#ifndef TUI_RESULTS_ROWS_H
#define TUI_RESULTS_ROWS_H

#include "page/surface.h"
#include "tui/hits.h"

enum { OUTCOMES = 3 };		/* columns of directions */

/* What rows are drawn from. */
struct result_rows {
	const struct hits	*hits;
	struct list		 outcomes;	/* ids, a column for each */
	struct list		 within[OUTCOMES];	/* narrower ones too */
	struct list		 names;		/* what their columns are called */
	void			*scratch;	/* of one drawing */
};

/* The columns of this bibliography, owned by `ctx`. */
struct result_rows	*result_rows_new(const void *ctx,
			    const struct hits *hits);

/* The names of the columns. */
void	 result_rows_header(const struct result_rows *rows,
	    struct surface *surface, size_t row);

/* A record of hits_kind(), its first two cells left blank. */
void	 result_rows_draw(const struct result_rows *rows,
	    struct surface *surface, size_t row, const void *record);

/* A record in words, for one line; owned by `rows->scratch`. */
char	*result_rows_words(const struct result_rows *rows,
	    const void *record);

/* How many cells of a row of this width the short bar of --slow has. */
size_t	 result_rows_bar(const struct result_rows *rows, size_t width);

#endif
