/* What works report on the outcomes or harms that a question asks about. */
#ifndef PAGE_FOUND_H
#define PAGE_FOUND_H

#include "answer/answer.h"
#include "page/doc.h"

struct asked_for {
	struct list	 outcomes;	/* char *: ids of terms, as in the
					   question */
	bool		 harm;		/* about harms, not benefits */
};

/*
 * What the query of a result asks about; `answer` may be NULL.  Owned by `ctx`.
 */
struct asked_for	*found_asked(const void *ctx,
			    const struct result *result,
			    const struct answer *answer);

/*
 * What a work reports, as a line owned by `ctx`: each outcome asked about, or a
 * narrower one, with the comparator; for questions on harms only what it
 * reports on harms, or that it reports none.  If it did not measure the
 * outcome, up to `most` of its other outcomes, or NULL if it has none.
 */
char	*wording_found(const void *ctx, struct library *library,
	    const struct work *work, const struct asked_for *asked,
	    size_t most);

/*
 * Counts the works of a result by population and by direction for the first
 * outcome asked about, or by what they report on harms.  Adds nothing if no
 * outcome was asked about, or if there are too many works to examine.
 */
void	 put_found(struct doc *doc, struct library *library,
	    const struct result *result, const struct asked_for *asked);

#endif
