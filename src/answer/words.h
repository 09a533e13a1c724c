/*
 * Words: each gets a number, from 1, in the order in which they come.
 */
#ifndef ANSWER_WORDS_H
#define ANSWER_WORDS_H

#include <stdint.h>

#include "base/mem.h"

struct words;

/* No words, and never more than `most`; owned by `ctx`. */
struct words	*words_new(const void *ctx, size_t most);

/* The number of a word, a new one if need be; 0 when there are too many. */
uint32_t	 words_number(struct words *words, const char *word, size_t n);

/* The same, but 0 for a word that has none. */
uint32_t	 words_find(const struct words *words, const char *word,
		    size_t n);

/* The word of a number that words_number() gave; borrowed. */
const char	*words_text(const struct words *words, uint32_t number);

/* How many there are: the last number. */
uint32_t	 words_count(const struct words *words);

#endif
