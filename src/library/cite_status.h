/* What a reference says of a work that was retracted, corrected or replaced. */
#ifndef LIBRARY_CITE_STATUS_H
#define LIBRARY_CITE_STATUS_H

#include "record/work.h"

/*
 * "Retracted: J Tests. 2021;9(9):99, doi:10.9/n", owned by `ctx`: the gravest
 * of the notices and where it is; its date where it has no reference.  `doi` is
 * written before a DOI.  NULL where there is nothing to say.  It comes after the
 * work's own DOI, as in APA (10.1, a retracted article), so that nobody takes
 * the notice's for it.
 */
char	*cite_status(const void *ctx, const struct work *work,
	    const char *doi);

#endif
