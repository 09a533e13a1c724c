/* Splits texts into sentences and clauses. */
#include "answer/sentence.h"

#include <assert.h>
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"

/* Abbreviations whose full stop does not end a sentence. */
static const char *const abbreviations[] = {
	"al", "dr", "mr", "mrs", "ms", "prof", "st", "vs", "e.g", "i.e", "no",
	"fig", "approx", "cf", "ca", "etc", "vol", "pp",
};

enum { ABBREVIATION_MAX = 8 };	/* longer words are not abbreviations */

static bool
sentence_is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static bool
ends_abbreviation(const char *text, size_t start, size_t stop)
{
	size_t from = stop, i;

	while (from > start && stop - from <= ABBREVIATION_MAX &&
	    !sentence_is_blank(text[from - 1]) && text[from - 1] != '(')
		from--;
	if (stop - from > ABBREVIATION_MAX)
		return false;
	if (stop - from == 1 && isupper((unsigned char)text[from]))
		return true;		/* an initial */
	for (i = 0; i < COUNT(abbreviations); i++)
		if (strlen(abbreviations[i]) == stop - from &&
		    strncasecmp(abbreviations[i], text + from, stop - from)
		    == 0)
			return true;
	return false;
}

/* The end of the sentence if the stop at `at` ends one; otherwise 0. */
static size_t
end_at_stop(const char *text, size_t n, size_t start, size_t at)
{
	size_t end = at + 1, next;

	if (strchr(".!?", text[at]) == NULL || (text[at] == '.' &&
	    ends_abbreviation(text, start, at)))
		return 0;
	while (end < n && strchr(".!?\"')]", text[end]) != NULL)
		end++;
	while (end < n && ((unsigned char)text[end] & 0xC0) == 0x80)
		end++;
	if (end < n && !sentence_is_blank(text[end]))
		return 0;
	for (next = end; next < n && sentence_is_blank(text[next]); next++)
		continue;
	return next < n && islower((unsigned char)text[next]) ? 0 : end;
}

/* Whether a line is empty or starts an item, a heading or a quotation. */
static bool
begins_block(const char *text, size_t n, size_t at)
{
	while (at < n && (text[at] == ' ' || text[at] == '\t'))
		at++;
	if (at == n || text[at] == '\n' || strchr("#>*-+|", text[at]) != NULL)
		return true;
	while (at < n && isdigit((unsigned char)text[at]))
		at++;
	return at + 1 < n && (text[at] == '.' || text[at] == ')') &&
	    text[at + 1] == ' ' && at > 0 && isdigit((unsigned char)text[at -
	    1]);
}

static void
sentence_add_span(const void *ctx, struct list *list, const char *text,
    size_t start, size_t end, bool heading)
{
	struct span_of *span;

	while (start < end && (sentence_is_blank(text[start]) ||
	    strchr("#>*-+|", text[start]) != NULL)) {
		heading = heading || text[start] == '#';
		start++;
	}
	while (end > start && sentence_is_blank(text[end - 1]))
		end--;
	if (start == end)
		return;
	span = mem_new(ctx, struct span_of);
	*span = (struct span_of){ start, end, heading };
	list_add(ctx, list, span);
}

struct list
sentences_of(const void *ctx, const char *text, size_t n)
{
	struct list list = { .at = NULL };
	size_t start = 0, at, end;

	assert(text != NULL || n == 0);
	for (at = 0; at < n; at++) {
		end = end_at_stop(text, n, start, at);
		if (end == 0 && text[at] == '\n' && begins_block(text, n, at +
		    1))
			end = at + 1;
		else if (end == 0 && text[at] == '\n' && start < at &&
		    begins_block(text, n, start) && text[start] == '#')
			end = at + 1;
		if (end == 0)
			continue;
		sentence_add_span(ctx, &list, text, start, end,
		    list.count == 0 && text[at] == '\n');
		start = end;
		at = end - 1;
	}
	sentence_add_span(ctx, &list, text, start, n, false);
	return list;
}

/* Clauses. */

/* Words between two clauses that belong to neither. */
static const char *const joints[] = {
	"and", "but", "so", "which", "who", "because", "while", "as", "after",
	"or", "then", "that", "whether", "if", "when", "although", "though",
	"since", "nor", "to",
};

/* Words that start a clause. */
static const char *const subjects[] = { "it", "they", "he", "she", "you", "we" };

struct list
clauses_of(const void *ctx, const char *text, size_t n)
{
	struct list list = { .at = NULL };
	size_t start = 0, at = 0, from;

	assert(text != NULL || n == 0);
	while (at < n) {
		from = at;
		while (at < n && (isalnum((unsigned char)text[at]) ||
		    text[at] == '\'' || (unsigned char)text[at] >= 0x80))
			at++;
		if (at == from) {
			if (strchr(";:()", text[at]) != NULL || (text[at] ==
			    ',' && at + 1 < n && sentence_is_blank(text[at +
			    1]))) {
				sentence_add_span(ctx, &list, text, start, at,
				    false);
				start = at + 1;
			}
			at++;
		} else if (TEXT_WORD_AMONG(text + from, at - from,
		    joints)) {
			sentence_add_span(ctx, &list, text, start, from, false);
			start = at;
		} else if (TEXT_WORD_AMONG(text + from, at - from,
		    subjects)) {
			sentence_add_span(ctx, &list, text, start, from, false);
			start = from;
		}
	}
	sentence_add_span(ctx, &list, text, start, n, false);
	return list;
}

size_t
words_of(const char *text, struct word_of *words, size_t most)
{
	size_t count = 0, n;

	assert(text != NULL);
	while (*text != '\0' && count < most) {
		for (n = 0; isalnum((unsigned char)text[n]) || text[n] == '\'';
		    n++)
			continue;
		if (n > 0)
			words[count++] = (struct word_of){ text, n };
		text += n > 0 ? n : 1;
	}
	return count;
}
