/*
 * Views: everything that fills the screen between the bar and the hints.  A
 * view is a struct whose first member is a struct view.  The browser uses only
 * its table of operations, so that a new view needs only its own file.
 */
#ifndef TUI_VIEW_H
#define TUI_VIEW_H

#include "page/doc.h"
#include "page/surface.h"
#include "tui/action.h"

struct view {
	const struct view_ops	*ops;
	size_t			 rows;		/* available, at least 1 */
	size_t			 columns;
	bool			 ascii;
};

struct view_ops {
	/* The mode whose keys are valid. */
	enum mode	 mode;

	/* Draws from `row` of the surface on, and places the cursor. */
	void	 (*draw)(struct view *view, struct surface *surface,
		    size_t row);

	/* Performs a movement `count` times; 0: no count was typed. */
	void	 (*move)(struct view *view, enum action action, size_t count);

	/* Goes to the next or previous match; false if there is none. */
	bool	 (*find)(struct view *view, bool forward);

	/*
	 * Sets what find() looks for; NULL: the search terms.  False if the
	 * view cannot find text.
	 */
	bool	 (*seek)(struct view *view, const char *text);

	/*
	 * Selects the item at a cell, counted from the view's first row; false
	 * if there is none.  *again: it was already selected.
	 */
	bool	 (*click)(struct view *view, size_t row, size_t column,
		    bool *again);

	/* The address that Enter opens, owned by `ctx`; NULL: none. */
	char	*(*selected)(struct view *view, const void *ctx);

	/* The position to restore later: the selection and the top line. */
	void	 (*place)(const struct view *view, size_t *selected,
		    size_t *top);
	void	 (*restore)(struct view *view, size_t selected, size_t top);

	/* The text on the right of the bar, "all" or "50%"; owned by `ctx`. */
	char	*(*status)(const struct view *view, const void *ctx);

	/*
	 * The content of the view as a document; owned by `ctx` or by the view.
	 */
	const struct doc *(*text)(struct view *view, const void *ctx);
};

/*
 * How many lines a scrolling action moves down (up if negative), with `rows`
 * rows and repeated `count` times (0: once); 0 for other actions.
 */
long	 view_step(enum action action, size_t rows, size_t count);

#endif
