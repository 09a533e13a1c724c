/* Beginnings: the first letters of words, as numbers with three digits. */
#include "index/prefix.h"

#include <string.h>

/* Of the letters, from the first, which is 1. */
static const unsigned weights[PREFIX_LETTERS + 1] = { PREFIXES,
    PREFIX_DIGITS * PREFIX_DIGITS, PREFIX_DIGITS, 1 };

/* 1 to 36, 0 for what is neither letter nor digit. */
static unsigned
digit_of(char c)
{
	if (c >= 'a' && c <= 'z')
		return (unsigned)(c - 'a') + 1;
	return c >= '0' && c <= '9' ? (unsigned)(c - '0') + 27 : 0;
}

static char
letter_of(unsigned digit)
{
	return digit == 0 ? '\0' : digit < 27 ? (char)('a' + digit - 1) :
	    (char)('0' + digit - 27);
}

unsigned
prefix_of(const char *word, size_t n)
{
	unsigned beginning = 0, digit;
	size_t i;

	for (i = 0; i < n && i < PREFIX_LETTERS; i++) {
		digit = digit_of(word[i]);
		if (digit == 0)
			break;
		beginning += digit * weights[i + 1];
	}
	return beginning;
}

unsigned
prefix_shorter(unsigned beginning)
{
	unsigned letters = PREFIX_LETTERS;

	while (letters > 0 && beginning % weights[letters - 1] == 0)
		letters--;
	return letters == 0 ? 0 : beginning - beginning % weights[letters - 1];
}

unsigned
prefix_longer(unsigned beginning, unsigned letters, unsigned digit)
{
	return beginning + digit * weights[letters];
}

void
prefix_text(unsigned beginning, char text[PREFIX_LETTERS + 2])
{
	size_t i, n;

	for (i = 0; i < PREFIX_LETTERS; i++)
		text[i] = letter_of(beginning / weights[i + 1] %
		    PREFIX_DIGITS);
	text[i] = '\0';
	n = strlen(text);
	text[n] = '*';
	text[n + 1] = '\0';
}

bool
prefix_is(const char *word)
{
	size_t i;

	for (i = 0; word[i] != '\0'; i++)
		if (i == PREFIX_LETTERS || digit_of(word[i]) == 0)
			return false;
	return i > 0;
}
