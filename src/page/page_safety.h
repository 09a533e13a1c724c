/* What works report on harms, precautions and contraindications. */
#ifndef PAGE_PAGE_SAFETY_H
#define PAGE_PAGE_SAFETY_H

#include "page/doc.h"
#include "library/library.h"

/*
 * Adds a "Safety" row with the counts for a query and a link to its safety
 * page; adds nothing if no work reports on harms.
 */
void	 put_safety(struct doc *doc, struct library *library,
	    const char *query);

#endif
