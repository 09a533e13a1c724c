/* How many trials and reviews report what a reader needs. */
#ifndef PAGE_REPORTING_H
#define PAGE_REPORTING_H

#include "library/library.h"
#include "page/doc.h"

/*
 * A row on the trials and reviews that a query finds ("": all): how many give
 * a confidence interval, and how many say anything of harms.  Nothing where
 * it finds no trial or review.
 */
void	 put_reporting(struct doc *doc, struct library *library,
	    const char *query);

#endif
