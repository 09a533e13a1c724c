/*
 * Plans: how a query was understood, and the full-text expression for it.
 *
 * Words are first read with the vocabulary, the longest phrase first: "jet
 * lag" is a condition, "before 2000" a range of years, "does it ... for"
 * carries no weight.  Each such reading is shown, can be switched off by
 * quotation marks or "=", and never hides the words themselves: a record
 * that only writes them is found as well, after those that are about the term.
 *
 * Raw text of the user never reaches SQLite's query syntax: every word goes
 * through the tokenizer and is quoted.
 */
#ifndef SEARCH_PLAN_H
#define SEARCH_PLAN_H

#include "search/open.h"
#include "search/parts.h"
#include "search/rank.h"

/*
 * Plans a query; owned by `ctx`.  The database must be an index; when it
 * fails, the plan finds nothing; see db_ok().
 */
struct plan	*plan_make(const void *ctx, struct searcher *se,
		    const struct query *query, enum rectype target);

/*
 * How all was read: "Lateral epicondylalgia (condition) + pain"; NULL when
 * nothing is asked for.  Owned by `ctx`.
 */
char	*plan_interpretation(const void *ctx, const struct plan *plan);

/*
 * The query with one of its interpretations switched off: the words of the part
 * numbered `off` (from 1; only parts that were read so count) in quotation
 * marks or each behind "=", or, behind the last one, those of all.  NULL when there
 * is no such number.  *what are the words.  Both are owned by `ctx`.
 */
char	*plan_as_text(const void *ctx, const struct plan *plan, size_t off,
	    char **what);

/* Whether it asks for nothing but an identifier, a reference or a citation. */
bool	 plan_is_name(const struct plan *plan);

/* Whether a part may be left out when nothing has all of them. */
bool	 part_is_optional(const struct plan_part *part);

/*
 * The expression for the parts that `keep` chooses (NULL: all), all of them
 * or, of the loose ones, at least one if `any`; negated ones always count.
 * Owned by `ctx`.  If `rank` is not NULL, it learns which phrase belongs to
 * which part.
 */
struct expr	*plan_match(const void *ctx, const struct plan *plan,
			    bool (*keep)(const struct plan_part *part, void *user),
			    void *user, bool any, struct rank_query *rank);

#endif
