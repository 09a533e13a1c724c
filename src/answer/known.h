/*
 * The recognisable sentences and the matches of a text: the data that
 * knowledge.c builds, knowledge_pack.c stores and unit.c searches.
 */
#ifndef ANSWER_KNOWN_H
#define ANSWER_KNOWN_H

#include "answer/lexicon.h"

/*
 * The weight of each kind of evidence for a match: one row for propositions,
 * one for topics.  HACKING says how they were determined.
 */
struct tuning {
	/* Agreement between senses; the word itself counts 1. */
	double	class;		/* words of similar meaning */
	double	concept;	/* the same term */
	double	broader;	/* a broader term */
	/* Weights of a record's texts; its own wordings weigh 1. */
	double	own;		/* its terms */
	double	synonyms;	/* labels and synonyms of its terms */
	double	scope;		/* scope notes of its terms */
	double	related;	/* questions of a proposition's topics, or
				   propositions of a topic */
	double	reason;		/* reason of the verdict, or answer of the
				   topic */
	double	modifier;	/* factor: a word in a name that does not say
				   what the thing is: "tea" in "tea cup" */
	/*
	 * Weights of words.  Unless set here, a word has its inverse document
	 * frequency.
	 */
	double	unknown;	/* a word that is not in the knowledge base */
	double	elsewhere;	/* a word that only records of another kind
				   have */
	double	subject;	/* factor: names the treatment */
	double	specific;	/* factor: condition or mechanism of a record */
	/* From evidence to a score. */
	double	coverage;	/* exponent of the share of the text that is
				   explained; 1 minus this is the exponent of a
				   wording's share */
	double	smooth;		/* added to the weight of a wording */
	double	single;		/* factor: only one word matches */
	double	opposed;	/* factor: one says more, the other less */
	double	other;		/* factor: names another treatment */
	double	clause;		/* factor: only part of the sentence */
	double	condition;	/* factor: the condition of the question */
	double	elsewise;	/* factor: another condition */
	double	region;		/* factor: another body part */
	double	unnamed;	/* factor: a special treatment that is not
				   named */
	double	named;		/* coverage that a topic needs if a word is
				   unknown but the treatment is named */
	double	silent;		/* coverage needed if the treatment is not
				   named either */
	double	foreign;	/* coverage needed if the question is about the
				   unknown word */
	double	threshold;
	double	near;		/* threshold of a near match */
	double	ratio;		/* lowest score to keep, relative to the best
				   of the same part */
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

/* Postings in packed knowledge. */
struct packed_postings {
	const unsigned char	*at;
	size_t			 count;
};

/* A proposition or topic. */
struct known {
	enum rectype	 kind;
	const char	*id;
	const char	*text;		/* the statement or question */
	struct list	 wordings;	/* struct mentions; the text first */
	struct list	 conditions;	/* struct concept */
	struct list	 own;		/* struct concept: all its terms */
	struct list	 techniques;	/* struct concept */
	struct list	 places;	/* features: words of its conditions */
	struct list	 regions;	/* features: body parts */
	struct list	 named;		/* features: treatments in its text */
	struct list	 others;	/* treatments of `own` that are not the
					   subject's */
	size_t		 works;		/* of a topic */
	bool		 of_condition;	/* the text names one of the
					   conditions */
	int		 more;		/* direction that the text claims */
};

/* All records of one kind. */
struct shelf {
	const struct tuning	*tuning;
	struct list		 knowns;	/* struct known; NULL: packed */
	/* Used only while the knowledge is built: */
	uint32_t		*frequency;	/* of features */
	struct postings_of	*postings;	/* of features */
	/* Used once the knowledge is packed, to unpack records when needed: */
	const struct knowledge	*knowledge;
	enum rectype		 kind;
	struct items		 packed_knowns;
	const unsigned char	*packed_frequency;
	struct items		 packed_postings;
	/* Scratch space of match.c: a value for each known text. */
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
	uint32_t		 subject;	/* the treatment that most
						   topics ask about first */
	double			*present;	/* scratch space, by feature */
};

/*
 * A proposition or topic, by its number; borrowed. Parts of the record are
 * missing, and library_ok() fails, if its bytes are damaged.
 */
const struct known	*shelf_known(struct shelf *shelf, size_t number);

/* How many records of the shelf have a feature in one of their wordings. */
uint32_t		 shelf_frequency(const struct shelf *shelf,
			    uint32_t feature);

/* The records that a feature is evidence for. */
struct packed_postings	 shelf_postings(const struct shelf *shelf,
			    uint32_t feature);
struct posting		 posting_at(const struct packed_postings *postings,
			    size_t i);

/* A record that matches a text. */
struct match {
	const struct known	*known;
	double			 score;
	double			 coverage;	/* share of the text explained */
	bool			 kin;		/* treatment in the same group
						   as the one named */
	bool			 telling;	/* a specific word matches */
	bool			 near;		/* related, not stated */
	double			 clause;	/* best score of a clause, or 0 */
	size_t			 start;		/* part of the text whose
						   negations may deny the
						   match */
	size_t			 end;
};

#endif
