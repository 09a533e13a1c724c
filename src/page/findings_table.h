/*
 * Tables that show the reports of several works side by side: the summary of
 * findings (after the GRADE handbook, section 6: outcome, people and studies,
 * effect, certainty, in words) and the doses given.  Nothing is pooled.
 */
#ifndef PAGE_FINDINGS_TABLE_H
#define PAGE_FINDINGS_TABLE_H

#include "page/doc.h"
#include "library/library.h"

/*
 * Adds a row for each outcome that a review among the works reports on, or that
 * its authors or others rated; adds nothing if there are none.  `works` holds
 * struct work.
 */
void	 put_summary_of_findings(struct doc *doc, struct library *library,
	    const struct list *works);

/*
 * Adds a row for each arm of the works with a dose; adds nothing if there are
 * none.
 */
void	 put_doses(struct doc *doc, struct library *library,
	    const struct list *works);

/*
 * Adds the item-level answers of appraisals: one column per item, answers as
 * letters with a legend.  Cells of unknown answers stay empty.  Adds nothing if
 * no work has items.
 */
void	 put_appraisal_items(struct doc *doc, struct library *library,
	    const struct list *works);

#endif
