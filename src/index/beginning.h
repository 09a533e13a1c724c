/*
 * Beginnings: the first letters of words, up to three letters a-z or digits,
 * as numbers.  Those that begin alike follow each other: "a", "aa", "aaa" ...
 * "ab".
 */
#ifndef INDEX_BEGINNING_H
#define INDEX_BEGINNING_H

#include <stdbool.h>
#include <stddef.h>

enum {
	BEGINNING_LETTERS = 3,
	BEGINNING_DIGITS = 37,		/* nothing, letters, digits */
	BEGINNINGS = BEGINNING_DIGITS * BEGINNING_DIGITS * BEGINNING_DIGITS
};

/* The longest beginning of a word; 0 when it has none. */
unsigned	 beginning_of(const char *word, size_t n);

/* Without its last letter; 0 when nothing is left. */
unsigned	 beginning_shorter(unsigned beginning);

/*
 * With another letter, the `digit`th of 1 to BEGINNING_DIGITS - 1, as the
 * `letters`th of all.
 */
unsigned	 beginning_longer(unsigned beginning, unsigned letters,
		    unsigned digit);

/* The word under which its set is stored: "abc*", which no word is. */
void		 beginning_text(unsigned beginning,
		    char text[BEGINNING_LETTERS + 2]);

/* Whether a word is a beginning, one to three letters or digits. */
bool		 beginning_is(const char *word);

#endif
