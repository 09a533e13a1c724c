/* Names of people in the forms of other formats. */
#include "import/name.h"

#include <assert.h>
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"

enum { INITIALS_MAX = 4 };

bool
name_is_suffix(const char *text)
{
	static const char *const suffixes[] = { "Jr", "Jr.", "Sr", "Sr.",
	    "II", "III", "IV", "2nd", "3rd", "4th", "1st" };
	size_t i;

	assert(text != NULL);
	for (i = 0; i < COUNT(suffixes); i++)
		if (strcasecmp(suffixes[i], text) == 0)
			return true;
	return false;
}

static char *
trim(const void *ctx, const char *s, size_t n)
{
	return text_clean(ctx, s, n);
}

static void
read_commas(const void *ctx, const char *text, const char *comma,
    struct author *author)
{
	const char *second = strchr(comma + 1, ',');
	char *part;

	author->family = trim(ctx, text, (size_t)(comma - text));
	if (second == NULL) {
		part = trim(ctx, comma + 1, strlen(comma + 1));
		author->given = *part == '\0' ? NULL : part;
		part = strrchr(part, ' ');
		if (part != NULL && name_is_suffix(part + 1)) {
			/* MEDLINE: "Roe, John 3rd". */
			author->suffix = part + 1;
			*part = '\0';
		}
		return;
	}
	part = trim(ctx, comma + 1, (size_t)(second - comma - 1));
	author->given = trim(ctx, second + 1, strlen(second + 1));
	if (name_is_suffix(part) || !name_is_suffix(author->given)) {
		/* In BibTeX the suffix comes between family and given names. */
		author->suffix = part;
		if (!name_is_suffix(part)) {
			author->given = mem_format(ctx, "%s, %s", part,
			    author->given);
			author->suffix = NULL;
		}
		return;
	}
	author->suffix = author->given;
	author->given = *part == '\0' ? NULL : part;
}

/* Whether the word is initials: "JR", "J.-P.", "R." */
static bool
name_is_initials(const char *word, size_t n)
{
	size_t letters = 0, i;

	for (i = 0; i < n; i++) {
		if (isupper((unsigned char)word[i]))
			letters++;
		else if (word[i] != '.' && word[i] != '-')
			return false;
	}
	return letters > 0 && letters <= INITIALS_MAX;
}

/* The start of the last word in the first `n` bytes. */
static size_t
last_word(const char *text, size_t n)
{
	while (n > 0 && text[n - 1] != ' ')
		n--;
	return n;
}

/*
 * Reads a name with initials: "Doe JR", "Brownstein C D", "Doe JR 3rd".  Several
 * longer words in capitals are a group: "IEEE COMP SOC".
 */
static bool
read_initials(const void *ctx, const char *text, struct author *author)
{
	size_t end = strlen(text), from, at, longer = 0, words = 0;

	from = last_word(text, end);
	if (from > 0 && name_is_suffix(text + from) &&
	    !name_is_initials(text + from, end - from)) {
		author->suffix = mem_text(ctx, text + from);
		end = from - 1;
	}
	for (at = end; at > 0; at = from - 1) {
		from = last_word(text, at);
		if (!name_is_initials(text + from, at - from) || from == 0)
			break;
		words++;
		longer += at - from > 2 && text[from + 1] != '.' &&
		    text[from + 1] != '-';
	}
	if (at == end || at == 0 || (words > 1 && longer > 0)) {
		author->suffix = NULL;
		return false;
	}
	author->family = mem_text_n(ctx, text, at);
	author->given = trim(ctx, text + at, end - at);
	return true;
}

/*
 * "Jane R. van der Doe": the family name starts at the first lower-case word.
 */
static void
read_given_first(const void *ctx, const char *text, struct author *author)
{
	size_t end = strlen(text), split = last_word(text, end), at;

	if (split > 0 && name_is_suffix(text + split)) {
		author->suffix = mem_text(ctx, text + split);
		end = split - 1;
		split = last_word(text, end);
	}
	for (at = strcspn(text, " "); at < split && text[at] != '\0';
	    at += 1 + strcspn(text + at + 1, " "))
		if (islower((unsigned char)text[at + 1])) {
			split = at + 1;
			break;
		}
	author->family = mem_text_n(ctx, text + split, end - split);
	if (split > 0)
		author->given = trim(ctx, text, split);
}

/* Whether the first comma is doubled and no suffix follows the second. */
static bool
has_doubled_comma(const char *comma)
{
	return comma != NULL && comma[1] == ',' && !name_is_suffix(comma + 2 +
	    strspn(comma + 2, " "));
}

bool
name_is_group(const char *text)
{
	const char *comma;

	assert(text != NULL);
	comma = strchr(text, ',');
	return comma != NULL && (comma[1] == '\0' || has_doubled_comma(comma));
}

/*
 * Reads a group in quotation marks, or with its first comma doubled.  RIS ends
 * other names in a comma where the suffix is missing; that comma is removed.
 */
static bool
read_group(const void *ctx, char *text, struct author *author)
{
	size_t n = strlen(text);
	const char *comma = strchr(text, ',');
	char *from, *to;

	if (n > 2 && text[0] == '"' && text[n - 1] == '"') {
		text[n - 1] = '\0';
		for (from = to = text + 1; *from != '\0'; *to++ = *from++)
			from += from[0] == '"' && from[1] == '"';
		*to = '\0';
		author->family = text + 1;
		return true;
	}
	if (n > 0 && comma != NULL && text[n - 1] == ',' && comma != text + n -
	    1)
		text[n - 1] = '\0';
	if (!has_doubled_comma(comma))
		return false;
	author->family = trim(ctx, mem_format(ctx, "%.*s%s", (int)(comma -
	    text), text, comma + 1), n - 1);
	return true;
}

void
name_read(const void *ctx, const char *text, bool given_first,
    struct author *author)
{
	const char *comma;
	char *clean;

	assert(text != NULL && author != NULL);
	clean = text_clean(ctx, text, strlen(text));
	comma = strchr(clean, ',');
	if (read_group(ctx, clean, author))
		return;
	if (comma != NULL && comma != clean)
		read_commas(ctx, clean, comma, author);
	else if (given_first)
		read_given_first(ctx, clean, author);
	else if (!read_initials(ctx, clean, author))
		author->family = clean;
}
