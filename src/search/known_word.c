/* Known words: a list of ordinary English and medical words. */
#include "search/known_word.h"

#include <string.h>

#include "base/mem.h"

enum { WORD_MAX = 40, LETTERS_MIN = 3, ENDINGS_MAX = 2 };

/* Sorted words, each surrounded by spaces, made from words.txt by words.awk. */
static const char *const rows[] = {
#include "search/words.inc"
};

/* The list leaves out words formed from other words with these endings. */
static const struct {
	const char	*ending;
	const char	*instead;
} endings[] = {
	{ "ies", "y" }, { "es", "" }, { "s", "" }, { "ed", "" },
	{ "ed", "e" }, { "ing", "" }, { "ing", "e" }, { "ly", "" },
	{ "ness", "" },
};

static bool
known_word_is_listed(const char *word, size_t n)
{
	char spaced[WORD_MAX + 3];
	size_t low = 0, high = COUNT(rows), middle;

	spaced[0] = ' ';
	memcpy(spaced + 1, word, n);
	spaced[n + 1] = ' ';
	spaced[n + 2] = '\0';
	/* Find the last row that does not start after the word. */
	while (high - low > 1) {
		middle = (low + high) / 2;
		if (strncmp(rows[middle], spaced, n + 2) <= 0)
			low = middle;
		else
			high = middle;
	}
	return strstr(rows[low], spaced) != NULL;
}

/* "findings" is "find" with two endings. */
static bool
is_inflected(const char *word, size_t n, size_t depth)
{
	char base[WORD_MAX + 2];
	size_t i, m, k;

	for (i = 0; i < COUNT(endings); i++) {
		m = strlen(endings[i].ending);
		k = strlen(endings[i].instead);
		if (n < m || n - m + k < LETTERS_MIN ||
		    strncmp(word + n - m, endings[i].ending, m) != 0)
			continue;
		memcpy(base, word, n - m);
		memcpy(base + n - m, endings[i].instead, k);
		if (known_word_is_listed(base, n - m + k) || (depth > 1 &&
		    is_inflected(base, n - m + k, depth - 1)))
			return true;
	}
	return false;
}

bool
known_word(const char *word)
{
	size_t n = strlen(word);

	if (n < LETTERS_MIN || n > WORD_MAX)
		return n < LETTERS_MIN;
	return known_word_is_listed(word, n) || is_inflected(word, n,
	    ENDINGS_MAX);
}
