/*
 * An index that is open for searches: the database, how texts become words,
 * and the sets of works that were looked up last.
 */
#ifndef SEARCH_OPEN_H
#define SEARCH_OPEN_H

#include "index/db.h"
#include "index/tokenizer.h"
#include "record/rectype.h"

/*
 * What a reader keeps about records, which is not in the index: ids of the
 * notebook's, asked for when a query names them.
 */
struct kept_records {
	/*
	 * The ids (char *) of records of a type that are kept under a field
	 * ("list", "tag", "is", "note") with a value, owned by `ctx`; false
	 * when nothing has that value.
	 */
	bool	(*ids)(void *user, const void *ctx, const char *field,
		    const char *value, enum rectype type, struct list *ids);
	void	*user;
};

struct searcher {
	struct db		*db;		/* borrowed */
	struct tokenizer	*tokenizer;
	const struct kept_records *kept;	/* borrowed; NULL: nothing is */
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
