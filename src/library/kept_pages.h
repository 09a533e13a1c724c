/* Kept pages: checks the pages that lists and notes refer to. */
#ifndef LIBRARY_KEPT_PAGES_H
#define LIBRARY_KEPT_PAGES_H

#include "import/found.h"

struct store;

/*
 * Adds the pages in a list or in notes to `pages`, owned by `ctx`; ignores
 * other records.  `own` is the bibliography with the list, borrowed; NULL for a
 * list of the user.
 */
void	 kept_pages_note(const void *ctx, const struct found *found,
	    const char *own, struct list *pages);

/* The number of pages that elements of this name refer to. */
size_t	 kept_pages_count(const struct list *pages, const char *element);

/*
 * Warns of each page that has no record in the store, or is in several
 * bibliographies without naming one; warns once about a bibliography that was
 * not read.
 */
void	 kept_pages_check(struct store *store, const struct list *pages,
	    struct diag_sink *sink);

#endif
