/*
 * Spooling: what comes through a pipe, kept in a file so that it can be read
 * like any other.
 */
#ifndef CLI_SPOOL_H
#define CLI_SPOOL_H

#include <stddef.h>

#include "base/err.h"

/* Whether the path is "-", a FIFO or a pipe ("/dev/stdin", "<(command)"). */
bool	 spool_is_pipe(const char *path);

/*
 * Copies all of it, up to 1 GiB, into a new file below $TMPDIR or /tmp, which
 * goes when `ctx` does; what killed processes left there goes first.  Returns
 * its path, owned by `ctx`; NULL on failure or interruption, with *err set.
 */
const char	*spool_pipe(const void *ctx, const char *path,
		    struct err *err);

/*
 * The same with bytes of our own, to be read like a file of others.
 */
const char	*spool_text(const void *ctx, const char *bytes, size_t n,
		    struct err *err);

#endif
