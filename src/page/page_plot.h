/* Directions and estimates of the works of a search, drawn side by side. */
#ifndef PAGE_PAGE_PLOT_H
#define PAGE_PAGE_PLOT_H

#include "page/doc.h"
#include "library/library.h"

/*
 * What must not be forgotten beside drawn estimates of these outcomes (ids):
 * reviews whose figures are in no plot, because their sources do not say
 * which sign is good.  Works whose ids are in `shown` are left out.
 */
void	 put_beside(struct doc *doc, struct library *library,
	    const struct list *outcomes, const struct list *shown);

/*
 * One plot of a work, by the name of its group, as it is drawn on the page of
 * plots, to be read: its rows have numbers from 1, and neither words nor links
 * say how to read them.
 */
void	 plot_put_blind(struct doc *doc, struct library *library,
	    const struct work *work, const char *plot);

#endif
