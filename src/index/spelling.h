/* Spelling: converts British endings to American ones. */
#ifndef INDEX_SPELLING_H
#define INDEX_SPELLING_H

#include <stddef.h>

enum { SPELLING_MAX = 64 };

/*
 * Writes the American spelling of a word of `n` lower-case letters into `out`
 * and returns its length; most words are unchanged.  Returns 0 for words of
 * SPELLING_MAX or more bytes.
 */
size_t	 spelling_american(char out[SPELLING_MAX], const char *word, size_t n);

#endif
