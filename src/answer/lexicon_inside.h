/* The internals of the lexicon, shared by lexicon.c and lexicon_pack.c. */
#ifndef ANSWER_LEXICON_INSIDE_H
#define ANSWER_LEXICON_INSIDE_H

#include "answer/lexicon.h"
#include "answer/words.h"

enum { FEATURES_MAX = 1 << 22 };

/* The possible meanings of a sequence of stems. */
struct phrase {
	struct list	 concepts;	/* struct concept */
	struct list	 abbreviated;	/* concepts that it abbreviates */
	struct list	 named;		/* struct name: exact spelling only */
	uint32_t	 class;		/* class of similar words, or 0 */
	bool		 silent;	/* no content in a question */
};

/*
 * A single word that names an instrument.  Its spelling must match exactly, as
 * brands are made from everyday words: "Driver" is not "drives".
 */
struct name {
	const struct concept	*concept;
	const char		*text;
};

struct lexicon {
	struct library		*library;
	struct words		*features;
	struct words		*stop;
	struct words		*question;
	struct words		*general;
	struct words		*more;
	struct words		*less;
	struct words		*keys;		/* of phrases */
	struct words		*starts;	/* their first words */
	struct list		 phrases;	/* struct phrase, key - 1 */
	struct list		 concepts;	/* struct concept */
	struct words		*ids;		/* of concepts, index + 1 */
	size_t			*by_feature;	/* index + 1 */
	size_t			 by_feature_count;
	struct list		 classes;	/* struct list of features, by
						   word; NULL: none */
	size_t			 longest;	/* most words in a phrase */
};

/* Indexes the concepts by feature, once all have been added. */
void	 lexicon_index_concepts(struct lexicon *lexicon);

#endif
