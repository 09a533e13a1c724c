/*
 * The kinds of practice questions, one row each: how many a record has, how to
 * ask with the answer hidden, the recorded answer, and how to judge a reader's
 * answer.  Every answer is read from the record or computed from its numbers;
 * without a recorded answer there is no question.
 */
#ifndef PAGE_PRACTICE_KINDS_H
#define PAGE_PRACTICE_KINDS_H

#include "page/practice_part.h"

struct practice_kind {
	const char	*name;		/* of practice_kinds */
	enum rectype	 type;
	const char	*needs;		/* data that a record needs for such
					   a question */
	/*
	 * The number of questions on a record; temporary data is owned by
	 * `scratch`.
	 */
	size_t		(*count)(const void *scratch, struct library *library,
			    const void *record);
	/* Each of these fills `doc`. */
	void		(*ask)(struct doc *doc,
			    const struct practice_part *part);
	void		(*reveal)(struct doc *doc,
			    const struct practice_part *part);
	enum practice_judgement	(*judge)(const void *scratch,
			    const struct practice_part *part,
			    const char *answer);
};

extern const struct practice_kind	practice_asks[];
extern const size_t			practice_asks_count;

/* The kind with this name, or NULL. */
const struct practice_kind	*practice_kind_find(const char *name);

#endif
