/*
 * Entries: a reading list or notes as one sequence of parts, for editing and
 * merging.
 */
#ifndef LIBRARY_ENTRIES_H
#define LIBRARY_ENTRIES_H

#include "record/guide.h"
#include "record/notes.h"

/*
 * A part: an item, a section heading (without its items), a note ...  The parts
 * after a section heading are in that section.
 */
struct entry_part {
	const struct schema	*schema;
	void			*record;
};

/*
 * Copies of the parts of a record of this schema (list_schema, notes_schema),
 * in order (struct entry_part); owned by `ctx`.
 */
struct list	 entries_of(const void *ctx, const struct schema *schema,
		    const void *record);

/* Replaces the parts of the record with copies of these. */
void	 entries_put(const struct schema *schema, void *record,
	    const struct list *entries);

/* Whether all members of two records are the same; NULL equals only NULL. */
bool	 entries_are_same(const struct schema *schema, const void *a,
	    const void *b);

/*
 * A copy of the record with only the parts that are different or missing in
 * `other` (NULL: all parts); `record` may also be NULL.  Owned by `ctx`.
 */
void	*entries_difference(const void *ctx, const struct schema *schema,
	    const void *record, const void *other);

/*
 * The reason why a record could not be read back if it were written, owned by
 * `ctx`; NULL if there is none.
 */
char	*entries_problem(const void *ctx, const struct schema *schema,
	    const void *record);

/*
 * The identity of a part across versions: its element, its first member (page,
 * title ...) and its attributes "kind" and "bibliography"; owned by `ctx`.
 */
char	*entry_key(const void *ctx, const struct entry_part *part);

/*
 * Merges two versions with the same base (NULL: both are new), owned by `ctx`.
 * Parts, and members of a part, that only one version changed, added, removed
 * or moved follow that version.  If both changed the same member of a part, or
 * moved the part to different sections, both versions are kept, with `conflict`
 * set; *conflicts is increased by their number.  See versions.h.
 */
void	*entries_merge(const void *ctx, const struct schema *schema,
	    const void *base, const void *mine, const void *theirs,
	    size_t *conflicts);

#endif
