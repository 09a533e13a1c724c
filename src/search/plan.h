/*
 * Plans: how a query was understood, and its full-text expression.
 *
 * Words are first matched with the vocabulary, longest phrases first: "jet lag"
 * is a condition, "before 2000" a range of years, "does it ... for" has no
 * weight.  Each interpretation is shown and can be switched off by quotation
 * marks or "=". It never hides the words themselves: records that only contain
 * the words are also found, after those about the term.
 *
 * Raw user text never reaches SQLite's query syntax: every word passes through
 * the tokenizer and is quoted.
 */
#ifndef SEARCH_PLAN_H
#define SEARCH_PLAN_H

#include "search/open.h"
#include "search/parts.h"
#include "search/rank.h"

/*
 * Plans a query; owned by `ctx`.  The database must be an index; if it fails,
 * the plan finds nothing: see db_ok().
 */
struct plan	*plan_make(const void *ctx, struct searcher *se,
		    const struct query *query, enum rectype target);

/*
 * The interpretation of the query: "Lateral epicondylalgia (condition) + pain";
 * NULL if the query is empty.  Owned by `ctx`.
 */
char	*plan_interpretation(const void *ctx, const struct plan *plan);

/*
 * The query with one interpretation switched off: the words of part `off` (from
 * 1, counting only interpreted parts) are quoted, or each gets a "="; after the
 * last part, those of all parts.  NULL if there is no such number.  *what is
 * set to the words.  Both are owned by `ctx`.
 */
char	*plan_as_text(const void *ctx, const struct plan *plan, size_t off,
	    char **what);

/* Whether the query is only an identifier, a reference or a citation. */
bool	 plan_is_name(const struct plan *plan);

/* Whether a part may be dropped if no record matches all parts. */
bool	 part_is_optional(const struct plan_part *part);

/* The number of parts, optional or strict ones, that a record must have. */
size_t	 plan_wanted(const struct plan *plan, bool optional);

/*
 * The expression for the parts selected by `keep` (NULL: all): all of them must
 * match or, with `any`, at least one loose part; negated parts always apply.
 * Owned by `ctx`.  `rank`, unless NULL, is filled in with the part of each
 * phrase; the expression then only ranks hits, and excludes nothing.
 */
struct expr	*plan_match(const void *ctx, const struct plan *plan,
			    bool (*keep)(const struct plan_part *part, void *user),
			    void *user, bool any, struct rank_query *rank);

#endif
