/* What is known of harms, precautions and contraindications. */
#ifndef PAGE_PAGE_SAFETY_H
#define PAGE_PAGE_SAFETY_H

#include "page/doc.h"
#include "library/library.h"

/*
 * A row "Safety" that counts the same for a query and leads to its page;
 * nothing where no work says anything.
 */
void	 put_safety(struct doc *doc, struct library *library,
	    const char *query);

#endif
