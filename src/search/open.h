/*
 * An index that is open for searches: the database, how texts become words,
 * and the sets of works that were looked up last.
 */
#ifndef SEARCH_OPEN_H
#define SEARCH_OPEN_H

#include "index/db.h"
#include "index/tokenizer.h"

struct searcher {
	struct db		*db;		/* borrowed */
	struct tokenizer	*tokenizer;
	struct memory		*memory;	/* of evaluate.c; NULL at first */
	struct list		*declared;	/* of vocabulary_facets(); the same */
	struct studies		*studies;	/* of studies_of(); the same */
};

/*
 * Makes the tokenizer and the functions of rank.h known to a database that
 * is open; it must outlive the searcher, which is owned by `ctx`.  NULL on
 * failure, with *err set.
 */
struct searcher	*search_open(const void *ctx, struct db *db, struct err *err)
		    MUST_CHECK;

#endif
