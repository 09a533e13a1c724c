/* Membership: which bibliography a single file is part of. */
#ifndef LIBRARY_MEMBERSHIP_H
#define LIBRARY_MEMBERSHIP_H

#include <stdbool.h>
#include <stddef.h>

/*
 * The bibliography of which the file `path` is a part, owned by `ctx`: one of
 * the `context` if the file is among its sources; else the directory of the
 * file, if the file has no <about> and exactly one other source of the
 * directory has one.  NULL when it is part of none.
 */
char	*membership_find(const void *ctx, const char *path,
	    const char *const *context, size_t count);

/* Whether a file holds lists and notes of a reader, and nothing else. */
bool	 membership_is_kept(const char *path);

/* Whether two paths are the same file. */
bool	 membership_same(const char *a, const char *b);

#endif
