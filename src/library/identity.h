/*
 * Identity: one work is one record, in however many files it is.
 *
 * Works are the same that share DOI and PMID, or one of them and the title;
 * or, where neither has an identifier, a volume or a page against it, title,
 * year and first author.  The graded record leads, else the one that came first; the other
 * adds what it lacks.  The same DOI with another PMID, or with another title,
 * is a conflict: both are kept, and both are named.
 */
#ifndef LIBRARY_IDENTITY_H
#define LIBRARY_IDENTITY_H

#include "base/diag.h"
#include "record/work.h"

struct found;
struct store;

enum identity {
	IDENTITY_NEW,		/* added as a work of its own */
	IDENTITY_MERGED,	/* made one with a work that was there */
	IDENTITY_TAKEN		/* left out: a curated id is used twice */
};

/*
 * Adds a work to the store, or makes it one with the same work there.  What
 * was found goes to the sink as warnings; for IDENTITY_TAKEN *first is where
 * the id was used first.
 */
enum identity	 identity_add(struct store *store, struct found *found,
		    struct diag_sink *sink, struct place *first);

/* What speaks against their being the same work, or NULL; static. */
const char	*identity_conflict(const struct work *a,
		    const struct work *b);

/* Whether they share an identifier, not only title, year and author. */
bool	 identity_is_shared(const struct work *a, const struct work *b);

/*
 * Nothing but what a work lacks of another record of it, owned by `ctx`, with
 * parts of the other; NULL when that is nothing.
 */
struct work	*identity_lacking(const void *ctx, const struct work *held,
		    const struct work *other);

#endif
