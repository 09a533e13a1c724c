/* What changed between two states of a bibliography, as a document. */
#ifndef PAGE_PAGE_CHANGES_H
#define PAGE_PAGE_CHANGES_H

#include "page/changes.h"
#include "page/doc.h"

/*
 * The changes from changes_between(), with old and new values, and the items of
 * the reading lists of `library` (the newer one) among them; owned by `ctx`.
 * Shows at most `most` records of each type and kind of change.
 */
struct doc	*page_changes(const void *ctx, struct library *library,
		    const struct snapshot *old, const struct snapshot *now,
		    const struct list *changes, size_t most);

#endif
