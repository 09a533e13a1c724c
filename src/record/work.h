/*
 * A work: one publication, what was studied, what was found, how far it can
 * be trusted, and where each fact was read.
 *
 * All strings are as the source writes them, NULL when unknown; they and the
 * parts belong to the work.  Blank means unknown, never none.
 */
#ifndef RECORD_WORK_H
#define RECORD_WORK_H

#include "record/schema.h"

struct author {
	struct place	 at;
	const char	*family;	/* or the name of a group */
	const char	*given;		/* NULL: a group, or a single name */
	const char	*suffix;	/* "Jr", "3rd" */
};

/* What was published about the work, or what the work is about. */
struct notice {
	struct place	 at;
	const char	*kind;
	const char	*date;
	const char	*reference;	/* where it was published */
	const char	*doi;		/* of the other publication */
	const char	*pmid;
	const char	*url;
	const char	*reason;
	const char	*source;	/* the list that says so */
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
	const char	*sessions;	/* in all */
	const char	*weeks;
	const char	*minutes;	/* of one session */
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
	const char	*type_like;	/* of a declared type: see estimate_type */
	const char	*type_label;	/* and what it is called */
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
	const char	*favours;	/* which sign is good for the technique */
	const char	*plot;		/* group that may share a forest plot */
	const char	*caution;
};

/* What one arm showed. */
struct arm_result {
	struct place	 at;
	const char	*arm;		/* name of an arm of the work */
	const char	*n;
	const char	*mean;
	const char	*sd;
	const char	*median;
	const char	*low;		/* of a range or of quartiles */
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
	const char	*side;		/* which side of the comparison won */
	const char	*against;	/* the term it was compared with */
	const char	*studies;	/* that the finding rests on */
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

/* How sure somebody is of the whole evidence on one outcome. */
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

/* What a guideline recommends. */
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

/* A part of an abstract; imported works and free licences only. */
struct abstract_section {
	struct place	 at;
	const char	*label;
	const char	*text;
};

/*
 * The same work as another bibliography has it: what that says of it where
 * this record speaks for both.
 */
struct recorded {
	struct place	 at;
	const char	*bibliography;	/* its name; NULL: it has none */
	const char	*id;		/* of the work there */
	const char	*where;		/* FILE:LINE */
	const char	*design;
	const char	*design_label;	/* what a declared design is called */
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
	struct list	 cited_by;	/* derived: articles that cite it */
	const char	*type;
	struct list	 authors;	/* struct author */
	const char	*and_others;	/* "yes": the list is not whole */
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
	struct list	 publication_types;	/* as a database says it */
	const char	*design;
	const char	*design_like;	/* of a declared design: see work_design */
	const char	*design_label;	/* and what it is called */
	struct list	 design_features;
	const char	*study;		/* what its reports have in common */
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
	struct list	 terms;		/* of any other facet */
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
	struct list	 notes;		/* that came with an imported work */
	struct list	 also_in;	/* derived: other files with it */
	struct list	 read_as;	/* derived: its ids there */
	struct list	 recorded;	/* derived: struct recorded */
	const char	*imported;	/* "PubMed", "RIS"; NULL: curated */
	struct list	 sources;	/* struct source */
	const char	*confidence;
	struct list	 unresolved;
	const char	*added;
	const char	*changed;
};

extern const struct schema work_schema;
extern const struct schema author_schema;
extern const struct schema certainty_schema;
extern const struct schema arm_result_schema;
extern const struct schema smallest_difference_schema;
extern const struct schema two_by_two_schema;
extern const struct schema source_schema;
extern const struct schema recorded_schema;

/*
 * The level to show: the adjusted one where there is one, else the level by
 * the rule; 0 when the work has none.
 */
int	 work_level(const struct work *work);

/*
 * The design of the format that the work has, or that its declared design
 * acts as; the words for its design.
 */
const char	*work_design(const struct work *work);
const char	*work_design_label(const struct work *work);

/* The same for the type of an estimate. */
const char	*estimate_type(const struct estimate *estimate);
const char	*estimate_type_label(const struct estimate *estimate);

/*
 * The row for the direction of a finding: of `directions`, or
 * direction_comparator; NULL when unknown.
 */
const struct code	*finding_direction(const struct finding *finding);

/* A technique from whose side findings are seen, or no ids: nothing. */
struct viewpoint {
	struct list	 ids;		/* it and what is narrower */
	struct list	 broader;
};

/*
 * The same seen from the side of one technique (NULL or empty: of what the work
 * studied).  Where the technique was what others were compared with and won,
 * that is "favours".  NULL also of a comparison between two others, in a work
 * that has the technique.
 */
const struct code	*finding_direction_from(const struct work *work,
			    const struct finding *finding,
			    const struct viewpoint *own);

/* How many studies a review has, or how many people or animals; 0 unknown. */
long	 work_size(const struct work *work);

/* The year, or 0. */
int	 work_year(const struct work *work);

/*
 * The authors in a few words ("Teapot et al.", "Leaf", "Kettle & Leaf"), or
 * the container where no author is known.  Owned by `ctx`.
 */
char	*work_byline(const void *ctx, const struct work *work);

/*
 * The given names and the suffix apart, also where a record has both as the
 * given name ("Robert H., Jr."); NULL where there is none.  Owned by `ctx` or
 * by the author.
 */
void	 author_parts(const void *ctx, const struct author *author,
	    const char **given, const char **suffix);

/* Whether it can be read freely: it is in PMC, or its licence is free. */
bool	 work_is_open(const struct work *work);

/* Whether it is a systematic review of any kind, scoping reviews apart. */
bool	 work_is_review(const struct work *work);

/* Whether it has a notice of a kind, an id of notice_kinds. */
bool	 work_has_notice(const struct work *work, const char *kind);

/* Whether a notice says that all of it was retracted or withdrawn. */
bool	 work_is_retracted(const struct work *work);

/*
 * The gravest of its notices, or NULL when it has none or only such as leave
 * it as it is (a comment, an update of an earlier work); borrowed.
 */
const struct notice	*work_status(const struct work *work);

/* Adds a notice before those that are less grave; it must live as long. */
void	 work_add_notice(struct work *work, struct notice *notice);

/* Puts the gravest notice first; those of one kind keep their order. */
void	 work_sort_notices(struct work *work);

/* Whether a newer version has taken its place. */
bool	 work_is_superseded(const struct work *work);

/*
 * What the work found for any of some outcomes (ids), usually an outcome with
 * its narrower ones: the row of `directions` when the findings agree,
 * direction_differs when they do not, NULL when none is about them.  Where
 * some findings compare with another group, side or day, findings without a
 * comparison are left aside.  `own`: see finding_direction_from().
 */
const struct code	*work_direction(const struct work *work,
			    const struct list *outcomes,
			    const struct viewpoint *own);

/*
 * The rating of certainty for any of some outcomes (ids), the least where they
 * differ; NULL where there is none.
 */
const struct certainty	*work_certainty(const struct work *work,
			    const struct list *outcomes);

/* Whether a finding says something of an effect or a harm. */
bool	 finding_is_on_effect(const struct finding *finding);

/* Whether a finding is about one of some outcomes (ids). */
bool	 finding_is_about(const struct finding *finding,
	    const struct list *outcomes);

/*
 * The finding that says most about whether it helps: of the comparisons, or
 * where there are none of the changes without a control, the least favourable,
 * so that no difference is never hidden by a gain elsewhere.  Harms aside.
 * NULL when nothing was found; borrowed.  `own`: see finding_direction_from().
 */
const struct finding	*work_overall(const struct work *work,
			    const struct viewpoint *own);

/* The first finding of harm: about it, and whether any occurred; or NULL. */
const struct finding	*work_harm(const struct work *work, bool occurred);

/*
 * Whether people were compared fairly: a controlled comparison between groups,
 * sides or periods, or a review of such studies; not a pilot, a case or a
 * before-after study.
 */
bool	 work_compares_people(const struct work *work);

/* The source of the work with this id, or NULL; borrowed. */
const struct source	*work_source(const struct work *work, const char *id);

#endif
