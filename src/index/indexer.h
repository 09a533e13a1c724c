/*
 * The indexer: from records it makes the tables that searches need: the works,
 * their order of strength, their terms with all broader ones, the text tables,
 * the list of words.
 *
 * A work that was imported is made as soon as it is read: with the vocabulary
 * and the claims that are known by then.  Should more of them come, all works
 * are made again at the end, from the records that are stored.
 */
#ifndef INDEX_INDEXER_H
#define INDEX_INDEXER_H

#include <stddef.h>

#include "index/prepare.h"

struct indexer;

/* Told how far it is; returns false to interrupt. */
struct indexer_watch {
	bool	(*step)(void *user, size_t done, size_t total);
	void	*user;
};

/* Makes the empty tables, within the writer's transaction; owned by `ctx`. */
struct indexer	*indexer_new(const void *ctx, struct db *db);

/* Takes a work that was stored under this number; `prepared` may be NULL. */
void	 indexer_work(struct indexer *indexer, int64_t number,
	    const struct work *work, const struct prepared *prepared);

/* A term, a claim or a list of trials has come: it may speak of any work. */
void	 indexer_spoil(struct indexer *indexer);

/*
 * Makes what is left and ends the writer's transaction.  False on failure or
 * interruption, with *err set; the database is then to be thrown away.
 */
bool	 indexer_finish(struct indexer *indexer, const struct indexer_watch *watch,
	    struct err *err) MUST_CHECK;

#endif
