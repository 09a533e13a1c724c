/* Spelling: British endings and the American ones that mean the same. */
#ifndef INDEX_SPELLING_H
#define INDEX_SPELLING_H

#include <stddef.h>

enum { SPELLING_MAX = 64 };

/*
 * Writes the American spelling of a word of `n` lower-case letters into `out` and
 * returns its length; most words stay as they are.  Words of SPELLING_MAX or
 * more bytes are not looked at and give 0.
 */
size_t	 spelling_american(char out[SPELLING_MAX], const char *word, size_t n);

#endif
