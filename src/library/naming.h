/*
 * Ids of several open bibliographies: renames those that clash.
 *
 * A bibliography is a path whose files have an <about>; its id is the name of
 * the bibliography.  A path without one belongs to the bibliography before it.
 * Ids belong to their bibliography.  If a later bibliography uses an id of an
 * earlier one, its own becomes "name:id", in the record and in all references
 * from the same bibliography, so that references stay within it.  A term with
 * the same facet and the same label or MeSH heading as an earlier
 * bibliography's is the same term.
 */
#ifndef LIBRARY_NAMING_H
#define LIBRARY_NAMING_H

#include "import/read.h"

struct naming;
struct store;

/*
 * Scans the files (struct source_file) of one path, after those of earlier
 * paths; stores nothing.  *naming is owned by `ctx`; NULL if the path has no
 * <about> or contains imported records.  False with *err set if a file cannot
 * be read.
 */
bool	 naming_scan(const void *ctx, struct store *store,
	    const struct list *files, struct naming **naming,
	    struct err *err) MUST_CHECK;

/* The name of the bibliography; borrowed. */
const char	*naming_name(const struct naming *naming);

/* The position of the bibliography's <about>. */
struct place	 naming_place(const struct naming *naming);

/* Changes the ids in a record, and its references, to the ids of the index. */
void	 naming_apply(const struct naming *naming, struct found *found);

/* Changes only the references of a record, for a file without <about>. */
void	 naming_refer(const struct naming *naming, struct found *found);

/*
 * Whether a record refers to a record that neither its bibliography nor an
 * earlier one has.  Call before naming_apply().
 */
bool	 naming_dangles(const struct naming *naming,
	    const struct found *found);

/*
 * The id of the earlier term that a term of this bibliography equals, NULL if
 * there is none.  Call before naming_apply(); borrowed.
 */
const char	*naming_same_term(const struct naming *naming,
		    const char *id);

/*
 * Renames works and studies of several bibliographies that turned out to be the
 * same: references to `from` become references to `to` once all files have been
 * read.  The names are those of the store.  naming_new() makes an empty set,
 * owned by `ctx`.
 */
struct naming	*naming_new(const void *ctx);
void		 naming_add(struct naming *naming, bool study,
		    const char *from, const char *to);
void		 naming_settle(struct naming *naming, struct store *store);

#endif
