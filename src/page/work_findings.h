/* The findings of a work, for its page. */
#ifndef PAGE_WORK_FINDINGS_H
#define PAGE_WORK_FINDINGS_H

#include "page/doc.h"
#include "library/library.h"

/*
 * Adds the findings of a work as its sources state them, then its
 * recommendations; for a review also the estimates of other reviews.  Adds
 * nothing if there are none.
 */
void	 put_findings(struct doc *doc, struct library *library,
	    const struct work *work);

/* Adds one finding, as its source states it. */
void	 put_finding(struct doc *doc, struct library *library,
	    const struct work *work, const struct finding *finding);

#endif
