/*
 * What is known in sentences, and what of it a text was found to state: the
 * data that knowledge.c makes, knowledge_pack.c keeps and unit.c searches.
 */
#ifndef ANSWER_KNOWN_H
#define ANSWER_KNOWN_H

#include "answer/lexicon.h"

/*
 * How much each kind of evidence for a match counts.  One row for
 * propositions, one for topics; HACKING says how they were found.
 */
struct tuning {
	/* How well senses agree, 1 for the word itself. */
	double	class;		/* a word of like meaning */
	double	concept;	/* the same term */
	double	broader;	/* a broader term */
	/* Weights of the texts of a record; its own wordings have 1. */
	double	own;		/* its terms */
	double	synonyms;	/* their labels and synonyms */
	double	scope;		/* their scope notes */
	double	related;	/* questions of a proposition's topics,
				   propositions of a topic */
	double	reason;		/* reason of the verdict, answer of the topic */
	/* Weight of words (inverse document frequency else). */
	double	unknown;	/* not in the knowledge */
	double	elsewhere;	/* in it, but not in this kind of record */
	double	subject;	/* factor: names the treatment */
	double	specific;	/* factor: condition or mechanism of a record */
	/* From what was found to a score. */
	double	coverage;	/* exponent of the share of the text explained;
				   the rest is that of the share of a wording */
	double	smooth;		/* added to the weight of a wording */
	double	single;		/* factor: only one word agrees */
	double	opposed;	/* factor: more here, less there */
	double	other;		/* factor: names another treatment */
	double	clause;		/* factor: a part of the sentence */
	double	condition;	/* factor: the condition asked about */
	double	elsewise;	/* factor: another condition */
	double	region;		/* factor: another part of the body */
	double	unnamed;	/* factor: a special treatment not named */
	double	named;		/* coverage that a topic needs where nothing
				   knows a word, but the treatment is named */
	double	silent;		/* the same where it is not named */
	double	foreign;	/* the same where the word is asked about */
	double	threshold;
	double	near;		/* threshold of what is only near */
	double	ratio;		/* to the best of the same part */
};

struct posting {
	uint32_t	 known;
	float		 weight;
};

struct postings_of {
	struct posting	*at;
	size_t		 count;
	size_t		 capacity;
};

/* A proposition or topic. */
struct known {
	enum rectype	 kind;
	const char	*id;
	const char	*text;		/* the statement, the question */
	struct list	 wordings;	/* struct mentions; the text first */
	struct list	 conditions;	/* struct concept */
	struct list	 own;		/* struct concept: all its terms */
	struct list	 techniques;	/* struct concept */
	struct list	 places;	/* features: words of its conditions */
	struct list	 regions;	/* features: parts of the body */
	struct list	 named;		/* features: treatments in the text */
	struct list	 others;	/* the same, but not of the subject */
	size_t		 works;		/* of a topic */
	bool		 of_condition;	/* its text names one of them */
	int		 more;		/* the way that the text points */
};

/* All of one kind. */
struct shelf {
	const struct tuning	*tuning;
	struct list		 knowns;	/* struct known */
	uint32_t		*frequency;	/* of features */
	struct postings_of	*postings;	/* of features */
	/* Scratch of match.c, one for each known. */
	double			*found;
	double			*current;
	unsigned		*agreeing;
	struct list		 touched;
};

struct knowledge {
	struct library		*library;
	struct lexicon		*lexicon;
	uint32_t		 features;
	struct shelf		 propositions;
	struct shelf		 topics;
	double			*present;	/* scratch, by feature */
};

/* A record that agrees with a text. */
struct match {
	const struct known	*known;
	double			 score;
	double			 coverage;	/* share of the text explained */
	bool			 kin;		/* about a treatment that is spoken
						   of as one with that named */
	bool			 telling;	/* by more than general words */
	bool			 near;		/* only touched, not stated */
};

#endif
