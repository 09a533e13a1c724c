/* A page to read: a document laid out, scrolled, its links walked. */
#ifndef TUI_VIEW_PAGE_H
#define TUI_VIEW_PAGE_H

#include "page/doc.h"
#include "page/surface.h"
#include "tui/action.h"

struct view_page;

/*
 * Takes the document (it becomes the view's) and lays it out for a screen of
 * this width; owned by `ctx`.
 */
struct view_page	*page_view_new(const void *ctx, struct doc *doc,
			    size_t width, bool ascii);

/* Does an action of moving; `rows` is the height of the page. */
void	 page_view_move(struct view_page *view, enum action action,
	    size_t rows);

/*
 * Moves to the next line with what a search found, or to the one before.  False
 * when there is none.
 */
bool	 page_view_find(struct view_page *view, bool forward, size_t rows);

/* The document that is shown; borrowed. */
const struct doc	*page_view_doc(const struct view_page *view);

/* The address of the selected link, or NULL; borrowed. */
const char	*page_view_link(const struct view_page *view);

/* The state to come back to: the topmost line and the selected link. */
void	 page_view_place(const struct view_page *view, size_t *link,
	    size_t *top);
void	 page_view_restore(struct view_page *view, size_t link, size_t top);

/* Draws on `rows` rows from `row` on, and puts the hardware cursor. */
void	 page_view_draw(struct view_page *view, struct surface *surface,
	    size_t row, size_t rows);

/* "line 1 of 80", owned by `ctx`. */
char	*page_view_status(const struct view_page *view, const void *ctx,
	    size_t rows);

/*
 * Selects the link on a cell, counted from the first row of the page; false
 * when there is none.  *again: it was selected before.
 */
bool	 page_view_click(struct view_page *view, size_t row, size_t column,
	    bool *again);

#endif
