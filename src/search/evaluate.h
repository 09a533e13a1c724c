/*
 * Evaluation: the set of records that an expression finds.
 *
 * Sets that are stored are taken as they are, words that few works have are
 * asked of FTS5, and joined is everything here.  So the number of records is
 * always exact, and the first of them in the order of strength are at hand,
 * whatever their number.
 */
#ifndef SEARCH_EVALUATE_H
#define SEARCH_EVALUATE_H

#include "index/bitset.h"
#include "search/expr.h"
#include "search/open.h"

/* The set, owned by `ctx`; see db_ok() for failures of the database. */
struct bitset	*evaluate(const void *ctx, struct searcher *se,
		    enum rectype target, const struct expr *e);

/* How many records an expression finds. */
long	 evaluate_count(struct searcher *se, enum rectype target,
	    const struct expr *e);

/* How many records the index has to find. */
size_t	 evaluate_all(struct searcher *se, enum rectype target);

#endif
