/*
 * Closed lists: the values that a field may take, with the words for them.
 *
 * One row says it all: reader, check, screen, help and manual take the
 * spelling, the label, the sign and the meaning from here.
 */
#ifndef RECORD_CODELIST_H
#define RECORD_CODELIST_H

#include <stddef.h>

struct code {
	const char	*id;		/* in XML, JSON and queries */
	const char	*label;		/* in words */
	const char	*sign;		/* a short ASCII form, for columns */
	const char	*meaning;	/* one sentence */
};

struct codelist {
	const char		*name;	/* of the list, singular */
	const struct code	*at;
	size_t			 count;
};

extern const struct codelist work_types;
extern const struct codelist designs;
extern const struct codelist subjects;
extern const struct codelist confidences;
extern const struct codelist source_kinds;
extern const struct codelist directions;
extern const struct codelist estimate_types;
extern const struct codelist favours;
extern const struct codelist notice_kinds;
extern const struct codelist claim_kinds;
extern const struct codelist hedges;
extern const struct codelist ties;
extern const struct codelist bearings;
extern const struct codelist verdicts;
extern const struct codelist verdict_bases;
extern const struct codelist facets;
extern const struct codelist truths;

/* The row with this id, or NULL; static. */
const struct code	*code_find(const struct codelist *list,
			    const char *id);

/* The label of `id`, or `id` itself where the list does not hold it. */
const char	*code_label(const struct codelist *list, const char *id);

/* The sign of `id`, or "" where the list does not hold it. */
const char	*code_sign(const struct codelist *list, const char *id);

/* The row whose id is nearest in spelling, or NULL when none is near. */
const struct code	*code_nearest(const struct codelist *list,
			    const char *id);

/*
 * The row of a direction.  What favours the treatment is written with the
 * treatment's own name ("favours-iastm"), so every "favours-..." but
 * "favours-comparator" is the row "favours-treatment".  NULL if unknown.
 */
const struct code	*direction_find(const char *id);

/* Said of an outcome whose findings do not agree; in no list. */
extern const struct code	direction_differs;

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
