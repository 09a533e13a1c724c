/* The list of search results, with the search line and a preview. */
#ifndef TUI_VIEW_RESULTS_H
#define TUI_VIEW_RESULTS_H

#include <stdint.h>

#include "tui/hits.h"
#include "tui/line_edit.h"
#include "tui/selection.h"
#include "tui/settings.h"
#include "tui/view.h"

/* Results per screen in line mode. */
enum { LINEAR_HITS = 10 };

struct view_results;

/* Owned by `ctx`; everything else is borrowed. */
struct view_results	*results_new(const void *ctx, struct hits *hits,
			    const struct selection *marked,
			    const struct settings *settings);

/* The view of the results. */
struct view	*results_view(struct view_results *results);

/*
 * Sets the document above the rows (taken over by the view; NULL: none).  It
 * uses at most three fifths of the rows, scrolls with the list, and its links
 * can be selected like rows and by S-Tab.
 */
void	 results_set_answer(struct view_results *results, struct doc *doc);

/*
 * In place of a link number: the first link if the document answers the search,
 * otherwise a row.
 */
#define LINK_ANSWER	SIZE_MAX

/*
 * Selects a link of that document, from 1, or LINK_ANSWER; 0, or a link that
 * does not exist: a row.
 */
void	 results_select_link(struct view_results *results, size_t link);

/* The selected link, from 1, or 0. */
size_t	 results_link(const struct view_results *results);

/* What Enter does with the selected item, for a hint (static). */
const char	*results_open_word(const struct view_results *results);

/*
 * Shows the whole document or, if it is long, its next screen, then half a
 * screen.  False if all of it is already visible.
 */
bool	 results_expand(struct view_results *results);

/*
 * Moves between the links of that document: from a link to the next one, then
 * to the list; backwards from the list, to the last link.  False at either end.
 */
bool	 results_step_link(struct view_results *results, bool forward);

/*
 * What that step would select, for a hint (static); NULL if no hint is needed.
 */
const char	*results_tab_word(const struct view_results *results,
		    bool forward);

/*
 * Shows this line of the prompt as the query, or no prompt (NULL).  Borrowed.
 */
void	 results_type(struct view_results *results,
	    const struct line_edit *line);

/* The selected row, and its address, owned by `ctx`, or NULL. */
size_t	 results_row(const struct view_results *results);
char	*results_row_address(struct view_results *results, const void *ctx);

/*
 * Makes the preview larger or smaller.  Returns NULL, or the reason why there
 * is no preview (static).
 */
const char	*results_preview(struct view_results *results, bool more);

#endif
