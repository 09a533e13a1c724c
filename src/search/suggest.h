/* Suggestions: words of the bibliography that a mistyped one may mean. */
#ifndef SEARCH_SUGGEST_H
#define SEARCH_SUGGEST_H

#include "search/open.h"

/* In how many works a word is written, in any of its forms; as a prefix. */
long	 suggest_known(struct searcher *se, const char *word);

/*
 * The word of the bibliography or its vocabulary that is nearest to a word of
 * at least four letters (Damerau-Levenshtein distance 1, or 2 from eight
 * letters on with the same first letter; the more frequent one wins), owned
 * by `ctx`; NULL when none is near, or the word is known.
 */
char	*suggest_word(const void *ctx, struct searcher *se, const char *word);

/*
 * The same for a word that is spelt right but not held ("weakly" beside
 * "dosage"): one that differs in one letter, begins as it does, and is written
 * somewhere with the word before or after it (NULL: none); owned by `ctx`.  By
 * itself such a word is never replaced.
 */
char	*suggest_beside(const void *ctx, struct searcher *se,
	    const char *word, const char *before, const char *after);

#endif
