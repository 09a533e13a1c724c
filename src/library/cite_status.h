/* The status of retracted, corrected or replaced works in references. */
#ifndef LIBRARY_CITE_STATUS_H
#define LIBRARY_CITE_STATUS_H

#include "record/work.h"

/*
 * "Retracted: J Tests. 2021;9(9):99, doi:10.9/n", owned by `ctx`: the most
 * serious notice and its reference, or its date if it has no reference.  `doi`
 * is written before a DOI.  NULL if there is no notice to report.  It follows
 * the work's own DOI, as APA has it, so that the
 * notice's DOI is not mistaken for it.
 */
char	*cite_status(const void *ctx, const struct work *work,
	    const char *doi);

#endif
