/* Marking: what lists of statuses say of works that are held. */
#ifndef LIBRARY_MARKING_H
#define LIBRARY_MARKING_H

#include "import/status_list.h"

struct store;

/* A copy of a line of such a list, owned by `ctx`. */
struct status_line	*marking_copy(const void *ctx,
			    const struct status_line *line);

/*
 * Adds the notices of the lines (struct status_line) to the works of the store
 * that have their DOI or PMID, and none of that kind; lines about other works
 * are passed over.  A work that is retracted or superseded by it loses its
 * level.  One with the DOI but another PMID is left alone, and named.
 */
void	 marking_apply(struct store *store, const struct list *lines,
	    struct diag_sink *sink);

#endif
