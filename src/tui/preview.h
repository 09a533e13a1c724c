/*
 * The preview: the page of the selected row, next to the list on wide screens,
 * below it on high ones, and elsewhere in the rows that a short list leaves.  It
 * shows nothing that Enter does not show, so that users of small screens and slow
 * lines miss nothing.
 */
#ifndef TUI_PREVIEW_H
#define TUI_PREVIEW_H

#include "page/surface.h"
#include "tui/hits.h"

struct preview;

/* How a list and its preview share the rows. */
struct panes {
	size_t	list_rows;
	size_t	list_columns;
	size_t	rows;		/* rows of the preview; 0: no preview */
	size_t	columns;
};

struct preview	*preview_new(const void *ctx, struct hits *hits);

/*
 * Divides `rows` rows on a screen of this size between the list, which could
 * fill `used` rows, and the preview.
 */
struct panes	 preview_panes(const struct preview *preview, size_t rows,
		    size_t used, size_t screen_rows, size_t columns);

/*
 * Draws the page of an address (NULL: none) and its border; the first row of
 * the list is `row`.
 */
void	 preview_draw(struct preview *preview, const char *address,
	    struct surface *surface, size_t row, const struct panes *panes);

/* Makes the preview larger or smaller, and finally turns it off. */
void	 preview_resize(struct preview *preview, bool more);

/* Whether the preview is turned on; it is shown if there is room. */
bool	 preview_is_wanted(const struct preview *preview);

#endif
