/* Kept pages: where the items of lists and notes lead, for check. */
#ifndef LIBRARY_KEPT_PAGES_H
#define LIBRARY_KEPT_PAGES_H

#include "import/found.h"

struct store;

/*
 * Adds the pages that a list or notes name to `pages`, owned by `ctx`; nothing
 * of other records.  `own` is the bibliography that has the list, borrowed;
 * NULL where it is the reader's.
 */
void	 kept_pages_note(const void *ctx, const struct found *found,
	    const char *own, struct list *pages);

/*
 * Warns of each page that the store has no record for, or that several
 * bibliographies have, if it is not said which is meant; of a bibliography that
 * was not read it warns once.
 */
void	 kept_pages_check(struct store *store, const struct list *pages,
	    struct diag_sink *sink);

#endif
