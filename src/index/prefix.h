/*
 * Beginnings: the first letters of words, up to three letters a-z or digits,
 * as numbers.  Those that begin alike follow each other: "a", "aa", "aaa" ...
 * "ab".
 */
#ifndef INDEX_PREFIX_H
#define INDEX_PREFIX_H

#include <stdbool.h>
#include <stddef.h>

enum {
	PREFIX_LETTERS = 3,
	PREFIX_DIGITS = 37,		/* nothing, letters, digits */
	PREFIXES = PREFIX_DIGITS * PREFIX_DIGITS * PREFIX_DIGITS
};

/* The longest beginning of a word; 0 when it has none. */
unsigned	 prefix_of(const char *word, size_t n);

/* Without its last letter; 0 when nothing is left. */
unsigned	 prefix_shorter(unsigned beginning);

/*
 * With another letter, the `digit`th of 1 to PREFIX_DIGITS - 1, as the
 * `letters`th of all.
 */
unsigned	 prefix_longer(unsigned beginning, unsigned letters,
		    unsigned digit);

/* The word under which its set is stored: "abc*", which no word is. */
void		 prefix_text(unsigned beginning,
		    char text[PREFIX_LETTERS + 2]);

/* Whether a word is a beginning, one to three letters or digits. */
bool		 prefix_is(const char *word);

#endif
