/*
 * Claims: statements in popular articles, the evidence for them, and the
 * verdict on each proposition, which several claims may share.
 */
#ifndef RECORD_CLAIM_H
#define RECORD_CLAIM_H

#include "record/schema.h"

/* How a work relates to a claim, with the reason in one sentence. */
struct bearing {
	struct place	 at;
	const char	*work;
	const char	*tie;		/* NULL if the article does not cite
					   it */
	const char	*bears;
	const char	*why;
};

struct claim {
	struct place	 at;
	const char	*id;
	const char	*article;
	const char	*where;		/* first words of the passage */
	const char	*kind;
	const char	*statement;
	const char	*group;		/* derived: id of its proposition */
	const char	*verdict;	/* derived: verdict on its
					   proposition */
	const char	*verdict_reason;
	struct list	 mechanisms;
	struct list	 conditions;
	struct list	 outcomes;
	struct list	 techniques;
	struct list	 terms;		/* ids of terms of any other facet */
	const char	*hedge;
	struct list	 cites;		/* derived from support */
	struct list	 cites_loose;	/* derived from support */
	struct list	 support;	/* struct bearing */
	struct list	 related;	/* struct bearing */
	struct list	 same_as;	/* derived: other claims of the
					   proposition */
	struct list	 overlaps;
	const char	*added;
	const char	*changed;
};

struct proposition {
	struct place	 at;
	const char	*id;
	const char	*statement;
	const char	*verdict;
	const char	*verdict_on;
	const char	*verdict_reason;
	struct list	 members;	/* ids of claims */
	const char	*popular;	/* pages that make the claim, see
					   about.popular */
	struct list	 mechanisms;	/* terms of the proposition and of
					   its claims (derived) */
	struct list	 conditions;
	struct list	 outcomes;
	struct list	 techniques;
	struct list	 terms;
	struct list	 works;		/* struct bearing: works related to the
					   proposition itself */
	const char	*added;
	const char	*changed;
};

/* A popular article with traced claims. */
struct article {
	struct place	 at;
	const char	*id;
	const char	*label;
	const char	*title;
	struct list	 authors;	/* struct author */
	const char	*and_others;
	const char	*authors_note;
	const char	*url;
	const char	*site;
	const char	*date;
	const char	*date_note;
	const char	*claims;	/* derived: number of its claims */
	struct list	 works;		/* derived: ids of works that the
					   article cites */
	const char	*description;
	const char	*added;
	const char	*changed;
};

/* A trial inside a review, as the review describes it. */
struct included_trial {
	struct place	 at;
	const char	*work;		/* id, if the bibliography has the
					   work */
	const char	*group;		/* group within the list */
	const char	*citation;
	const char	*participants;
	const char	*comparison;
	const char	*dose;
	const char	*result;
	const char	*score;
	struct list	 sources;	/* ids of the list's sources */
};

/* The trials that a review includes, as far as they are known. */
struct trial_list {
	struct place	 at;
	const char	*id;
	const char	*review;	/* id of a work; NULL: not for a
					   review */
	const char	*title;
	struct list	 notes;		/* paragraphs */
	struct list	 sources;	/* struct source */
	struct list	 trials;	/* struct included_trial */
	const char	*added;
	const char	*changed;
};

extern const struct schema claim_schema;
extern const struct schema proposition_schema;
extern const struct schema article_schema;
extern const struct schema trial_list_schema;

/* Derives cites and cites_loose of a claim from its support. */
void	 claim_derive_cites(struct claim *claim);

#endif
