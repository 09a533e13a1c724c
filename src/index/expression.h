/*
 * Expressions: the only place where FTS5 query syntax is written.
 *
 * Every word passes through the tokenizer and stands in quotation marks, so
 * no input can be an operator.  All results are owned by `ctx`; NULL stands
 * for "says nothing" and may be passed on.
 */
#ifndef INDEX_EXPRESSION_H
#define INDEX_EXPRESSION_H

#include "base/mem.h"
#include "index/db.h"

enum word_form {
	WORD_ANY_FORM,		/* any form of the word */
	WORD_EXACT,		/* as written */
	WORD_PREFIX,		/* all that begins so */
	WORD_UNFINISHED		/* any form, or all that begins so */
};

/* Words one after the other; NULL when the text has none. */
char	*expression_words(const void *ctx, struct db *db, const char *text,
	    enum word_form form);

/* The special words of a term, a value, numbers from..to, an identifier. */
char	*expression_term(const void *ctx, long number);
char	*expression_value(const void *ctx, const char *field,
	    const char *value);
char	*expression_numbers(const void *ctx, const char *field, long from,
	    long to);
char	*expression_identifier(const void *ctx, const char *text);

/* What nothing matches; what everything but `match` matches. */
char	*expression_none(const void *ctx);
char	*expression_not(const void *ctx, const char *match);

/* How many phrases an expression has, in the order in which they stand. */
size_t	 expression_phrases(const char *match);

/* Either of two; `match` only in some columns ("title note"), not in some. */
char	*expression_either(const void *ctx, const char *a, const char *b);
char	*expression_in(const void *ctx, const char *columns,
	    const char *match);
char	*expression_outside(const void *ctx, const char *columns,
	    const char *match);

/*
 * Several joined by AND (by OR if `any`), less what is negated.  Done: the
 * whole, matching everything when nothing was added.
 */
struct expression;
struct expression	*expression_new(const void *ctx, bool any);
void			 expression_add(struct expression *group,
			    const char *match, bool negated);
bool			 expression_is_empty(const struct expression *group);
char			*expression_done(struct expression *group);

#endif
