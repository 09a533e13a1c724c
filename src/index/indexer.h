/*
 * The indexer: builds the search tables from the records in the store: works in
 * order of static rank, their terms with all broader ones, the text tables, the
 * word list, the postings.
 */
#ifndef INDEX_INDEXER_H
#define INDEX_INDEXER_H

#include <stddef.h>

#include "index/db.h"

/* Called at intervals; `step` returns false to interrupt. */
struct indexer_watch {
	bool	(*step)(void *user, size_t done, size_t total);
	void	*user;
};

/*
 * Indexes all records of a store and ends its transaction.  Works get rows 1,
 * 2, 3 ..., strongest first (level_rank()); claims in reading order.  False on
 * failure or interruption, with *err set; then discard the database.
 */
bool	 indexer_run(struct db *db, const struct indexer_watch *watch,
	    struct err *err) MUST_CHECK;

#endif
