/* English stems: Snowball's Porter2, by libstemmer. */
#ifndef INDEX_STEMMER_H
#define INDEX_STEMMER_H

#include <stddef.h>

struct stemmer;

/* A stemmer, owned by `ctx`; NULL if the library lacks English. */
struct stemmer	*stemmer_new(const void *ctx);

/*
 * The stem of a word in lower-case letters, *len bytes; valid until the next
 * call.
 */
const char	*stemmer_stem(struct stemmer *stemmer, const char *word, size_t n,
		    size_t *len);

#endif
