/* Words: numbers a set of words, from 1, in order of insertion. */
#ifndef ANSWER_WORDS_H
#define ANSWER_WORDS_H

#include <stdint.h>

#include "base/pack.h"

struct words;

/* An empty set of at most `most` words; owned by `ctx`. */
struct words	*words_new(const void *ctx, size_t most);

/* The number of a word, added if new; 0 if the set is full. */
uint32_t	 words_number(struct words *words, const char *word, size_t n);

/* The number of a word; 0 if it is not in the set. */
uint32_t	 words_find(const struct words *words, const char *word,
		    size_t n);

/* The word with a number from words_number(); borrowed. */
const char	*words_text(const struct words *words, uint32_t number);

/* Packs the words, so that finding some of them reads only these. */
void		 words_pack(const struct words *words, const void *ctx,
		    struct buf *out);

/*
 * The words from words_pack(), with their numbers; borrows the bytes.  No words
 * can be added.
 */
struct words	*words_unpack(struct unpacker *in, const void *ctx);

/* The number of words; also the number of the last word. */
uint32_t	 words_count(const struct words *words);

#endif
