/*
 * The indexer: from the records of the store it makes the tables that
 * searches need: works in the order of their static rank, their terms with
 * all broader ones, the text tables, the list of words, the postings.
 */
#ifndef INDEX_INDEXER_H
#define INDEX_INDEXER_H

#include <stddef.h>

#include "index/db.h"

/* Asked now and then; `step` returns false to interrupt. */
struct indexer_watch {
	bool	(*step)(void *user, size_t done, size_t total);
	void	*user;
};

/*
 * Indexes all records of a store and ends its transaction.  Works get rows 1,
 * 2, 3 ..., the strongest first (level_rank()); claims in reading order.
 * False on failure or interruption, with *err set; the database is then to be
 * thrown away.
 */
bool	 indexer_run(struct db *db, const struct indexer_watch *watch,
	    struct err *err) MUST_CHECK;

#endif
