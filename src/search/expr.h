/*
 * Expressions: queries to the text tables, as a tree of words joined by AND, OR
 * and NOT.  The only place that writes FTS5 query syntax.
 *
 * Every word passes through the tokenizer and is printed in quotation marks, so
 * no input can become an operator.  All nodes are owned by `ctx`; NULL means an
 * empty expression and is a valid argument.
 */
#ifndef SEARCH_EXPR_H
#define SEARCH_EXPR_H

#include "base/mem.h"
#include "record/identifier.h"
#include "record/rectype.h"
#include "search/open.h"

enum expr_kind {
	EXPR_WORDS,	/* in sequence */
	EXPR_NEAR,	/* parts (words) close to each other */
	EXPR_ALL,		/* all parts; NOT parts are excluded */
	EXPR_ANY,		/* at least one part must match */
	EXPR_NOT		/* all records without the records of its one
				   part */
};

struct expr {
	enum expr_kind	 kind;
	const char		*words;		/* tokens separated by spaces */
	size_t			 count;		/* number of tokens */
	bool			 prefix;	/* the last one is a prefix */
	const char		*columns;	/* "title note"; NULL: all */
	bool			 outside;	/* all columns except these */
	unsigned		 distance;	/* NEAR: most words between the
						   parts */
	struct list		 parts;		/* struct expr */
};

enum word_form {
	WORD_ANY_FORM,		/* any form of the word */
	WORD_EXACT,		/* as typed */
	WORD_PREFIX,		/* all words with this prefix */
	WORD_UNFINISHED		/* any form, or all words with this prefix */
};

/* Words in sequence; NULL if the text has none. */
struct expr	*expr_words(const void *ctx, struct searcher *se,
			    const char *text, enum word_form form);

/* Value terms for a term, a value, the numbers from..to, an identifier. */
struct expr	*expr_term(const void *ctx, long number);
struct expr	*expr_value(const void *ctx, const char *field,
			    const char *value);
struct expr	*expr_numbers(const void *ctx,
			    const char *field, long from, long to);
struct expr	*expr_identifier(const void *ctx,
			    enum identifier kind, const char *text);

/*
 * The works that only cover a condition, with an outcome or without (NULL): see
 * index/covered.h.
 */
struct expr	*expr_covering(const void *ctx, const char *condition,
			    const char *outcome);

/* Works whose design has this level, before any grading down. */
struct expr	*expr_base(const void *ctx, long level);

/*
 * An expression that matches nothing; one that matches everything except `e`.
 */
struct expr	*expr_none(const void *ctx);
struct expr	*expr_not(const void *ctx,
			    struct expr *e);

/*
 * Matches `a` or `b`; `e` in some columns only ("title note"); `e` in all other
 * columns.
 */
struct expr	*expr_either(const void *ctx,
			    struct expr *a, struct expr *b);
struct expr	*expr_in(struct expr *e,
			    const char *columns);
struct expr	*expr_outside(struct expr *e,
			    const char *columns);

/*
 * Joins expressions by AND (by OR if `any`).  An empty group matches
 * everything.
 */
struct expr	*expr_group(const void *ctx, bool any);
void			 expr_add(struct expr *group,
			    struct expr *e);

/*
 * Words with at most `distance` others between them, added by expr_add(); 0:
 * none.
 */
struct expr	*expr_near(const void *ctx, unsigned distance);

/* The number of phrases, which are printed in tree order. */
size_t	 expr_phrases(const struct expr *e);

/*
 * The expression in FTS5 syntax.  Phrases are in tree order, excluded ones
 * last.
 */
char	*expr_print(const void *ctx, const struct expr *e);

#endif
