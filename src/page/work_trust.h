/* Limitations of a work, and the source of each fact, for its page. */
#ifndef PAGE_WORK_TRUST_H
#define PAGE_WORK_TRUST_H

#include "page/doc.h"
#include "library/library.h"

/* Adds scores and answers of appraisal tools, or "not recorded". */
void	 put_appraisals(struct doc *doc, struct library *library,
	    const struct work *work);

/* Adds the ratings of certainty for each outcome, if there are any. */
void	 put_certainty(struct doc *doc, struct library *library,
	    const struct work *work);

/* Adds a source under its label, which the facts of the work refer to. */
void	 put_source(struct doc *doc, const struct source *source);

#endif
