/* Filling: what the record that leads takes from another of the same work. */
#ifndef LIBRARY_IDENTITY_FILL_H
#define LIBRARY_IDENTITY_FILL_H

#include "record/work.h"

enum { IDENTITY_IDS_MAX = 200 };	/* ids of one work that are kept */

/* Where the other record is. */
struct recorded_at {
	const char	*bibliography;	/* its name, or NULL */
	const char	*id;		/* of the work there */
	const char	*where;		/* FILE:LINE */
};

/*
 * Adds to `lead` what it lacks of the other and who else has it.  What is
 * judged stays as it is; the judgements of another bibliography are put beside
 * it (struct recorded).  The parts of the other must live as long as `lead`.
 */
void	 identity_fill(struct work *lead, const struct work *other,
	    const struct recorded_at *at);

/*
 * Nothing but what a work lacks of another record of it, owned by `ctx`, with
 * parts of the other; NULL when that is nothing.
 */
struct work	*identity_lacking(const void *ctx, const struct work *held,
		    const struct work *other);

#endif
