/* Directions and estimates of the works of a search, drawn side by side. */
#ifndef PAGE_PAGE_PLOT_H
#define PAGE_PAGE_PLOT_H

#include "page/doc.h"
#include "library/library.h"

/*
 * Adds the reviews on these outcomes (ids) whose estimates are in no plot,
 * because their sources do not say which sign is good; without them the plot
 * would mislead.  Omits works whose ids are in `shown`.
 */
void	 put_beside(struct doc *doc, struct library *library,
	    const struct list *outcomes, const struct list *shown);

/*
 * One plot of a work, chosen by the name of its group and drawn as on the page
 * of plots, as an exercise: rows are numbered from 1, without words or links
 * that interpret them.
 */
void	 plot_put_blind(struct doc *doc, struct library *library,
	    const struct work *work, const char *plot);

#endif
