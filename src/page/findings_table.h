/*
 * Tables that put what works report side by side: the summary of findings
 * (after the GRADE handbook, section 6: outcome, people and studies, effect,
 * certainty, in words) and the doses that were given.  Nothing is pooled.
 */
#ifndef PAGE_FINDINGS_TABLE_H
#define PAGE_FINDINGS_TABLE_H

#include "page/doc.h"
#include "library/library.h"

/*
 * A row for each outcome that a review among the works reports on, or that
 * its authors or others rated; nothing where there is none.  `works` are
 * struct work.
 */
void	 put_summary_of_findings(struct doc *doc, struct library *library,
	    const struct list *works);

/* A row for each arm of the works with a dose; nothing where there is none. */
void	 put_doses(struct doc *doc, struct library *library,
	    const struct list *works);

/*
 * The answers to the items of appraisals, a column for each item in letters
 * with a legend of words; unknown answers stay empty.  Nothing where no work
 * has items.
 */
void	 put_appraisal_items(struct doc *doc, struct library *library,
	    const struct list *works);

#endif
