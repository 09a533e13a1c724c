/*
 * Works: publications, their methods and results, how trustworthy they are, and
 * the source of each fact.
 *
 * All strings are as in the source, NULL if unknown; strings and parts belong
 * to the work.  Unknown never means none.
 */
#ifndef RECORD_WORK_H
#define RECORD_WORK_H

#include "record/schema.h"

/* The title of an imported work that has none. */
#define WORK_NO_TITLE	"[no title]"

struct author {
	struct place	 at;
	const char	*family;	/* family name, or name of a group */
	const char	*given;		/* NULL: a group, or a single name */
	const char	*suffix;	/* "Jr", "3rd" */
};

/*
 * A publication about the status of the work, or the work's role as a notice.
 */
struct notice {
	struct place	 at;
	const char	*kind;
	const char	*date;
	const char	*reference;	/* where the notice was published */
	const char	*doi;		/* DOI of the other publication */
	const char	*pmid;
	const char	*url;
	const char	*reason;
	const char	*source;	/* name of the list with this notice */
};

struct participants {
	struct place	 at;
	const char	*n;
	const char	*population;
	const char	*setting;
	const char	*country;
};

struct arm {
	struct place	 at;
	const char	*name;
	const char	*n;
	const char	*intervention;
	const char	*dose;
	const char	*technique;	/* a term */
	const char	*sessions;	/* total */
	const char	*weeks;
	const char	*minutes;	/* per session */
};

/* How a review searched. */
struct literature_search {
	struct place	 at;
	const char	*date;
	const char	*period;
	struct list	 databases;
	const char	*terms;
	const char	*inclusion;
};

struct estimate {
	struct place	 at;
	const char	*type;
	const char	*type_like;	/* the format's type that a declared
					   type acts like */
	const char	*type_label;	/* its label */
	const char	*value;
	const char	*sd;
	const char	*ci_low;
	const char	*ci_high;
	const char	*ci_level;	/* per cent */
	const char	*unit;
	const char	*p;
	const char	*i2;		/* heterogeneity, per cent */
	const char	*pi_low;	/* 95% prediction interval */
	const char	*pi_high;
	const char	*favours;	/* sign that favours the technique */
	const char	*plot;		/* group that can share a forest plot */
	const char	*caution;
};

/* The results of one arm. */
struct arm_result {
	struct place	 at;
	const char	*arm;		/* name of an arm of the work */
	const char	*n;
	const char	*mean;
	const char	*sd;
	const char	*median;
	const char	*low;		/* ends of the range, or quartiles */
	const char	*high;
	const char	*events;
	const char	*unit;
};

struct smallest_difference {
	struct place	 at;
	const char	*value;
	const char	*unit;
	const char	*source;
	const char	*note;
};

/* Results of a test against its reference standard. */
struct two_by_two {
	struct place	 at;
	const char	*tp;
	const char	*fp;
	const char	*fn;
	const char	*tn;
};

struct finding {
	struct place	 at;
	const char	*outcome;
	struct list	 also_outcomes;
	const char	*mechanism;
	const char	*measure;
	const char	*comparison;
	const char	*timepoint;
	const char	*direction;
	const char	*favours;	/* the term that won, NULL if unknown */
	const char	*side;		/* side of the comparison that won */
	const char	*against;	/* the term it was compared with */
	const char	*studies;	/* number of studies that support the
					   finding */
	const char	*people;
	struct estimate	*estimate;
	struct list	 arms;		/* struct arm_result */
	struct smallest_difference	*smallest_difference;
	struct two_by_two	*two_by_two;
	const char	*p;
	const char	*statement;
	const char	*note;
	const char	*source;
};

/* The answer to one item of an appraisal tool. */
struct appraisal_item {
	struct place	 at;
	const char	*item;
	const char	*answer;
	const char	*reason;
	const char	*source;
};

struct appraisal {
	struct place	 at;
	const char	*tool;
	const char	*of;
	const char	*score;
	const char	*by;
	const char	*source;
	struct list	 items;		/* struct appraisal_item */
};

/* Someone's confidence in the whole evidence on one outcome. */
struct certainty {
	struct place	 at;
	const char	*outcome;
	const char	*rating;
	const char	*tool;
	const char	*by;
	const char	*source;
	const char	*note;
	struct list	 reasons;
};

/* A recommendation of a guideline. */
struct recommendation {
	struct place	 at;
	const char	*strength;
	const char	*certainty;
	const char	*technique;	/* a term */
	const char	*direction;
	const char	*source;
	const char	*statement;
	struct list	 conditions;
};

struct source {
	struct place	 at;
	const char	*id;
	const char	*kind;
	const char	*url;
	const char	*note;
};

/* A part of an abstract; only in imported works, or with a free licence. */
struct abstract_section {
	struct place	 at;
	const char	*label;
	const char	*text;
};

/*
 * A record of the same work in another bibliography, with its data there.  Only
 * the leading record has these.
 */
struct recorded {
	struct place	 at;
	const char	*bibliography;	/* name of the bibliography; NULL:
					   none */
	const char	*id;		/* the id of the work in that
					   bibliography */
	const char	*where;		/* FILE:LINE */
	const char	*design;
	const char	*design_label;	/* label of a declared design */
	const char	*level;
	const char	*level_adjusted;
	const char	*level_reason;
	const char	*evidence_note;
	struct list	 findings;	/* struct finding */
	struct list	 certainty;	/* struct certainty */
	struct list	 appraisals;	/* struct appraisal */
	struct list	 sources;	/* struct source */
};

struct work {
	struct place	 at;
	const char	*id;
	struct list	 aliases;
	struct list	 cited_by;	/* derived: articles that cite the
					   work */
	const char	*type;
	struct list	 authors;	/* struct author */
	const char	*and_others;	/* "yes": the list is incomplete */
	const char	*authors_note;
	struct list	 editors;	/* struct author */
	struct list	 investigators;	/* struct author */
	const char	*title;
	const char	*original_title;
	struct list	 languages;	/* ISO 639-2/B codes, "eng" */
	const char	*year;
	const char	*published;	/* year, month or day */
	const char	*container;
	const char	*container_short;	/* the journal's abbreviation */
	const char	*series;
	const char	*edition;
	const char	*volume;
	const char	*issue;
	const char	*pages;
	const char	*publisher;
	const char	*publisher_place;
	const char	*doi;
	const char	*pmid;
	const char	*pmcid;
	const char	*isbn;
	struct list	 issns;
	const char	*license;
	const char	*link;
	struct list	 notices;	/* struct notice */
	struct list	 publication_types;	/* as named by a database */
	const char	*design;
	const char	*design_like;	/* the format's design that a
					   declared design acts like */
	const char	*design_label;	/* its label */
	struct list	 design_features;
	const char	*study;		/* shared by all reports of the study */
	const char	*level_question;	/* NULL: benefit */
	const char	*trial_status;
	const char	*subjects;
	const char	*directness;
	const char	*level;
	const char	*level_adjusted;
	const char	*level_reason;
	struct participants	*participants;
	struct list	 populations;
	const char	*included_studies;
	struct literature_search	*search;
	struct list	 arms;		/* struct arm */
	const char	*follow_up;
	struct list	 conditions;
	struct list	 body_regions;
	struct list	 mechanisms;
	struct list	 outcomes;
	struct list	 techniques;
	struct list	 comparators;
	struct list	 instruments;
	struct list	 terms;		/* ids of terms of any other facet */
	const char	*reference_standard;
	struct list	 findings;	/* struct finding */
	struct list	 certainty;	/* struct certainty */
	struct list	 appraisals;	/* struct appraisal */
	struct list	 recommendations;	/* struct recommendation */
	const char	*adverse_events;
	const char	*limitations;
	const char	*funding;
	const char	*competing_interests;
	const char	*registration;
	const char	*evidence_note;
	struct list	 article_discrepancy;
	const char	*article_says;
	const char	*identification;
	struct list	 abstract;	/* struct abstract_section */
	struct list	 headings;	/* MeSH headings of an imported work */
	struct list	 keywords;
	struct list	 notes;		/* from the source of an imported
					   work */
	struct list	 also_in;	/* derived: other files that have the
					   work */
	struct list	 read_as;	/* derived: ids of the work in these
					   files */
	struct list	 recorded;	/* derived: struct recorded */
	const char	*imported;	/* "PubMed", "RIS"; NULL: curated */
	struct list	 sources;	/* struct source */
	const char	*confidence;
	struct list	 unresolved;
	const char	*added;
	const char	*changed;
};

extern const struct schema work_schema;

/*
 * A work with only its subjects, adverse events and the outcomes and directions
 * of its findings: what counting many works needs.
 */
extern const struct schema work_results_schema;
extern const struct schema author_schema;
extern const struct schema certainty_schema;
extern const struct schema arm_result_schema;
extern const struct schema smallest_difference_schema;
extern const struct schema two_by_two_schema;
extern const struct schema source_schema;
extern const struct schema recorded_schema;

/*
 * The level to show: the adjusted one if there is one, or else the level
 * according to the rule; 0 if the work has none.
 */
int	 work_level(const struct work *work);

/* Whether a work has no year, or neither authors nor editors. */
bool	 work_lacks_origin(const struct work *work);

/* The answer to an item of an appraisal; NULL if none is recorded. */
const struct appraisal_item	*appraisal_answer(
			    const struct appraisal *appraisal,
			    const char *item);

/*
 * The work's design in the format, or the one that its declared design acts
 * like; and the label of its design.
 */
const char	*work_design(const struct work *work);
const char	*work_design_label(const struct work *work);

/*
 * The type of an estimate in the format, and its label, found in the same way.
 */
const char	*estimate_type(const struct estimate *estimate);
const char	*estimate_type_label(const struct estimate *estimate);

/*
 * Whether an estimate compares groups and so has a value that means no
 * difference.
 */
bool		 estimate_is_between(const struct estimate *estimate);

/*
 * The row for the direction of a finding: one of `directions`, or
 * direction_comparator; NULL if unknown.
 */
const struct code	*finding_direction(const struct finding *finding);

/*
 * The side of the comparison on which a work has a term, one of `sides`; NULL if
 * the work does not have the term.
 */
const char	*work_side_of(const struct work *work, const char *term);

/*
 * Whether a term is both studied and a comparator, along with other techniques
 * or comparators, so that it does not show which side of a finding did better.
 */
bool		 work_side_is_unclear(const struct work *work,
		    const char *term);

/*
 * Removes from findings the sides that follow from the term that did better, as
 * the format writes a side only if no term shows it.
 */
void		 work_forget_sides(struct work *work);

/* The technique from whose viewpoint findings are read; empty `ids`: none. */
struct viewpoint {
	struct list	 ids;		/* the technique and its narrower terms */
	struct list	 broader;
};

/*
 * The row for the direction of a finding from the viewpoint of a technique
 * (NULL or empty: of the treatment studied).  If the technique was the
 * comparator and won, this is "favours".  NULL if the direction is unknown, or
 * if the work includes the technique but the finding compares two others.
 */
const struct code	*finding_direction_from(const struct work *work,
			    const struct finding *finding,
			    const struct viewpoint *own);

/* The number of studies in a review, or of people or animals; 0 if unknown. */
long	 work_size(const struct work *work);

/* The year, or 0. */
int	 work_year(const struct work *work);

/*
 * The authors in brief ("Teapot et al.", "Leaf", "Kettle & Leaf"), or the
 * container if no author is known.  Owned by `ctx`.
 */
char	*work_byline(const void *ctx, const struct work *work);

/*
 * Splits given names and suffix, even if the record has both as the given name
 * ("Robert H., Jr."); NULL for a missing part.  Owned by `ctx` or by the
 * author.
 */
void	 author_parts(const void *ctx, const struct author *author,
	    const char **given, const char **suffix);

/* Whether a work is free to read: in PMC, or under a free licence. */
bool	 work_is_open(const struct work *work);

/* Whether a work is a systematic review of any kind except a scoping review. */
bool	 work_is_review(const struct work *work);

/*
 * The direction for any of some outcomes (ids), usually an outcome with its
 * narrower ones: the row of `directions` if the findings agree,
 * direction_differs if they do not, NULL if none is about these outcomes.  If
 * some findings compare with another group, side or day, findings without a
 * comparison are ignored.  `own`: see finding_direction_from().
 */
const struct code	*work_direction(const struct work *work,
			    const struct list *outcomes,
			    const struct viewpoint *own);

/*
 * The rating of certainty for any of some outcomes (ids), the lowest if they
 * differ; NULL if there is none.
 */
const struct certainty	*work_certainty(const struct work *work,
			    const struct list *outcomes);

/* Whether a finding is about an effect or a harm. */
bool	 finding_is_on_effect(const struct finding *finding);

/*
 * Whether a finding says that an outcome is more or less frequent with an
 * exposure.
 */
bool	 finding_is_on_exposure(const struct finding *finding);

/* Whether a finding is about one of some outcomes (ids). */
bool	 finding_is_about(const struct finding *finding,
	    const struct list *outcomes);

/*
 * The finding most relevant to whether the treatment helps: the least
 * favourable of the comparisons or, without any, of the changes without a
 * control, so that no gain elsewhere hides "no difference".  Ignores harms.
 * NULL if there are no findings; borrowed.  `own`: see
 * finding_direction_from().
 */
const struct finding	*work_overall(const struct work *work,
			    const struct viewpoint *own);

/*
 * The first finding that harm occurred or, unless `occurred`, that none did;
 * NULL if the work has no such finding.
 */
const struct finding	*work_harm(const struct work *work, bool occurred);

/*
 * Whether people were compared fairly: in a controlled comparison between
 * groups, sides or periods, or a review of such studies; not in a pilot, case
 * or before-after study.
 */
bool	 work_compares_people(const struct work *work);

/* The source of the work with this id, or NULL; borrowed. */
const struct source	*work_source(const struct work *work, const char *id);

#endif
