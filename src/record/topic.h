/*
 * Topics: clinical questions as people ask them, each answered from the records
 * (critically appraised topics).
 */
#ifndef RECORD_TOPIC_H
#define RECORD_TOPIC_H

#include "record/schema.h"

/* How a work relates to the question, with the reason in one sentence. */
struct topic_work {
	struct place	 at;
	const char	*work;
	const char	*bears;		/* of topic_bearings */
	const char	*why;
};

/* A rating of the body of evidence, by a work of the bibliography. */
struct topic_certainty {
	struct place	 at;
	const char	*outcome;
	const char	*rating;
	const char	*by;		/* id of a work */
	const char	*source;	/* the id of a source in that work's
					   record */
	const char	*note;
};

struct topic {
	struct place	 at;
	const char	*id;
	const char	*question;
	struct list	 also;		/* other ways to ask it */
	const char	*population;	/* the population, as free text */
	struct list	 intervention;
	struct list	 comparators;
	struct list	 conditions;
	struct list	 outcomes;
	struct list	 mechanisms;
	struct list	 terms;		/* ids of terms of any other facet */
	const char	*level_question;	/* NULL: benefit */
	const char	*answer;	/* one sentence */
	const char	*detail;
	struct list	 certainty;	/* struct topic_certainty */
	const char	*harms;
	struct list	 works;		/* struct topic_work, in reading order */
	struct list	 propositions;	/* ids */
	const char	*gaps;
	const char	*updated;
	const char	*added;
	const char	*changed;
};

extern const struct schema topic_schema;

#endif
