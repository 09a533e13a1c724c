/* How many trials and reviews report the details that readers need. */
#ifndef PAGE_REPORTING_H
#define PAGE_REPORTING_H

#include "library/library.h"
#include "page/doc.h"

/*
 * Adds a row on the published trials and reviews that a query finds ("": all):
 * how many give a confidence interval, how many mention harms (if the
 * bibliography records any), and how many trials are only registered.  Adds
 * nothing if it finds none.
 */
void	 put_reporting(struct doc *doc, struct library *library,
	    const char *query);

/*
 * Whether any work reports on harms: if none does, pages do not mention missing
 * harms.
 */
bool	 reports_harms(struct library *library);

#endif
