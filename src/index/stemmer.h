/* English stems: Snowball's Porter2, by libstemmer. */
#ifndef INDEX_STEMMER_H
#define INDEX_STEMMER_H

#include <stddef.h>

struct stemmer;

/* Owned by `ctx`; NULL when the library has no English. */
struct stemmer	*stemmer_new(const void *ctx);

/* The stem of a word of lower-case letters; *len bytes, until the next call. */
const char	*stemmer_stem(struct stemmer *stemmer, const char *word, size_t n,
		    size_t *len);

#endif
