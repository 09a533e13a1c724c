/*
 * Versions: merges the versions of two sessions of one part of a list or of
 * notes, member by member.
 */
#ifndef LIBRARY_VERSIONS_H
#define LIBRARY_VERSIONS_H

#include "record/schema.h"

/* The result for a part: nothing, one version, or two conflicting versions. */
struct versions {
	void	*one;		/* NULL: the part was removed */
	void	*other;		/* mine, if `one` is theirs; otherwise NULL */
	bool	 conflict;	/* the remaining versions are marked as
				   conflicting */
};

/*
 * Merges versions of a part of this schema, each of which may be NULL: `base`
 * did not exist yet, `mine` or `theirs` was removed.  Changes of only one
 * version are kept; tags are merged as a set; numbers of answers are added up.
 * If both changed the same member, or one changed what the other removed, the
 * result is in conflict, and the two versions differ only in these members.
 * Records are owned by `ctx`.
 */
struct versions	 versions_merge(const void *ctx, const struct schema *schema,
		    const void *base, const void *mine, const void *theirs);

/*
 * Applies to the list in `to` what another version removed or added since the
 * base (NULL: all its texts are new).  `mark` is appended to each text added.
 */
void	 version_remove_texts(void *to, const struct member *member,
	    const struct list *base, const struct list *mine);
void	 version_add_texts(void *to, const struct member *member,
	    const struct list *base, const struct list *mine,
	    const char *mark);

/* Marks a version as one of two. */
void	 version_mark(const struct schema *schema, void *version);

#endif
