/*
 * What works found for what was asked: for the outcomes that a question
 * names, or on harms where it asks about those.
 */
#ifndef PAGE_FOUND_H
#define PAGE_FOUND_H

#include "answer/answer.h"
#include "page/doc.h"

struct asked_for {
	struct list	 outcomes;	/* char *: ids of terms, as asked */
	bool		 harm;		/* about harms, not benefits */
};

/* What a result was asked for; `answer` may be NULL.  Owned by `ctx`. */
struct asked_for	*found_asked(const void *ctx,
			    const struct result *result,
			    const struct answer *answer);

/*
 * What a work found, in a line owned by `ctx`: for each outcome that was
 * asked about or that is narrower, with the comparator; on harms only what is
 * said on them, also that nothing is.  Where it did not measure what was
 * asked, `most` of its other outcomes; NULL where there are none.
 */
char	*wording_found(const void *ctx, struct library *library,
	    const struct work *work, const struct asked_for *asked,
	    size_t most);

/*
 * How many works of a result found what for the first outcome that was asked
 * about, or said what on harms, by who was studied.  Nothing where no outcome
 * was asked about, or there are too many works to look at each.
 */
void	 put_found(struct doc *doc, struct library *library,
	    const struct result *result, const struct asked_for *asked);

#endif
