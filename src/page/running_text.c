/* Citations by author and year in running text. */
#include "page/running_text.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "record/identifier.h"

enum { NAMES_MOST = 8 };	/* maximum words in the names of a citation */

/* A word of the text, with surrounding punctuation. */
struct cited_word {
	const char	*at;
	size_t		 n;
};

struct cited_words {
	const void		*ctx;
	struct cited_word	*at;
	size_t			 count;
	size_t			 capacity;
};

static void
cited_words_read(struct cited_words *words, const char *text)
{
	size_t n;

	for (; *text != '\0'; text += n) {
		text += strspn(text, " \t\r\n");
		n = strcspn(text, " \t\r\n");
		if (n == 0)
			break;
		words->at = mem_grow(words->ctx, words->at, &words->capacity,
		    words->count + 1, sizeof(*words->at));
		words->at[words->count++] = (struct cited_word){ text, n };
	}
}

/* The word without surrounding punctuation and "'s". */
static struct cited_word
bare_word(struct cited_word word)
{
	static const char *const owners[] = { "'s", "\xe2\x80\x99s" };
	size_t i, m;

	while (word.n > 0 && strchr("([", *word.at) != NULL) {
		word.at++;
		word.n--;
	}
	while (word.n > 0 && strchr("()[].,;:", word.at[word.n - 1]) != NULL)
		word.n--;
	for (i = 0; i < COUNT(owners); i++) {
		m = strlen(owners[i]);
		if (word.n > m && memcmp(word.at + word.n - m, owners[i], m) ==
		    0)
			word.n -= m;
	}
	while (word.n > 0 && word.at[word.n - 1] == '.')
		word.n--;		/* "et al.'s" */
	return word;
}

static bool
word_is(struct cited_word word, const char *text)
{
	struct cited_word bare = bare_word(word);

	return strlen(text) == bare.n && memcmp(text, bare.at, bare.n) == 0;
}

/* Whether a word is a year, with any punctuation: "(2016)", "2016b)". */
static bool
is_cited_year(struct cited_word word)
{
	struct cited_word bare = bare_word(word);
	size_t i;

	if (bare.n < 4 || bare.n > 5 || (bare.n == 5 &&
	    !islower((unsigned char)bare.at[4])))
		return false;
	for (i = 0; i < 4; i++)
		if (!isdigit((unsigned char)bare.at[i]))
			return false;
	return memcmp(bare.at, "19", 2) == 0 || memcmp(bare.at, "20", 2) == 0;
}

/* Words with a comma that start a sentence: "However, Lee and Kim (2016)". */
static const char *const openers[] = { "Additionally", "Also",
	"Consequently", "Conversely", "Earlier", "Finally", "First",
	"Furthermore", "Hence", "However", "Importantly", "Indeed",
	"Interestingly", "Later", "Meanwhile", "Moreover", "Nevertheless",
	"Nonetheless", "Notably", "Previously", "Recently", "Second",
	"Similarly", "Specifically", "Subsequently", "Then", "Therefore",
	"Third", "Thus" };

/*
 * Whether a word is a family name: neither initials ("AB", "F.") nor lower
 * case.
 */
static bool
is_family_name(struct cited_word word)
{
	struct cited_word bare = bare_word(word);
	size_t i;

	for (i = 0; i < COUNT(openers); i++)
		if (word_is(word, openers[i]))
			return false;
	return bare.n > 1 && text_is_capital(bare.at) &&
	    !isupper((unsigned char)bare.at[bare.n - 1]) &&
	    memchr(bare.at, '.', bare.n) == NULL;
}

static bool
ends_citation(struct cited_word word)
{
	return strchr(".;:)", word.at[word.n - 1]) != NULL;
}

static bool
is_and(struct cited_word word)
{
	return word_is(word, "and") || word_is(word, "&");
}

static bool
ends_with_comma(struct cited_word word)
{
	return word.at[word.n - 1] == ',';
}

/*
 * The start of the names before a year, or the year itself if there are none.
 * Searches backwards: "and colleagues", "et al.", then names with commas or
 * "and".  If only the year is in parentheses, commas join names only before an
 * "and" or a comma and "et al.": "In the Netherlands, Lee et al. (2016)".
 */
static size_t
names_begin(const struct cited_words *words, size_t year)
{
	size_t at = year, first = year;
	bool several;

	if (at >= 2 && (word_is(words->at[at - 1], "al") ||
	    word_is(words->at[at - 1], "colleagues") ||
	    word_is(words->at[at - 1], "coworkers")))
		at -= 2;
	several = *words->at[year].at != '(' || (at < year && at > 0 &&
	    ends_with_comma(words->at[at - 1]));
	for (; at > 0 && year - at < NAMES_MOST; at--) {
		if (is_family_name(words->at[at - 1]))
			first = at - 1;
		else if (first == year || !is_and(words->at[at - 1]))
			break;
		several |= is_and(words->at[at - 1]);
		if (*words->at[at - 1].at == '(' || (at >= 2 &&
		    ends_citation(words->at[at - 2])))
			break;
		if (first == at - 1 && at >= 2 && !is_and(words->at[at - 2]) &&
		    !(several && ends_with_comma(words->at[at - 2])))
			break;
	}
	return first;
}

/* Whether names and year need no sign: "Lee et al. 2016", "Lee and Kim 2016". */
static bool
is_bare_citation(const struct cited_words *words, size_t first, size_t year)
{
	static const char *const months[] = { "January", "February", "March",
	    "April", "May", "June", "July", "August", "September", "October",
	    "November", "December" };
	const struct cited_word last = bare_word(words->at[year - 1]);

	if (isdigit((unsigned char)*words->at[year].at) && word_is(
	    words->at[year - 1], "al"))
		return true;
	return isdigit((unsigned char)*words->at[year].at) && year == first +
	    3 && is_and(words->at[year - 2]) && words->at[year - 1].n ==
	    last.n && !TEXT_WORD_AMONG(last.at, last.n, months);
}

/* Whether a word is inside a sentence, not at its end: "by", "and". */
static bool
is_inside(struct cited_word word)
{
	return islower((unsigned char)*word.at) && !ends_citation(word);
}

/* Whether a text starts like a reference, with a name and initials. */
static bool
begins_reference(const struct cited_words *words)
{
	struct cited_word bare = bare_word(words->at[0]);
	size_t at = bare.n > 0 && isdigit((unsigned char)*bare.at), i;

	if (at + 1 >= words->count || !is_family_name(words->at[at]))
		return false;
	bare = bare_word(words->at[at + 1]);
	for (i = 0; i < bare.n; i++)
		if (!isupper((unsigned char)bare.at[i]) && strchr(".-",
		    bare.at[i]) == NULL)
			return false;
	return bare.n > 0;
}

/* Whether the names of another citation follow: "Lee (2016), Roe (2011)". */
static bool
is_one_of_several(const struct cited_words *words, size_t year)
{
	size_t i;

	for (i = year + 2; i < words->count && i <= year + 1 + NAMES_MOST; i++)
		if (is_cited_year(words->at[i]))
			return names_begin(words, i) == year + 1;
	return false;
}

/*
 * Whether names and "(2016)" are part of a sentence, not the start of a
 * reference: "Lee (2016) found", "by Lee (2016).", "Lee (2016), Roe (2011)",
 * "Lee (2016) (doi:10.1000/182)".
 */
static bool
is_in_sentence(const struct cited_words *words, size_t first, size_t year)
{
	char next = year + 1 < words->count ? *words->at[year + 1].at : '.';

	if (islower((unsigned char)next) || strchr("([&", next) != NULL)
		return true;
	return is_one_of_several(words, year) || (first > 0 &&
	    is_inside(words->at[first - 1]) && !begins_reference(words));
}

/*
 * Whether names and year are a citation: "Lee (2016) found", or "(Lee, 2016)",
 * with a comma.
 */
static bool
is_citation(const struct cited_words *words, size_t first, size_t year)
{
	const struct cited_word *before = &words->at[year - 1];
	struct cited_word bare = bare_word(words->at[year]);
	bool closed = bare.at + bare.n < words->at[year].at +
	    words->at[year].n && strchr(";)", bare.at[bare.n]) != NULL;

	if (first + 1 < year && is_bare_citation(words, first, year))
		return true;
	if (!closed)
		return false;
	if (*words->at[year].at == '(')
		return is_in_sentence(words, first, year);
	return ends_with_comma(*before) && (first == 0 ||
	    *words->at[first].at == '(' || ends_citation(
	    words->at[first - 1]));
}

/* Adds the citation from its first name to its year. */
static void
add_citation(const struct cited_words *words, size_t first, size_t year,
    const char *text, struct list *found)
{
	struct reference_text *one = mem_new(words->ctx, struct reference_text);
	struct buf out = { .data = NULL };
	struct cited_word bare;
	size_t i;

	for (i = first; i <= year; i++) {
		bare = bare_word(words->at[i]);
		buf_format(words->ctx, &out, "%s%.*s%s", i > first ? " " : "",
		    (int)bare.n, bare.at, i < year && word_is(words->at[i],
		    "al") ? "." : "");
	}
	one->text = text_clean(words->ctx, buf_string(&out), out.len);
	one->at = (size_t)(words->at[first].at - text);
	list_add(words->ctx, found, one);
}

struct list
running_text_citations(const void *ctx, const char *text)
{
	struct cited_words words = { .ctx = ctx };
	struct list found = { .at = NULL };
	size_t i, first;

	cited_words_read(&words, text);
	for (i = 1; i < words.count; i++) {
		if (!is_cited_year(words.at[i]))
			continue;
		first = names_begin(&words, i);
		if (first < i && is_citation(&words, first, i))
			add_citation(&words, first, i, text, &found);
	}
	return found;
}

/*
 * The length of the identifier at the start of `text`, with a label before it;
 * 0 if there is none.
 */
static size_t
identifier_length(const char *text)
{
	size_t n = strcspn(text, " \t\r\n"), m;
	char *word = mem_text_n(NULL, text, n);
	enum identifier kind = identifier_kind(word),
	    label = identifier_label(word);

	mem_free(word);
	if (kind != IDENTIFIER_COUNT)
		return n;
	m = n + strspn(text + n, " \t\r\n");
	if (label == IDENTIFIER_COUNT || label == IDENTIFIER_ID ||
	    !isdigit((unsigned char)text[m]))
		return 0;
	return m + strcspn(text + m, " \t\r\n");
}

struct list
running_text_identifiers(const void *ctx, const char *text)
{
	struct list found = { .at = NULL };
	struct reference_text *one;
	struct cited_word word;
	size_t at, n;

	for (at = 0; text[at] != '\0'; at += n) {
		at += strspn(text + at, " \t\r\n");
		n = identifier_length(text + at);
		if (n == 0) {
			n = strcspn(text + at, " \t\r\n");
			continue;
		}
		word = bare_word((struct cited_word){ text + at, n });
		one = mem_new(ctx, struct reference_text);
		one->text = text_clean(ctx, word.at, word.n);
		one->at = at;
		one->beside = true;
		list_add(ctx, &found, one);
	}
	return found;
}
