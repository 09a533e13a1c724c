/* What changed between two states of a bibliography, as a document. */
#ifndef PAGE_PAGE_CHANGES_H
#define PAGE_PAGE_CHANGES_H

#include "page/changes.h"
#include "page/doc.h"

/*
 * The changes from changes_between(), with before and after, and which items
 * of the reading lists of `library` (the newer one) are among them; owned by
 * `ctx`.  Of each kind of change at most `most` records of a type are shown.
 */
struct doc	*page_changes(const void *ctx, struct library *library,
		    const struct snapshot *old, const struct snapshot *now,
		    const struct list *changes, size_t most);

#endif
