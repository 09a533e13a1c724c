/* Expressions: queries to the text tables. */
#include "search/expr.h"

#include <assert.h>

#include "index/value_term.h"
#include "index/values.h"
#include "index/tokenizer.h"
#include "record/level.h"

enum {
	NUMBERS_MAX = 10000,	/* a range that covers all four-digit years */
	PHRASE_TOKENS_MAX = 128	/* tokens of a phrase; further ones are
				   ignored */
};

static struct expr *
expr_new(const void *ctx, enum expr_kind kind)
{
	struct expr *e = mem_new(ctx, struct expr);

	e->kind = kind;
	return e;
}

/* Words. */

struct expr_words {
	const void		*ctx;
	struct tokenizer	*source;
	bool			 stemmed;
	struct buf		 out;
	size_t			 count;
};

static void
expr_on_token(void *user, const struct token *token)
{
	struct expr_words *words = user;
	char *stem;

	/*
	 * Limits the number of words: SQLite needs kilobytes for each word of a
	 * phrase.
	 */
	if (words->count >= PHRASE_TOKENS_MAX)
		return;
	if (words->count++ > 0)
		buf_text(words->ctx, &words->out, " ");
	if (!words->stemmed) {
		buf_add(words->ctx, &words->out, token->word, token->n);
		return;
	}
	stem = tokenizer_stem(words->source, words->ctx, token->word, token->n);
	buf_text(words->ctx, &words->out, stem);
	mem_free(stem);
}

/* The tokens of a text, or NULL if it has none. */
static struct expr *
tokens(const void *ctx, struct searcher *se, const char *text, bool stemmed,
    bool prefix)
{
	struct expr_words words = { ctx, se->tokenizer, stemmed, { .data = NULL },
	    0 };
	struct expr *e;

	tokenizer_walk(words.source, text, strlen(text), expr_on_token, &words);
	if (words.count == 0)
		return NULL;
	e = expr_new(ctx, EXPR_WORDS);
	e->words = words.out.data;
	e->count = words.count;
	e->prefix = prefix;
	return e;
}

struct expr *
expr_words(const void *ctx, struct searcher *se, const char *text,
    enum word_form form)
{
	assert(text != NULL);
	switch (form) {
	case WORD_ANY_FORM:
		return tokens(ctx, se, text, true, false);
	case WORD_EXACT:
		return tokens(ctx, se, text, false, false);
	case WORD_PREFIX:
		return tokens(ctx, se, text, false, true);
	case WORD_UNFINISHED:
		return expr_either(ctx, tokens(ctx, se, text, true,
		    false), tokens(ctx, se, text, false, true));
	}
	return NULL;
}

/* Value terms. */

static struct expr *
one_word(const void *ctx, const char *word)
{
	struct expr *e = expr_new(ctx, EXPR_WORDS);

	e->words = word;
	e->count = 1;
	return e;
}

struct expr *
expr_term(const void *ctx, long number)
{
	return one_word(ctx, value_term_of(ctx, number));
}

struct expr *
expr_value(const void *ctx, const char *field, const char *value)
{
	assert(field != NULL && value != NULL);
	return one_word(ctx, value_term(ctx, field, value));
}

struct expr *
expr_covering(const void *ctx, const char *condition, const char *outcome)
{
	return expr_value(ctx, "covers", values_covered(ctx, condition,
	    outcome));
}

struct expr *
expr_base(const void *ctx, long level)
{
	struct expr *group = expr_group(ctx, true);
	const char *letter;

	for (letter = LEVEL_LETTERS; *letter != '\0'; letter++)
		expr_add(group, expr_value(ctx, "base", mem_format(ctx,
		    "%ld%c", level, *letter)));
	return group;
}

struct expr *
expr_numbers(const void *ctx, const char *field, long from, long to)
{
	struct expr *group;
	char text[24];
	long n;

	if (from > to)
		return expr_none(ctx);
	if (to - from >= NUMBERS_MAX)
		from = to - NUMBERS_MAX + 1;
	group = expr_group(ctx, true);
	for (n = from; n <= to; n++) {
		(void)snprintf(text, sizeof(text), "%ld", n);
		expr_add(group, expr_value(ctx, field, text));
	}
	return group;
}

struct expr *
expr_identifier(const void *ctx, enum identifier kind, const char *text)
{
	assert(kind < IDENTIFIER_COUNT);
	assert(text != NULL);
	return one_word(ctx, value_term_identifier(ctx, kind, text));
}

struct expr *
expr_none(const void *ctx)
{
	return one_word(ctx, TOKEN_VALUE "none");
}

/* Joining. */

struct expr *
expr_not(const void *ctx, struct expr *e)
{
	struct expr *not;

	if (e == NULL)
		return NULL;
	not = expr_new(ctx, EXPR_NOT);
	list_add(not, &not->parts, e);
	return not;
}

struct expr *
expr_either(const void *ctx, struct expr *a, struct expr *b)
{
	struct expr *group;

	if (a == NULL || b == NULL)
		return a != NULL ? a : b;
	if (a->kind == EXPR_ANY) {
		expr_add(a, b);
		return a;
	}
	group = expr_group(ctx, true);
	expr_add(group, a);
	expr_add(group, b);
	return group;
}

static struct expr *
set_columns(struct expr *e, const char *columns, bool outside)
{
	size_t i;

	if (e == NULL)
		return NULL;
	e->columns = columns;
	e->outside = outside;
	for (i = 0; i < e->parts.count; i++)
		(void)set_columns(list_at(&e->parts, i), columns, outside);
	return e;
}

struct expr *
expr_in(struct expr *e, const char *columns)
{
	return set_columns(e, columns, false);
}

struct expr *
expr_outside(struct expr *e, const char *columns)
{
	return set_columns(e, columns, true);
}

struct expr *
expr_group(const void *ctx, bool any)
{
	return expr_new(ctx, any ? EXPR_ANY : EXPR_ALL);
}

struct expr *
expr_near(const void *ctx, unsigned distance)
{
	struct expr *near = expr_new(ctx, EXPR_NEAR);

	near->distance = distance;
	return near;
}

void
expr_add(struct expr *group, struct expr *e)
{
	assert(group->kind != EXPR_WORDS);
	if (e != NULL)
		list_add(group, &group->parts, e);
}

size_t
expr_phrases(const struct expr *e)
{
	const struct expr *part;
	bool all = e->kind == EXPR_ALL, lonely = true;
	size_t count = e->kind == EXPR_WORDS, i;

	for (i = 0; i < e->parts.count; i++) {
		part = list_at(&e->parts, i);
		if (all && part->kind == EXPR_NOT)
			part = list_at(&part->parts, 0);
		else if (e->kind != EXPR_NOT)
			lonely = false;
		count += expr_phrases(part);
	}
	/* A query of negations only is combined with VALUE_TERM_ALL. */
	return count + (e->kind != EXPR_WORDS && lonely);
}

/* Printing. */

static void	print(const void *ctx, const struct expr *e,
		    struct buf *out);

static void
print_words(const void *ctx, const struct expr *e, struct buf *out)
{
	if (e->columns != NULL)
		buf_format(ctx, out, "(%s{%s} : ", e->outside ? "- " : "",
		    e->columns);
	buf_format(ctx, out, "\"%s\"%s", e->words, e->prefix ? " *" : "");
	if (e->columns != NULL)
		buf_text(ctx, out, ")");
}

/* Prints either the negated or the other parts; returns how many. */
static size_t
expr_print_parts(const void *ctx, const struct expr *e, bool negated,
    const char *between, struct buf *out)
{
	const struct expr *part;
	size_t count = 0, i;

	for (i = 0; i < e->parts.count; i++) {
		part = list_at(&e->parts, i);
		if (e->kind == EXPR_ALL &&
		    (part->kind == EXPR_NOT) != negated)
			continue;
		buf_text(ctx, out, count++ > 0 ? between : "(");
		print(ctx, negated ? list_at(&part->parts, 0) : part, out);
	}
	buf_text(ctx, out, count > 0 ? ")" : "");
	return count;
}

static void
print_all(const void *ctx, const struct expr *e, struct buf *out)
{
	struct buf unwanted = { .data = NULL };

	buf_text(ctx, out, "(");
	if (expr_print_parts(ctx, e, false, " AND ", out) == 0)
		buf_text(ctx, out, "\"" VALUE_TERM_ALL "\"");
	if (expr_print_parts(ctx, e, true, " OR ", &unwanted) > 0)
		buf_format(ctx, out, " NOT %s", unwanted.data);
	buf_text(ctx, out, ")");
}

static void
print(const void *ctx, const struct expr *e, struct buf *out)
{
	size_t i;

	switch (e->kind) {
	case EXPR_WORDS:
		print_words(ctx, e, out);
		break;
	case EXPR_NEAR:
		buf_text(ctx, out, "NEAR(");
		for (i = 0; i < e->parts.count; i++) {
			print(ctx, list_at(&e->parts, i), out);
			buf_text(ctx, out, " ");
		}
		buf_format(ctx, out, ", %u)", e->distance);
		break;
	case EXPR_ALL:
		print_all(ctx, e, out);
		break;
	case EXPR_ANY:
		if (expr_print_parts(ctx, e, false, " OR ", out) == 0)
			buf_text(ctx, out, "\"" VALUE_TERM_ALL "\"");
		break;
	case EXPR_NOT:
		buf_text(ctx, out, "(\"" VALUE_TERM_ALL "\" NOT ");
		print(ctx, list_at(&e->parts, 0), out);
		buf_text(ctx, out, ")");
		break;
	}
}

char *
expr_print(const void *ctx, const struct expr *e)
{
	struct buf out = { .data = NULL };

	assert(e != NULL);
	print(ctx, e, &out);
	return out.data;
}
