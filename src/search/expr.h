/*
 * Expressions: what a query asks of the text tables, as a tree of words
 * joined by AND, OR and NOT; and the only place where FTS5 query syntax is
 * written.
 *
 * Every word passes through the tokenizer and is printed in quotation marks,
 * so no input can be an operator.  All nodes are owned by `ctx`; NULL
 * means that nothing is asked, and may be passed on.
 */
#ifndef SEARCH_EXPR_H
#define SEARCH_EXPR_H

#include "base/mem.h"
#include "record/identifier.h"
#include "record/rectype.h"
#include "search/open.h"

enum expr_kind {
	EXPR_WORDS,	/* one after the other */
	EXPR_NEAR,	/* parts (words) close to each other */
	EXPR_ALL,		/* every part; those that are NOT leave out */
	EXPR_ANY,		/* at least one part */
	EXPR_NOT		/* everything but its one part */
};

struct expr {
	enum expr_kind	 kind;
	const char		*words;		/* tokens, with blanks between */
	size_t			 count;		/* of the tokens */
	bool			 prefix;	/* the last one is a beginning */
	const char		*columns;	/* "title note"; NULL: all */
	bool			 outside;	/* all columns but these */
	unsigned		 distance;	/* words between, of NEAR */
	struct list		 parts;		/* struct expr */
};

enum word_form {
	WORD_ANY_FORM,		/* any form of the word */
	WORD_EXACT,		/* as written */
	WORD_PREFIX,		/* all with this beginning */
	WORD_UNFINISHED		/* any form, or all with this beginning */
};

/* Words one after the other; NULL when the text has none. */
struct expr	*expr_words(const void *ctx, struct searcher *se,
			    const char *text, enum word_form form);

/* The value terms of a term, a value, numbers from..to, an identifier. */
struct expr	*expr_term(const void *ctx, long number);
struct expr	*expr_value(const void *ctx, const char *field,
			    const char *value);
struct expr	*expr_numbers(const void *ctx,
			    const char *field, long from, long to);
struct expr	*expr_identifier(const void *ctx,
			    enum identifier kind, const char *text);

/* What nothing matches; what everything but `e` matches. */
struct expr	*expr_none(const void *ctx);
struct expr	*expr_not(const void *ctx,
			    struct expr *e);

/* Either of two; `e` only in some columns ("title note"), not in some. */
struct expr	*expr_either(const void *ctx,
			    struct expr *a, struct expr *b);
struct expr	*expr_in(struct expr *e,
			    const char *columns);
struct expr	*expr_outside(struct expr *e,
			    const char *columns);

/*
 * Several joined by AND (by OR if `any`).  A group of nothing matches
 * everything.
 */
struct expr	*expr_group(const void *ctx, bool any);
void			 expr_add(struct expr *group,
			    struct expr *e);

/* Words with at most `distance` others between them; parts are added. */
struct expr	*expr_near(const void *ctx, unsigned distance);

/* How many phrases it has, in the order in which they are printed. */
size_t	 expr_phrases(const struct expr *e);

/*
 * In the syntax of FTS5.  Phrases are in the order of the tree, what is
 * left out last.
 */
char	*expr_print(const void *ctx, const struct expr *e);

#endif
