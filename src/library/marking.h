/* Status marks: applies lists of statuses to works. */
#ifndef LIBRARY_MARKING_H
#define LIBRARY_MARKING_H

#include "import/status_list.h"

struct store;

/* A copy of a line of a list of statuses, owned by `ctx`. */
struct status_line	*marking_copy(const void *ctx,
			    const struct status_line *line);

/*
 * Adds the notices of the lines (struct status_line) to the works with their
 * DOI or PMID, unless a work already has one of that kind; ignores lines on
 * other works.  A work that becomes retracted or superseded loses its level.  A
 * work with the DOI but another PMID is reported and not changed.
 */
void	 marking_apply(struct store *store, const struct list *lines,
	    struct diag_sink *sink);

#endif
