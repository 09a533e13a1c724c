/* How many trials and reviews report the details that readers need. */
#ifndef PAGE_REPORTING_H
#define PAGE_REPORTING_H

#include "library/library.h"
#include "page/doc.h"

/*
 * Adds a row on the trials and reviews that a query finds ("": all): how many
 * report a confidence interval, and how many report on harms.  Adds nothing if
 * there are none.
 */
void	 put_reporting(struct doc *doc, struct library *library,
	    const char *query);

#endif
