/* Membership: finds the bibliography that a file is part of. */
#ifndef LIBRARY_MEMBERSHIP_H
#define LIBRARY_MEMBERSHIP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

/*
 * *whole is the bibliography that the file `path` is part of, owned by `ctx`:
 * one of the `context` if the file is among its sources; otherwise the
 * directory of the file, if the file has no <about> and exactly one other
 * source in the directory has one.  NULL if it is not part of any.  False with
 * *err set if a file that decides it cannot be read.
 */
bool	 membership_find(const void *ctx, const char *path,
	    const char *const *context, size_t count, char **whole,
	    struct err *err) MUST_CHECK;

/*
 * *kept: whether a file contains only lists and notes of a user.  False with
 * *err set if it cannot be read.
 */
bool	 membership_is_kept(const char *path, bool *kept, struct err *err)
	    MUST_CHECK;

/* Whether two paths are the same file. */
bool	 membership_same(const char *a, const char *b);

#endif
