/*
 * State: small files of what the user did, kept from run to run.  Losing them
 * loses no record.
 */
#ifndef LIBRARY_STATE_H
#define LIBRARY_STATE_H

#include "base/err.h"

/*
 * The text of a file in the directory, owned by `ctx`; "" when there is none
 * or it cannot be read, and never more than a megabyte of it.
 */
char	*state_load(const void *ctx, const char *directory, const char *name);

/*
 * Replaces the file, for its owner only; makes the directory if need be.  On
 * failure the old file stays.
 */
bool	 state_save(const char *directory, const char *name,
	    const char *text, struct err *err) MUST_CHECK;

#endif
