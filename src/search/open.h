/*
 * An index opened for searches: the database, the tokenizer, and the sets
 * looked up recently.
 */
#ifndef SEARCH_OPEN_H
#define SEARCH_OPEN_H

#include "index/db.h"
#include "index/tokenizer.h"
#include "record/rectype.h"

/*
 * The data that the notebook has on records; they are not in the index, but are
 * requested when a query names them.
 */
struct kept_records {
	/*
	 * The ids (char *) of records of a type saved under a field ("list",
	 * "tag", "is", "note") with a value, owned by `ctx`; false if there is
	 * no such value.
	 */
	bool	(*ids)(void *user, const void *ctx, const char *field,
		    const char *value, enum rectype type, struct list *ids);
	void	*user;
};

struct searcher {
	struct db		*db;		/* borrowed */
	struct tokenizer	*tokenizer;
	const struct kept_records *kept;	/* borrowed; NULL: no
						   notebook */
	struct memory		*memory;	/* cached sets of evaluate.c;
						   initially NULL */
	struct list		*declared;	/* result of
						   vocabulary_facets();
						   initially NULL */
	struct studies		*studies;	/* result of studies_of();
						   initially NULL */
};

/*
 * Registers the tokenizer and the functions of rank.h with an open database,
 * which must outlive the searcher.  Owned by `ctx`; NULL on failure, with *err
 * set.
 */
struct searcher	*search_open(const void *ctx, struct db *db, struct err *err)
		    MUST_CHECK;

#endif
