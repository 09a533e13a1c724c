/* Adds to the leading record of a work what another record of it has. */
#ifndef LIBRARY_IDENTITY_FILL_H
#define LIBRARY_IDENTITY_FILL_H

#include "record/work.h"

enum { IDENTITY_IDS_MAX = 200 };	/* maximum ids of a work */

/* Where the other record is. */
struct recorded_at {
	const char	*bibliography;	/* name of the bibliography, or NULL */
	const char	*id;		/* id of the record in that
					   bibliography */
	const char	*where;		/* FILE:LINE */
};

/*
 * Adds to `lead` the values that only the other record has, and notes which
 * other source has the work.  The judgements of `lead` stay; the judgements of
 * another bibliography are stored next to them (struct recorded).  The parts of
 * the other record must live as long as `lead`.
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
