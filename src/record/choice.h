/*
 * Closed lists: the values that a field may take, with the words for them.
 *
 * One row says it all: reader, check, screen, help and manual take the
 * spelling, the label, the sign and the meaning from here.
 */
#ifndef RECORD_CHOICE_H
#define RECORD_CHOICE_H

#include <stddef.h>

struct choice {
	const char	*id;		/* in XML, JSON and queries */
	const char	*label;		/* in words */
	const char	*sign;		/* a short ASCII form, for columns */
	const char	*meaning;	/* one sentence */
};

struct choices {
	const char		*name;	/* of the list, singular */
	const struct choice	*at;
	size_t			 count;
};

extern const struct choices work_types;
extern const struct choices designs;
extern const struct choices subjects;
extern const struct choices confidences;
extern const struct choices source_kinds;
extern const struct choices directions;
extern const struct choices estimate_types;
extern const struct choices favours;
extern const struct choices notice_kinds;
extern const struct choices claim_kinds;
extern const struct choices hedges;
extern const struct choices ties;
extern const struct choices bearings;
extern const struct choices verdicts;
extern const struct choices verdict_bases;
extern const struct choices facets;
extern const struct choices truths;

/* The row with this id, or NULL; static. */
const struct choice	*choice_find(const struct choices *list,
			    const char *id);

/* The label of `id`, or `id` itself where the list does not hold it. */
const char	*choice_label(const struct choices *list, const char *id);

/* The sign of `id`, or "" where the list does not hold it. */
const char	*choice_sign(const struct choices *list, const char *id);

/* The row whose id is nearest in spelling, or NULL when none is near. */
const struct choice	*choice_nearest(const struct choices *list,
			    const char *id);

/*
 * The row of a direction.  What favours the treatment is written with the
 * treatment's own name ("favours-iastm"), so every "favours-..." but
 * "favours-comparator" is the row "favours-treatment".  NULL if unknown.
 */
const struct choice	*direction_find(const char *id);

/* Said of an outcome whose findings do not agree; in no list. */
extern const struct choice	direction_differs;

/* Facets as numbers, in the order of `facets`. */
enum facet {
	FACET_MECHANISM,
	FACET_CONDITION,
	FACET_OUTCOME,
	FACET_TECHNIQUE,
	FACET_INSTRUMENT,
	FACET_REGION,
	FACET_POPULATION,
	FACET_DESIGN,
	FACET_COUNT
};

/* The facet of this name, or FACET_COUNT. */
enum facet	facet_find(const char *id);

#endif
