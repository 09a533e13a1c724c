/* The list of what a search found. */
#ifndef TUI_VIEW_RESULTS_H
#define TUI_VIEW_RESULTS_H

#include "page/surface.h"
#include "library/library.h"
#include "tui/action.h"
#include "tui/selection.h"

struct view_results;

/* An empty view; owned by `ctx`; library and marks are borrowed. */
struct view_results	*results_new(const void *ctx,
			    struct library *library,
			    const struct selection *marked);

/*
 * Runs a search and shows its beginning.  False when it was interrupted: then
 * the view is as it was.
 */
bool	 results_search(struct view_results *view, const char *query,
	    enum plan_target target, enum search_order order);

const char		*results_query(const struct view_results *view);
enum plan_target	 results_target(const struct view_results *view);
enum search_order	 results_order(const struct view_results *view);

/* The result at hand, borrowed; never NULL after a search. */
const struct result	*results_result(const struct view_results *view);

/* Whether the last of the order comes first. */
void	 results_reverse(struct view_results *view, bool reversed);

/* What the search marks in texts; NULL before the first one. */
const struct highlights	*results_highlights(const struct view_results *view);

/*
 * How many the other kind has: claims beside works, works beside claims.
 * *loose: they hold only some of the words that were asked for.
 */
long	 results_others(const struct view_results *view, bool *loose);

/* Moves the selection; `rows` is the height of the list. */
void	 results_move(struct view_results *view, enum action action,
	    size_t rows);

/* The address of a row, of the selected one, owned by `ctx`, or NULL. */
char	*results_address(struct view_results *view, const void *ctx,
	    size_t row);
char	*results_selected(struct view_results *view, const void *ctx);

/*
 * Selects the row that was drawn on a row of the surface; false when there is
 * none.  *again: it was selected before.
 */
bool	 results_click(struct view_results *view, size_t row, bool *again);

/* The state to come back to: the selected row and the topmost one. */
void	 results_place(const struct view_results *view, size_t *selected,
	    size_t *top);
void	 results_restore(struct view_results *view, size_t selected,
	    size_t top);

/*
 * Draws header and list on `rows` rows from `row` on; the hardware cursor
 * stands on the selected one.
 */
void	 results_draw(struct view_results *view, struct surface *surface,
	    size_t row, size_t rows);

#endif
