/*
 * Phrases: how the words that people type are matched with the labels,
 * synonyms and abbreviations of the vocabulary.
 *
 * Two phrases are the same when their keys are: lower case, diacritics and
 * apostrophes gone, British endings made American, each word stemmed, and no
 * blanks or hyphens between ("gua sha", "gua-sha", "guasha"; "fibre",
 * "fibers"; "mobilisation", "mobilization").
 */
#ifndef INDEX_PHRASE_H
#define INDEX_PHRASE_H

#include "base/mem.h"
#include "index/token.h"

/* The key of a phrase, owned by `ctx`; "" when it has no letters or digits. */
char	*phrase_key(struct token_source *source, const void *ctx,
	    const char *phrase);

#endif
