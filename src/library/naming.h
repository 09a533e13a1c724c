/*
 * Naming: several bibliographies side by side.
 *
 * A bibliography is a path whose files have an <about>; its id is the name of
 * the bibliography.  A path without one adds to the bibliography before it.
 * Ids belong to their bibliography.  Where a later bibliography uses an id
 * that an earlier one has, its own is written "name:id", in the record and in
 * everything of the same bibliography that refers to it, so that a reference
 * binds in its own bibliography.  A term that an earlier bibliography has,
 * with the same facet and the same label or MeSH heading, is the same term.
 */
#ifndef LIBRARY_NAMING_H
#define LIBRARY_NAMING_H

#include "import/read.h"

struct naming;
struct store;

/*
 * Looks through the files (struct source_file) of one path that comes after
 * others; nothing is stored.  NULL when the path has no <about>, or holds
 * imported records; owned by `ctx`.
 */
struct naming	*naming_scan(const void *ctx, struct store *store,
		    const struct list *files);

/* The name of the bibliography; borrowed. */
const char	*naming_name(const struct naming *naming);

/* Where its <about> is. */
struct place	 naming_place(const struct naming *naming);

/* Writes the ids of a record and of its references as the index has them. */
void	 naming_apply(const struct naming *naming, struct found *found);

/*
 * The id of the earlier term that a term of this bibliography is, NULL when
 * it is one of its own.  Ask before naming_apply(); borrowed.
 */
const char	*naming_same_term(const struct naming *naming,
		    const char *id);

/*
 * Works and studies of several bibliographies that turned out to be the same:
 * what refers to `from` refers to `to` once all is read and settled.  The names
 * are those of the store; the first call makes it empty, owned by `ctx`.
 */
struct naming	*naming_new(const void *ctx);
void		 naming_add_work(struct naming *naming, const char *from,
		    const char *to);
void		 naming_add_study(struct naming *naming, const char *from,
		    const char *to);
void		 naming_settle(struct naming *naming, struct store *store);

#endif
