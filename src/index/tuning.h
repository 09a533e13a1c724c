/*
 * Numbers that tune the index and searches, each with its reason.  None limits
 * the searches that are possible: a change makes answers slower, or orders them
 * differently.  The numbers for answers are in answer/knowledge.c (struct
 * tuning).
 */
#ifndef INDEX_TUNING_H
#define INDEX_TUNING_H

enum {
	/*
	 * A word has a stored set if at least this many works have it, and at
	 * least one in this many of all works: searches for rarer words are
	 * fast without a set.
	 */
	COMMON_LEAST = 64,
	COMMON_PART = 100,

	/*
	 * Prefixes of up to this many letters have stored sets; each further
	 * letter needs 36 times as many.  Without them the first letter of a
	 * search took 10 to 36 times as long (100,000 records).
	 */
	PREFIX_LETTERS = 3,

	/*
	 * Maximum hits ranked by relevance: no one reads further, and bm25 must
	 * examine every hit.  If there are more, the strongest come first.
	 */
	RANKED_MAX = 1500,

	/*
	 * Maximum works with the rarest word; with more, bm25 would take too
	 * long.
	 */
	RANKED_WALK_MAX = 50000,

	/*
	 * Words in more works than this are uninformative and do not affect the
	 * ranking.
	 */
	COMMON_WORKS = 10000,

	/* In an index of up to this many works, ranking is always fast. */
	SMALL_INDEX = 20000,

	/* Partial matches are shown from this share of the best score. */
	PARTIAL_PER_CENT = 30,

	/*
	 * The maximum number of words searched for in a pasted text; only the
	 * rarest words of a longer text are used.
	 */
	RUN_LONG = 48,

	/*
	 * A word such as "rev" is also searched for as "rev*" if works with
	 * longer words outnumber the works with the word itself by more than
	 * this factor.
	 */
	FRAGMENT_RATIO = 8,

	/*
	 * Limits for a pasted reference: rare words to look up, works with one
	 * of them, works to compare.
	 */
	REFERENCE_RARE_WORDS = 12,
	REFERENCE_WALK_MAX = 30000,
	REFERENCE_CANDIDATES_MAX = 24
};

#endif
