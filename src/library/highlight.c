/* Highlights: finds the search terms in a text. */
#include "library/highlight.h"

#include <string.h>

#include "base/text.h"
#include "index/tokenizer.h"
#include "library/private.h"

enum { ROOM = 8192 };	/* enough for the words of a sentence */

/* A sequence of tokens; the last one may be a prefix. */
struct token_phrase {
	struct list	tokens;		/* char */
	bool		prefix;
	char		first;		/* first letter of the first token */
	bool		stem;		/* the token is a stem */
	size_t		part;		/* index in the plan */
};

struct highlights {
	struct tokenizer	*source;
	struct list		 phrases;	/* struct token_phrase */
	size_t			 parts;
};

/* Phrases from the plan. */

/* Expressions on other columns and one-letter prefixes are not highlighted. */
static bool
is_text(const struct expr *e)
{
	return e->kind == EXPR_WORDS && !text_begins(e->words, TOKEN_VALUE) &&
	    !(e->prefix && strlen(e->words) < 2) && (e->columns == NULL ||
	    e->outside || strstr(e->columns, "title") != NULL ||
	    strstr(e->columns, "note") != NULL);
}

static void
highlights_add_phrase(struct highlights *marks, const struct expr *e,
    size_t part)
{
	struct token_phrase *phrase = mem_new(marks, struct token_phrase);
	char *words = mem_text(phrase, e->words), *word, *rest = NULL;

	for (word = strtok_r(words, " ", &rest); word != NULL;
	    word = strtok_r(NULL, " ", &rest))
		list_add(phrase, &phrase->tokens, word);
	phrase->stem = text_begins(e->words, TOKEN_STEM);
	phrase->first = e->words[phrase->stem ? strlen(TOKEN_STEM) : 0];
	phrase->prefix = e->prefix;
	phrase->part = part;
	list_add(marks, &marks->phrases, phrase);
}

static void
highlights_add(struct highlights *marks, const struct expr *e, size_t part)
{
	size_t i;

	if (is_text(e))
		highlights_add_phrase(marks, e, part);
	for (i = 0; i < e->parts.count && e->kind != EXPR_NOT; i++)
		highlights_add(marks, list_at(&e->parts, i), part);
}

struct highlights *
library_highlights(struct library *library, const void *ctx,
    const struct result *result)
{
	const struct plan *plan = result->found->plan;
	struct highlights *marks = mem_new(ctx, struct highlights);
	const struct plan_part *part;
	size_t i;

	marks->source = library->se->tokenizer;
	marks->parts = plan->parts.count;
	for (i = 0; i < plan->parts.count; i++) {
		part = list_at(&plan->parts, i);
		if (part->match != NULL && !part->negated)
			highlights_add(marks, part->match, i);
	}
	return marks;
}

/* Phrases in a text. */

struct word {
	struct range	 at;
	size_t		 letters;	/* start of the word in `letters` */
	char		*stem;		/* starts with TOKEN_STEM; NULL: not
					   computed yet */
};

struct text_words {
	struct tokenizer	*source;
	struct buf		 letters;	/* all words, each followed by
						   NUL */
	struct word		*at;
	size_t			 count;
	size_t			 capacity;
};

static void
highlights_on_token(void *user, const struct token *token)
{
	struct text_words *words = user;

	words->at = mem_grow(words, words->at, &words->capacity,
	    words->count + 1, sizeof(*words->at));
	words->at[words->count++] = (struct word){ { token->start,
	    token->end }, words->letters.len, NULL };
	buf_add(words, &words->letters, token->word, token->n);
	buf_add(words, &words->letters, "", 1);
}

static struct text_words *
words_of(const struct highlights *marks, const char *text)
{
	struct text_words *words = mem_room(NULL, sizeof(struct text_words), ROOM);

	words->source = marks->source;
	if (marks->phrases.count > 0)
		tokenizer_walk(marks->source, text, strlen(text),
		    highlights_on_token, words);
	return words;
}

/*
 * Whether a token matches a word.  The word's stem is only computed if the
 * token is a stem that it may equal: one that starts with the same letter, or
 * the stem of a word such as "oedema".
 */
static bool
highlights_is_word(struct text_words *words, struct word *word, const char *token,
    bool prefix)
{
	const char *written = words->letters.data + word->letters;

	if (!text_begins(token, TOKEN_STEM))
		return prefix ? text_begins(written, token) :
		    strcmp(written, token) == 0;
	if (*written != token[strlen(TOKEN_STEM)] && *written != 'o')
		return false;
	if (word->stem == NULL)
		word->stem = tokenizer_stem(words->source, words, written,
		    strlen(written));
	return strcmp(word->stem, token) == 0;
}

/*
 * Whether the first letters may match; "oedema" has the same stem as "edema".
 */
static bool
may_be(const struct text_words *words, size_t from, const struct token_phrase *phrase)
{
	char first = words->letters.data[words->at[from].letters];

	return first == phrase->first || (phrase->stem && first == 'o');
}

/* Whether a phrase starts at a word. */
static bool
is_phrase(struct text_words *words, size_t from, const struct token_phrase *phrase)
{
	size_t n = phrase->tokens.count, i;

	if (!may_be(words, from, phrase))
		return false;
	for (i = 0; i < n; i++)
		if (from + i >= words->count || !highlights_is_word(words,
		    &words->at[from + i], list_at(&phrase->tokens, i),
		    phrase->prefix && i + 1 == n))
			return false;
	return n > 0;
}

/* The length in words of the longest phrase that starts at a word; 0: none. */
static size_t
longest(const struct highlights *marks, struct text_words *words, size_t from)
{
	const struct token_phrase *phrase;
	size_t most = 0, i;

	for (i = 0; i < marks->phrases.count; i++) {
		phrase = list_at(&marks->phrases, i);
		if (phrase->tokens.count > most && is_phrase(words, from,
		    phrase))
			most = phrase->tokens.count;
	}
	return most;
}

struct list
highlights_find(const void *ctx, const struct highlights *marks, const char *text)
{
	struct text_words *words = words_of(marks, text);
	struct list ranges = { .at = NULL };
	struct range *range;
	size_t i = 0, n;

	while (i < words->count) {
		n = longest(marks, words, i);
		if (n > 0) {
			range = mem_new(ctx, struct range);
			*range = (struct range){ words->at[i].at.start,
			    words->at[i + n - 1].at.end };
			list_add(ctx, &ranges, range);
		}
		i += n > 0 ? n : 1;
	}
	mem_free(words);
	return ranges;
}

size_t
highlights_most(const struct highlights *marks)
{
	const struct token_phrase *phrase;
	size_t most = 0, i;

	/* The phrases of one part of the plan follow each other. */
	for (i = 0; i < marks->phrases.count; i++) {
		phrase = list_at(&marks->phrases, i);
		most += i == 0 || phrase->part != ((const struct token_phrase *)
		    list_at(&marks->phrases, i - 1))->part;
	}
	return most;
}

size_t
highlights_count(const struct highlights *marks, const char *text)
{
	struct text_words *words = words_of(marks, text);
	const struct token_phrase *phrase;
	size_t count = 0, part, i, at;
	bool found;

	for (part = 0; part < marks->parts; part++) {
		found = false;
		for (i = 0; i < marks->phrases.count && !found; i++) {
			phrase = list_at(&marks->phrases, i);
			for (at = 0; at < words->count && !found &&
			    phrase->part == part; at++)
				found = is_phrase(words, at, phrase);
		}
		count += found;
	}
	mem_free(words);
	return count;
}
