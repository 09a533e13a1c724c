/*
 * Saves the content of a pipe in a file, to be read like any other.
 */
#ifndef CLI_SPOOL_H
#define CLI_SPOOL_H

#include <stddef.h>

#include "base/err.h"

/* Whether the path is "-", a FIFO or a pipe ("/dev/stdin", "<(command)"). */
bool	 spool_is_pipe(const char *path);

/*
 * Copies a pipe, up to 1 GiB, into a new file in $TMPDIR or /tmp that is
 * removed with `ctx`; first removes files left there by killed processes.
 * Returns its path, owned by `ctx`; NULL on failure or interruption, with *err
 * set.
 */
const char	*spool_pipe(const void *ctx, const char *path,
		    struct err *err);

/* Like spool_pipe(), for bytes in memory that are to be read like a file. */
const char	*spool_text(const void *ctx, const char *bytes, size_t n,
		    struct err *err);

#endif
