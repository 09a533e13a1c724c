/* Suggestions: known words for a mistyped one. */
#ifndef SEARCH_SUGGEST_H
#define SEARCH_SUGGEST_H

#include "search/open.h"

/*
 * The number of works with a word in any form; the number with words that begin
 * with it.
 */
long	 suggest_known(struct searcher *se, const char *word);

/*
 * The nearest word of the bibliography or its vocabulary for a word of at least
 * four letters (Damerau-Levenshtein distance 1, or 2 from eight letters on with
 * the same first letter; of two, the more frequent one counts), owned by `ctx`;
 * NULL if there is none, or the word is known.
 */
char	*suggest_word(const void *ctx, struct searcher *se, const char *word);

/*
 * A suggestion for a word that no record has next to words that some record
 * has: a word that differs in one letter ("weakly" next to "dosage"; in two
 * from seven letters on if the word is not English), starts with the same
 * letter, and occurs next to the word before or after it (NULL: none); owned by
 * `ctx`.  A correctly spelt word is never replaced on its own.
 */
char	*suggest_beside(const void *ctx, struct searcher *se,
	    const char *word, const char *before, const char *after);

#endif
