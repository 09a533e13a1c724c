/* A page view: a document laid out for scrolling, with selectable links. */
#ifndef TUI_VIEW_PAGE_H
#define TUI_VIEW_PAGE_H

#include "tui/view.h"

/* Takes over the document; a map has the keys of a grid.  Owned by `ctx`. */
struct view	*page_view_new(const void *ctx, struct doc *doc, bool map,
		    size_t columns, bool ascii);

#endif
