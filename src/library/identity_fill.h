/* Filling: what the record that leads takes from another of the same work. */
#ifndef LIBRARY_IDENTITY_FILL_H
#define LIBRARY_IDENTITY_FILL_H

#include "record/work.h"

enum { IDENTITY_IDS_MAX = 200 };	/* most ids of a work */

/* The position of the other record. */
struct recorded_at {
	const char	*bibliography;	/* its name, or NULL */
	const char	*id;		/* id of the existing work */
	const char	*where;		/* FILE:LINE */
};

/*
 * Adds to `lead` what it lacks, and who else has the work.  Its judgements
 * stay; those of another bibliography are stored next to them (struct
 * recorded).  The parts of the other record must live as long as `lead`.
 */
void	 identity_fill(struct work *lead, const struct work *other,
	    const struct recorded_at *at);

/*
 * The parts of another record that a work lacks, owned by `ctx` and borrowed
 * from the other; NULL if there are none.
 */
struct work	*identity_lacking(const void *ctx, const struct work *held,
		    const struct work *other);

#endif
