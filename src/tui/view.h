/*
 * Views: what fills the screen between the bar and the hints.  A view is a
 * struct whose first member is a struct view; everything that the browser does
 * with it goes through its table of operations, so that a new one is its own
 * file alone.
 */
#ifndef TUI_VIEW_H
#define TUI_VIEW_H

#include "page/doc.h"
#include "page/surface.h"
#include "tui/action.h"

struct view {
	const struct view_ops	*ops;
	size_t			 rows;		/* that it may fill, at least 1 */
	size_t			 columns;
	bool			 ascii;
};

struct view_ops {
	/* Whose keys are valid in it. */
	enum mode	 mode;

	/* Draws its rows from `row` of the surface on, puts the cursor. */
	void	 (*draw)(struct view *view, struct surface *surface,
		    size_t row);

	/* Does an action of moving `count` times; 0: none was typed. */
	void	 (*move)(struct view *view, enum action action, size_t count);

	/*
	 * To the next or the previous place that holds what was searched for;
	 * false when there is none.
	 */
	bool	 (*find)(struct view *view, bool forward);

	/*
	 * What find() looks for from now on; NULL: what was searched for.
	 * False where a text is not looked for in it.
	 */
	bool	 (*seek)(struct view *view, const char *text);

	/*
	 * Selects what is on a cell, counted from the view's first row; false
	 * when there is nothing.  *again: it was selected before.
	 */
	bool	 (*click)(struct view *view, size_t row, size_t column,
		    bool *again);

	/* The address that Enter opens, owned by `ctx`; NULL: nothing. */
	char	*(*selected)(struct view *view, const void *ctx);

	/* The state to come back to: what is selected, the topmost line. */
	void	 (*place)(const struct view *view, size_t *selected,
		    size_t *top);
	void	 (*restore)(struct view *view, size_t selected, size_t top);

	/* What the bar says on the right, "all" or "50%"; owned by `ctx`. */
	char	*(*status)(const struct view *view, const void *ctx);

	/* What it shows, as a document; owned by `ctx` or by the view. */
	const struct doc *(*text)(struct view *view, const void *ctx);
};

/*
 * How many lines an action of scrolling goes down where there are `rows`, done
 * `count` times (0: once); negative: up; 0: it is none.
 */
long	 view_step(enum action action, size_t rows, size_t count);

#endif
