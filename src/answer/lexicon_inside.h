/* What lexicon.c and lexicon_pack.c share: the lexicon itself. */
#ifndef ANSWER_LEXICON_INSIDE_H
#define ANSWER_LEXICON_INSIDE_H

#include "answer/lexicon.h"
#include "answer/words.h"

enum { FEATURES_MAX = 1 << 22 };

/* What a sequence of stems may mean. */
struct phrase {
	struct list	 concepts;	/* struct concept */
	struct list	 abbreviated;	/* those of which it is short for */
	struct list	 named;		/* struct name: as written only */
	uint32_t	 class;		/* of like meaning, or 0 */
	bool		 silent;	/* carries nothing in a question */
};

/*
 * One word that names an instrument.  It is compared as it is written, since
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
	size_t			 longest;	/* words of a phrase */
};

/* Makes concepts be found by their features, once all are there. */
void	 lexicon_index_concepts(struct lexicon *lexicon);

#endif
