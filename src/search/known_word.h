/*
 * Known words: an ordinary English and medical word list, so that a word
 * spelt right is never taken for a mistyped one.
 */
#ifndef SEARCH_KNOWN_WORD_H
#define SEARCH_KNOWN_WORD_H

#include <stdbool.h>

/*
 * Whether a folded word is in the list, or an inflection of one that is
 * ("aortas", "boxed").  Words of fewer than three letters count as known.
 */
bool	 known_word(const char *word);

#endif
