/*
 * Text as people read it: cleaning, measuring, cutting, wrapping, comparing.
 *
 * All text inside the program is UTF-8 that text_clean() has passed: no
 * control characters, nothing that acts on a terminal.  Widths are in cells
 * of a terminal, as wcwidth() counts them and so as ncurses does.
 */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/mem.h"

/*
 * A copy of `n` bytes that can be shown on one line: valid UTF-8; controls,
 * bidirectional controls, line separators, tags, private-use characters and
 * noncharacters become U+FFFD; zero-width characters go, save joiners between
 * letters or in emoji; at most four combining marks stay on a character, and
 * a mark without one gets a space; runs of white space become one space,
 * none at the ends.  Cleaning twice equals cleaning once.  Owned by `ctx`.
 */
char	*text_clean(const void *ctx, const char *s, size_t n);

/*
 * Whether `n` bytes are what text_clean() would make of them, as far as that
 * is seen at once: false for all that is not ASCII.
 */
bool	 text_is_clean(const char *s, size_t n);

/* Whether a byte is of a letter or digit: all beyond ASCII count as letters. */
bool	 text_is_word_byte(char c);

/* Whether `n` bytes have such a byte. */
bool	 text_has_word(const char *s, size_t n);

/* Whether `n` bytes are all ASCII. */
bool	 text_is_ascii(const char *s, size_t n);

/*
 * Whether `n` bytes are UTF-8 in which nothing acts on a terminal or ends a
 * line: text_clean() would replace nothing in it.
 */
bool	 text_is_safe(const char *s, size_t n);

/*
 * A copy in ASCII: diacritics stripped, common signs spelled out (the
 * plus-minus sign as "+/-"), all else "?".  Owned by `ctx`.
 */
char	*text_ascii(const void *ctx, const char *s);

/*
 * A copy for comparing words as people type them: lower case, diacritics
 * stripped, apostrophes gone, everything but letters and digits one space,
 * none at the ends ("Alzheimer's-type" is "alzheimers type").  Owned by `ctx`.
 */
char	*text_fold(const void *ctx, const char *s);

/* Cells that `s` (its first `n` bytes) takes. */
size_t	 text_width(const char *s);
size_t	 text_width_n(const char *s, size_t n);

/* Bytes of the longest start of `s` that fits into `cells`. */
size_t	 text_fit(const char *s, size_t cells);

/*
 * A copy of at most `cells` cells; what is cut ends in an ellipsis: in one
 * character, or in full stops (two at least, which are no sign of a table: a
 * single cell has ">").  Owned by `ctx`.
 */
char	*text_cut(const void *ctx, const char *s, size_t cells);
char	*text_cut_ascii(const void *ctx, const char *s, size_t cells);

/*
 * The next line of `s` when wrapped at `cells`: returns its bytes, trailing
 * blanks left out, and stores where the next line starts in *next (the end of
 * `s` when there is none).  Breaks where Unicode allows it (UAX 14), inside a
 * word only when the word alone is wider than a line, and never inside a web
 * address or a DOI, which may be wider.
 *
 *	for (at = s; *at != '\0'; at = next)
 *		use(at, text_line(at, 76, &next));
 */
size_t	 text_line(const char *s, size_t cells, const char **next);

/* The character at `s` (never an ending NUL): its bytes; stores its code. */
size_t	 text_char(const char *s, unsigned *code);

/* Bytes from `at` back to the start of the grapheme before it; 0 at start. */
size_t	 text_back(const char *start, const char *at);

/* Whether `s` is a whole decimal number within [low, high]; stores it. */
bool	 text_integer(const char *s, long low, long high, long *value);

/*
 * Whether `s` is decimal digits and no more; stores the number, or `most`
 * (at least 9) where it is larger, however long the digits are.
 */
bool	 text_natural(const char *s, long most, long *value);

/* Whether `s` is a plain decimal number, "-0.28"; stores it. */
bool	 text_number(const char *s, double *value);

/*
 * Damerau-Levenshtein distance (optimal string alignment) of two folded
 * words, counted up to `limit`; more is reported as limit + 1.
 */
size_t	 text_distance(const char *a, const char *b, size_t limit);

/* Whether the pointers are equal strings; NULL equals only NULL. */
bool	 text_same(const char *a, const char *b);

/* Whether a text, which may be NULL, is one of those in an array. */
#define TEXT_AMONG(text, array)						\
	text_among(text, array, sizeof(array) / sizeof((array)[0]))
bool	 text_among(const char *text, const char *const *texts, size_t count);

/* Whether a text is one of those between the commas of another. */
bool	 text_among_commas(const char *text, const char *commas);

/* Whether a list of texts holds this one. */
bool	 list_holds(const struct list *list, const char *text);

/* Whether `s` begins with `start`. */
bool	 text_begins(const char *s, const char *start);

/*
 * One word of a text: the token (not ended by NUL) and the bytes of the text
 * that it was made of.
 */
struct token {
	const char	*word;
	size_t		 n;
	size_t		 start;
	size_t		 end;
};

#endif
