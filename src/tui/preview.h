/*
 * The preview: the page of the selected row, beside the list where the screen
 * is wide, below it where it is only high.  It shows nothing that Enter does
 * not, so that small screens and slow lines lack nothing.
 */
#ifndef TUI_PREVIEW_H
#define TUI_PREVIEW_H

#include "page/surface.h"
#include "tui/hits.h"

struct preview;

/* How the rows of a list are shared with its preview. */
struct panes {
	size_t	list_rows;
	size_t	list_columns;
	size_t	rows;		/* of the preview; 0: there is none */
	size_t	columns;
};

struct preview	*preview_new(const void *ctx, struct hits *hits);

/* `rows` rows below each other on a screen of a size. */
struct panes	 preview_panes(const struct preview *preview, size_t rows,
		    size_t screen_rows, size_t columns);

/*
 * Draws the page of an address (NULL: none), and what parts it from the list,
 * whose first row is `row`.
 */
void	 preview_draw(struct preview *preview, const char *address,
	    struct surface *surface, size_t row, const struct panes *panes);

/* Gives it more or less of the screen, at last none. */
void	 preview_resize(struct preview *preview, bool more);

/* Whether it has any of the screen, where there is room. */
bool	 preview_is_wanted(const struct preview *preview);

#endif
