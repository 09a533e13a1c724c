/* Directions and estimates of the works of a search, drawn side by side. */
#ifndef PAGE_PAGE_PLOT_H
#define PAGE_PAGE_PLOT_H

#include "page/doc.h"
#include "service/library.h"

/*
 * What the works that a query finds say, owned by `ctx`: the direction for
 * each outcome, and a forest plot for the estimates that share type and unit
 * (as their sources give them: never pooled, never turned round).  In words if
 * `linear`, without columns and drawing.
 */
struct doc	*page_plot(const void *ctx, struct library *library,
		    const struct address *address, bool linear);

#endif
