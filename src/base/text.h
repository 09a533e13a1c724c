/*
 * Text: cleaning, measuring, cutting, wrapping, comparing.
 *
 * All text inside the program is UTF-8 that has passed text_clean(): it has no
 * control characters and nothing that affects a terminal.  Widths are in
 * terminal cells, counted by wcwidth() and so the same as in ncurses.
 */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/mem.h"

/*
 * A copy of `n` bytes that can be shown on one line: valid UTF-8; controls,
 * bidirectional controls, line separators, tags, private-use characters and
 * noncharacters become U+FFFD; zero-width characters are removed, except
 * joiners between letters or in emoji; a character keeps at most four combining
 * marks, and a mark without a base character is put on a no-break space; runs
 * of white space become one space, with none at the ends.  Cleaning twice
 * equals cleaning once.  Owned by `ctx`.
 */
char	*text_clean(const void *ctx, const char *s, size_t n);

/*
 * Whether text_clean() would leave `n` bytes unchanged.  A quick check: false
 * for everything but ASCII.
 */
bool	 text_is_clean(const char *s, size_t n);

/*
 * Whether a byte is part of a letter or digit: all bytes beyond ASCII count as
 * letters.
 */
bool	 text_is_word_byte(char c);

/* Whether `n` bytes contain part of a letter or digit. */
bool	 text_has_word(const char *s, size_t n);

/* Whether `n` bytes are all ASCII. */
bool	 text_is_ascii(const char *s, size_t n);

/*
 * Whether `n` bytes are UTF-8 without anything that affects a terminal or ends
 * a line: text_clean() would replace nothing.
 */
bool	 text_is_safe(const char *s, size_t n);

/*
 * A copy in ASCII: without diacritics, common signs spelled out (the plus-minus
 * sign as "+/-"), anything else as "?". Owned by `ctx`.
 */
char	*text_ascii(const void *ctx, const char *s);

/*
 * A copy for comparing words as people type them: lower case, without
 * diacritics and apostrophes; everything except letters and digits becomes one
 * space, with none at the ends ("Alzheimer's-type" becomes "alzheimers type").
 * Owned by `ctx`.
 */
char	*text_fold(const void *ctx, const char *s);

/* The characters of a web address (RFC 3986), besides the percent sign. */
#define TEXT_OF_ADDRESS	"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz" \
			"0123456789-._~:/?#[]@!$&'()*+,;="
/* Appends a part of a web address; other characters are escaped, as in %3C. */
void	 text_add_address(const void *ctx, struct buf *out, const char *s,
	    size_t n);

/* The width of `s` (of its first `n` bytes) in cells. */
size_t	 text_width(const char *s);
size_t	 text_width_n(const char *s, size_t n);

/* The length of the longest prefix of `s` that fits into `cells`. */
size_t	 text_fit(const char *s, size_t cells);

/*
 * A copy of at most `cells` cells; a cut text ends in an ellipsis: one
 * character, or at least two full stops (which no table uses as a symbol; a
 * single cell gets ">").  Owned by `ctx`.
 */
char	*text_cut(const void *ctx, const char *s, size_t cells);
char	*text_cut_ascii(const void *ctx, const char *s, size_t cells);

/*
 * The next line of `s` when wrapped at `cells`: returns its length without
 * trailing spaces, and stores the start of the next line in *next (the end of
 * `s` if there is none).  Breaks where Unicode allows it (UAX 14), inside a
 * word only if it is wider than a line, and never inside a web address or a
 * DOI, which may be wider.
 *
 *	for (at = s; *at != '\0'; at = next)
 *		use(at, text_line(at, 76, &next));
 */
size_t	 text_line(const char *s, size_t cells, const char **next);

/* The length of the character at `s` (never the final NUL); stores its code. */
size_t	 text_char(const char *s, unsigned *code);

/* Whether a text starts with a capital letter, of any alphabet. */
bool	 text_is_capital(const char *s);

/* A copy of `n` bytes in capitals, owned by `ctx`. */
char	*text_capitals(const void *ctx, const char *s, size_t n);

/*
 * The Damerau-Levenshtein distance (optimal string alignment) of two folded
 * words, up to `limit`; limit + 1 if it is greater.
 */
size_t	 text_distance(const char *a, const char *b, size_t limit);

/* Whether two strings are equal; NULL equals only NULL. */
bool	 text_same(const char *a, const char *b);

/*
 * Whether two texts may be equal except for case: compares only their first
 * letters, as a quick check before strcasecmp().
 */
static inline bool
text_may_match(const char *a, const char *b)
{
	return ((*a ^ *b) & ~0x20) == 0;
}

/* Whether a text, which may be NULL, is in an array. */
#define TEXT_AMONG(text, array)						\
	text_among(text, array, COUNT(array))
bool	 text_among(const char *text, const char *const *texts, size_t count);

/* Whether a word of `n` bytes is in an array, ignoring case. */
#define TEXT_WORD_AMONG(word, n, array)					\
	text_word_among(word, n, array, COUNT(array))
bool	 text_word_among(const char *word, size_t n,
	    const char *const *words, size_t count);

/* Whether a text is in a comma-separated list. */
bool	 text_among_commas(const char *text, const char *commas);

/* Whether a list of texts contains a text. */
bool	 list_holds(const struct list *list, const char *text);

/* Whether two lists of texts have a text in common. */
bool	 list_meets(const struct list *a, const struct list *b);

/*
 * Compares two texts byte by byte, for qsort() and bsearch() over an array of
 * texts.
 */
int	 text_order(const void *a, const void *b);

/* Whether two lists have the same texts in the same order. */
bool	 list_same(const struct list *a, const struct list *b);

/* Whether `s` starts with `start`. */
bool	 text_begins(const char *s, const char *start);

/*
 * A word of a text: the token (not ended by NUL) and the bytes that it comes
 * from.
 */
struct token {
	const char	*word;
	size_t		 n;
	size_t		 start;
	size_t		 end;
};

#endif
