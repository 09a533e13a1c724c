/*
 * The maker: from the records of an index it makes the tables that searches
 * need: the works in the order of strength, their terms with all broader
 * ones, the text tables, the list of words.
 */
#ifndef INDEX_MAKER_H
#define INDEX_MAKER_H

#include <stddef.h>

#include "index/db.h"

/* Told how far it is; returns false to interrupt. */
struct maker_watch {
	bool	(*step)(void *user, size_t done, size_t total);
	void	*user;
};

/*
 * Makes the tables and ends the writer's transaction.  False on failure or
 * interruption, with *err set; the database is then to be thrown away.
 */
bool	 maker_run(struct db *db, const struct maker_watch *watch,
	    struct err *err) MUST_CHECK;

#endif
