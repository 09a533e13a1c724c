/* Expressions: the only place where FTS5 query syntax is written. */
#include "index/expression.h"

#include <stdbool.h>

#include "index/special.h"
#include "index/token.h"

enum { NUMBERS_MAX = 400 };

struct expression {
	const void	*ctx;
	bool		 any;
	struct buf	 wanted;
	struct buf	 unwanted;
};

/* Words. */

struct words {
	const void		*ctx;
	struct token_source	*source;
	bool			 stemmed;
	struct buf		 out;
};

static void
on_token(void *user, const struct token *token)
{
	struct words *words = user;
	char *stem;

	if (words->out.len > 0)
		buf_text(words->ctx, &words->out, " ");
	if (!words->stemmed) {
		buf_add(words->ctx, &words->out, token->word, token->n);
		return;
	}
	stem = token_stem(words->source, words->ctx, token->word, token->n);
	buf_text(words->ctx, &words->out, stem);
	mem_free(stem);
}

/* The tokens of a text between quotation marks, or NULL. */
static char *
quoted(const void *ctx, struct db *db, const char *text, bool stemmed)
{
	struct words words = { ctx, db_tokens(db), stemmed, { .data = NULL } };

	token_walk(words.source, text, strlen(text), on_token, &words);
	return words.out.len == 0 ? NULL : mem_format(ctx, "\"%s\"",
	    words.out.data);
}

char *
expression_words(const void *ctx, struct db *db, const char *text,
    enum word_form form)
{
	char *stems = quoted(ctx, db, text, true);
	char *written = quoted(ctx, db, text, false);

	if (stems == NULL)
		return NULL;
	switch (form) {
	case WORD_ANY_FORM:
		return stems;
	case WORD_EXACT:
		return written;
	case WORD_PREFIX:
		return mem_format(ctx, "%s *", written);
	case WORD_UNFINISHED:
		return mem_format(ctx, "(%s OR %s *)", stems, written);
	}
	return NULL;
}

/* Special words. */

char *
expression_term(const void *ctx, long number)
{
	return mem_format(ctx, "\"%s\"", special_term(ctx, number));
}

char *
expression_value(const void *ctx, const char *field, const char *value)
{
	return mem_format(ctx, "\"%s\"", special_value(ctx, field, value));
}

char *
expression_numbers(const void *ctx, const char *field, long from, long to)
{
	struct buf out = { .data = NULL };
	char text[24];
	long n;

	if (from > to)
		return expression_none(ctx);
	if (to - from >= NUMBERS_MAX)
		to = from + NUMBERS_MAX - 1;
	buf_text(ctx, &out, "(");
	for (n = from; n <= to; n++) {
		(void)snprintf(text, sizeof(text), "%ld", n);
		buf_format(ctx, &out, "%s\"%s\"", n > from ? " OR " : "",
		    special_value(ctx, field, text));
	}
	buf_text(ctx, &out, ")");
	return out.data;
}

char *
expression_identifier(const void *ctx, const char *text)
{
	return expression_value(ctx, "id", special_identifier(ctx, text));
}

/* Joining. */

char *
expression_none(const void *ctx)
{
	return mem_text(ctx, "\"" TOKEN_SPECIAL "none\"");
}

char *
expression_not(const void *ctx, const char *match)
{
	return match == NULL ? NULL : mem_format(ctx,
	    "(\"" SPECIAL_ALL "\" NOT %s)", match);
}

char *
expression_either(const void *ctx, const char *a, const char *b)
{
	if (a == NULL || b == NULL)
		return mem_text(ctx, a != NULL ? a : b != NULL ? b : "");
	return mem_format(ctx, "(%s OR %s)", a, b);
}

char *
expression_in(const void *ctx, const char *columns, const char *match)
{
	return match == NULL ? NULL : mem_format(ctx, "({%s} : %s)", columns,
	    match);
}

/* No word holds a quotation mark, so two of them are a phrase. */
size_t
expression_phrases(const char *match)
{
	size_t marks = 0;

	for (; *match != '\0'; match++)
		marks += *match == '"';
	return marks / 2;
}

char *
expression_outside(const void *ctx, const char *columns, const char *match)
{
	return match == NULL ? NULL : mem_format(ctx, "(- {%s} : %s)",
	    columns, match);
}

struct expression *
expression_new(const void *ctx, bool any)
{
	struct expression *group = mem_new(ctx, struct expression);

	group->ctx = ctx;
	group->any = any;
	return group;
}

void
expression_add(struct expression *group, const char *match, bool negated)
{
	struct buf *out = negated ? &group->unwanted : &group->wanted;

	if (match == NULL || *match == '\0')
		return;
	if (negated && group->any) {	/* one of the alternatives */
		match = expression_not(group->ctx, match);
		out = &group->wanted;
	}
	if (out->len > 0)
		buf_text(group, out, negated || group->any ? " OR " :
		    " AND ");
	buf_text(group, out, match);
}

bool
expression_is_empty(const struct expression *group)
{
	return group->wanted.len == 0 && group->unwanted.len == 0;
}

char *
expression_done(struct expression *group)
{
	const char *wanted = group->wanted.len > 0 ? group->wanted.data :
	    "\"" SPECIAL_ALL "\"";
	char *out = group->unwanted.len == 0 ? mem_format(group->ctx, "(%s)",
	    wanted) : mem_format(group->ctx, "((%s) NOT (%s))", wanted,
	    group->unwanted.data);

	mem_free(group);
	return out;
}
