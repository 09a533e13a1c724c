/* Membership: finds the bibliography that a file is part of. */
#ifndef LIBRARY_MEMBERSHIP_H
#define LIBRARY_MEMBERSHIP_H

#include <stdbool.h>
#include <stddef.h>

/*
 * The bibliography that the file `path` is part of, owned by `ctx`: one of the
 * `context` if the file is among its sources; otherwise the directory of the
 * file, if the file has no <about> and exactly one other source in the
 * directory has one.  NULL if it is not part of any.
 */
char	*membership_find(const void *ctx, const char *path,
	    const char *const *context, size_t count);

/* Whether a file contains only lists and notes of a user. */
bool	 membership_is_kept(const char *path);

/* Whether two paths are the same file. */
bool	 membership_same(const char *a, const char *b);

#endif
