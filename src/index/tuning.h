/*
 * Numbers that tune the index and searches, each with its reason.  None is a
 * limit of what can be asked: a change makes answers slower, or ordered in
 * another way.  Those of answers are in answer/knowledge.h (struct tuning).
 */
#ifndef INDEX_TUNING_H
#define INDEX_TUNING_H

enum {
	/*
	 * A word has a stored set if at least this many works have it, and one
	 * in this many of all: a search for a rarer one is quick without.
	 */
	COMMON_LEAST = 64,
	COMMON_PART = 100,

	/*
	 * Prefixes of up to this many letters have stored sets, 36 times as many
	 * for each letter more.  Without them the first letter of a search
	 * took 10 to 36 times as long (100,000 records).
	 */
	PREFIX_LETTERS = 3,

	/*
	 * Hits that are ranked by relevance: nobody reads further, and bm25
	 * must look at every hit.  Of more, the strongest come first.
	 */
	RANKED_MAX = 1500,

	/* Works with the rarest word; of more, bm25 would take too long. */
	RANKED_WALK_MAX = 50000,

	/* A word that more works have says little, and is not ranked by. */
	COMMON_WORKS = 10000,

	/* Works of an index in which ranking never takes long. */
	SMALL_INDEX = 20000,

	/* Partial matches are shown from this share of the best score on. */
	PARTIAL_PER_CENT = 40,

	/* Words of a pasted text; of more the rarest count. */
	RUN_LONG = 48,

	/*
	 * "rev" is searched as "rev*" too if the works with longer words are
	 * more than this many times those with the word itself.
	 */
	FRAGMENT_RATIO = 8,

	/* A pasted reference: rare words looked up, works with one, compared. */
	REFERENCE_RARE_WORDS = 12,
	REFERENCE_WALK_MAX = 30000,
	REFERENCE_CANDIDATES_MAX = 24
};

#endif
