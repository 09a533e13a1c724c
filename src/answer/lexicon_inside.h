/* The internals of the lexicon, shared by its files. */
#ifndef ANSWER_LEXICON_INSIDE_H
#define ANSWER_LEXICON_INSIDE_H

#include "answer/lexicon.h"
#include "answer/words.h"

enum { FEATURES_MAX = 1 << 22 };

/* The possible meanings of a sequence of stems. */
struct phrase {
	struct list	 concepts;	/* struct concept */
	struct list	 abbreviated;	/* struct name: abbreviated terms */
	struct list	 named;		/* struct name: exact spelling only */
	uint32_t	 class;		/* class of similar words, or 0 */
	bool		 silent;	/* stop word in a question */
};

/*
 * An abbreviation, or a single word that names an instrument.  Its spelling
 * must match exactly, as brands are made from everyday words: "Driver" is not
 * "drives".
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
	struct words		*starts;	/* first words of the phrases */
	struct list		 phrases;	/* struct phrase, key - 1 */
	struct list		 concepts;	/* struct concept */
	struct words		*ids;		/* ids of the concepts, index +
						   1 */
	uint32_t		*by_feature;	/* index + 1 */
	size_t			 by_feature_count;
	struct list		 classes;	/* struct list of features, by
						   word; NULL: none */
	size_t			 longest;	/* maximum words in a phrase */
	/* Of an unpacked lexicon: phrases and classes not yet needed. */
	struct items		 packed_phrases;
	struct items		 packed_classes;
};

/* A word of the text being read. */
struct written {
	char		*stem;
	size_t		 key;		/* offset of the word's stem in the
					   key */
	size_t		 start;
	size_t		 end;
	bool		 stop;
	bool		 phrased;	/* part of a longer phrase of the
					   vocabulary */
	struct mention	*mention;	/* NULL if it is a stop word */
};

struct reading {
	struct lexicon	*lexicon;
	const void	*ctx;
	const char	*text;
	struct written	*words;
	size_t		 count;
	size_t		 capacity;
	struct buf	 key;		/* all stems, each followed by a
					   space */
};

/*
 * The phrase, or the classes of the word, with a number below the count.
 * Damaged bytes are handled as by shelf_known().
 */
struct phrase	*lexicon_phrase_at(struct lexicon *lexicon, size_t i);
struct list	*lexicon_classes_at(struct lexicon *lexicon, size_t i);

/* Splits the text of a reading into words. */
void	 lexicon_split(struct reading *reading);

/* The phrase that matches a sequence of words, or NULL; borrowed. */
struct phrase	*lexicon_find_phrase(const struct reading *reading, size_t from,
		    size_t to);

/* The phrase with this text, or NULL; borrowed. */
const struct phrase	*lexicon_phrase(struct lexicon *lexicon,
			    const char *text);

/* The feature of a word; 0 if it is not known. */
uint32_t	 lexicon_word(const struct lexicon *lexicon, const char *word);

/* The classes of a word, by its feature; NULL if it has none. */
struct list	*lexicon_classes(struct lexicon *lexicon, uint32_t word,
		    bool make);

/* Indexes the concepts by feature, once all have been added. */
void	 lexicon_index_concepts(struct lexicon *lexicon);

#endif
