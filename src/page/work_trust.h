/* Limits of a work, and the source of each fact, for its page. */
#ifndef PAGE_WORK_TRUST_H
#define PAGE_WORK_TRUST_H

#include "page/doc.h"
#include "library/library.h"

/* Scores and answers of tools; "not recorded" where there is none. */
void	 put_appraisals(struct doc *doc, struct library *library,
	    const struct work *work);

/* Ratings of certainty for each outcome; nothing where there is none. */
void	 put_certainty(struct doc *doc, struct library *library,
	    const struct work *work);

/* A source, by the label that the facts of the work refer to. */
void	 put_source(struct doc *doc, const struct source *source);

#endif
