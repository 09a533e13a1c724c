/*
 * Known words: a list of ordinary English and medical words, so that a
 * correctly spelt word is never taken for a typing error.
 */
#ifndef SEARCH_KNOWN_WORD_H
#define SEARCH_KNOWN_WORD_H

#include <stdbool.h>

/*
 * Whether a folded word, or a word that it is inflected from ("aortas",
 * "boxed"), is in the list.  Words of fewer than three letters count as known.
 */
bool	 known_word(const char *word);

#endif
