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
 * The summary on the page of a topic, a term or a work: a row for each outcome
 * that a review reports on, or for which someone rated the certainty.  The
 * reviews are those among the topic's works, all reviews on the term, or the
 * work itself.  The page of an outcome shows that outcome and narrower ones.
 * The page of a term omits findings with neither a number nor a rating, and so
 * does the page of a review that has such numbers or ratings for any outcome.
 * Adds nothing if there is no row.
 */
void	 put_summary_of_findings(struct doc *doc, struct library *library,
	    enum rectype kind, const void *record);

/*
 * Adds a row for each arm of the works with a dose; adds nothing if there are
 * none.  Returns the number of works with a dose.
 */
size_t	 put_doses(struct doc *doc, const struct list *works);

/*
 * Adds the answers to each item of appraisals: one column per item, answers as
 * letters with a legend.  Cells of unknown answers stay empty.  Adds nothing if
 * no work has items.
 */
void	 put_appraisal_items(struct doc *doc, struct library *library,
	    const struct list *works);

#endif
