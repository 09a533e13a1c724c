/*
 * Closed lists: the valid values of fields, with their labels.
 *
 * Spelling, label, sign and meaning are defined once, here, for the reader,
 * check, screen, help and manual.
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
	const char		*name;	/* name of the list, in the singular */
	const struct code	*at;
	size_t			 count;
};

extern const struct codelist work_types;
extern const struct codelist designs;
extern const struct codelist subjects;
extern const struct codelist confidences;
extern const struct codelist source_kinds;
extern const struct codelist directions;
extern const struct codelist sides;
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
extern const struct codelist controls;
extern const struct codelist ratings;
extern const struct codelist answers;
extern const struct codelist strengths;
extern const struct codelist recommendations;
extern const struct codelist level_questions;
extern const struct codelist trial_statuses;
extern const struct codelist topic_bearings;
extern const struct codelist importances;
extern const struct codelist reading_states;
extern const struct codelist practice_kinds;
extern const struct codelist extendable;

/* The row with this id, or NULL; static. */
const struct code	*code_find(const struct codelist *list,
			    const char *id);

/* The label of `id`, or `id` itself if it is not in the list. */
const char	*code_label(const struct codelist *list, const char *id);

/* The sign of `id`, or "" if it is not in the list. */
const char	*code_sign(const struct codelist *list, const char *id);

/*
 * The row whose id is nearest in spelling; NULL if none or several are near, or
 * if a wrong guess would mislead (ids of up to three letters).
 */
const struct code	*code_nearest(const struct codelist *list,
			    const char *id);

/*
 * Two directions that are in no list: a result in favour of the comparator (the
 * row "favours" is for the treatment studied), and an outcome whose findings
 * disagree.
 */
extern const struct code	direction_comparator;
extern const struct code	direction_differs;

/* All ids of a list, "a, b or 'c d'", owned by `ctx`. */
char	*code_ids(const void *ctx, const struct codelist *list);

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
	FACET_EXPOSURE,
	FACET_TEST,
	FACET_COUNT
};

/* The facet with this name, or FACET_COUNT. */
enum facet	facet_find(const char *id);

/* The name of a facet; NULL for FACET_COUNT, which means any facet. */
const char	*facet_name(enum facet facet);

#endif
