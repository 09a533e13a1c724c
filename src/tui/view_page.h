/* A page to read: a document laid out, scrolled, its links walked. */
#ifndef TUI_VIEW_PAGE_H
#define TUI_VIEW_PAGE_H

#include "tui/view.h"

/*
 * Takes the document (it becomes the view's); on a map the keys are those of
 * a grid.  Owned by `ctx`.
 */
struct view	*page_view_new(const void *ctx, struct doc *doc, bool map,
		    size_t columns, bool ascii);

#endif
