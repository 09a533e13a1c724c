/*
 * Phrases: how the words that people type are matched with the labels,
 * synonyms and abbreviations of the vocabulary.
 *
 * Two phrases are the same when their keys are: lower case, diacritics and
 * apostrophes gone, British spellings made American, plurals made singular,
 * and no blanks or hyphens between ("jet lag", "jet-lag", "jetlag"; "fibre",
 * "fibers"; "mobilisation", "mobilization").  No further stemming: a
 * fibroblast is not a Fibroblaster.
 */
#ifndef INDEX_LABEL_KEY_H
#define INDEX_LABEL_KEY_H

#include "base/mem.h"

/* The key of a phrase, owned by `ctx`; "" when it has no letters or digits. */
char	*label_key(const void *ctx, const char *phrase);

/* The same for the beginning of one: its last word is left as it is. */
char	*label_key_prefix(const void *ctx, const char *start);

#endif
