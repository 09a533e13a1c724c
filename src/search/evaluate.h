/*
 * Evaluation: the set of records that match an expression.
 *
 * Common words have stored sets, rare words are looked up in FTS5, and the sets
 * are combined here.  So the number of records is always exact, and the first
 * records by strength are available however many there are.
 */
#ifndef SEARCH_EVALUATE_H
#define SEARCH_EVALUATE_H

#include "index/bitset.h"
#include "search/expr.h"
#include "search/open.h"

/* The set, owned by `ctx`; see db_ok() for database failures. */
struct bitset	*evaluate(const void *ctx, struct searcher *se,
		    enum rectype target, const struct expr *e);

/* The number of records that match an expression. */
long	 evaluate_count(struct searcher *se, enum rectype target,
	    const struct expr *e);

/* The number of records in the index. */
size_t	 evaluate_all(struct searcher *se, enum rectype target);

#endif
