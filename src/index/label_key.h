/*
 * Label keys: match typed words with the labels, synonyms and abbreviations of
 * the vocabulary.
 *
 * Phrases with equal keys are the same.  A key is in lower case and American
 * spelling, in the singular, without diacritics, apostrophes, spaces and
 * hyphens ("jet lag", "jet-lag", "jetlag"; "fibre", "fibers"; "mobilisation",
 * "mobilization").  There is no further stemming: a relaxant is not
 * relaxation.
 */
#ifndef INDEX_LABEL_KEY_H
#define INDEX_LABEL_KEY_H

#include "base/mem.h"

/* The key of a phrase, owned by `ctx`; "" if it has no letters or digits. */
char	*label_key(const void *ctx, const char *phrase);

/* The key of an unfinished phrase: its last word is unchanged. */
char	*label_key_prefix(const void *ctx, const char *start);

/*
 * The words of a text as they are in keys, with a space before each and after
 * the last: " neck pain ".  The text contains a phrase if strstr() finds the
 * words of the phrase in the result.
 */
char	*label_key_words(const void *ctx, const char *text);

#endif
