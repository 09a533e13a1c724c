/*
 * Versions: one part of a list or of notes as two sessions have it, merged
 * member by member.
 */
#ifndef LIBRARY_VERSIONS_H
#define LIBRARY_VERSIONS_H

#include "record/schema.h"

/* What becomes of a part: nothing, one version, or two that disagree. */
struct versions {
	void	*one;		/* NULL: the part is gone */
	void	*other;		/* NULL, or mine beside theirs, which is `one` */
	bool	 conflict;	/* marked in all that is left */
};

/*
 * Merges versions of a part of this schema, each of which may be NULL: `base`
 * was not there yet, `mine` or `theirs` is gone.  What only one of them changed
 * is as that one has it; tags are a set; numbers of answers are added up.  Where
 * both changed the same member, or one changed what the other removed, what is
 * left is in conflict; two versions differ in these members alone.  Records are
 * owned by `ctx`.
 */
struct versions	 versions_merge(const void *ctx, const struct schema *schema,
		    const void *base, const void *mine, const void *theirs);

/* Marks a version as one of two. */
void	 version_mark(const struct schema *schema, void *version);

#endif
