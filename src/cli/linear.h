/*
 * The browser line by line, on any terminal and on none: text goes out, a
 * line comes in, nothing is drawn.
 */
#ifndef CLI_LINEAR_H
#define CLI_LINEAR_H

#include <sys/types.h>

#include "cli/run.h"
#include "tui/app.h"

/* Until the user leaves or the input ends; the status to end with. */
enum status	linear_loop(struct run *run, struct app *app);

/*
 * The next line of the standard input, cleaned, owned by `ctx`; no more than
 * the minutes of "idle-end" are waited for it.  NULL at the end, and after
 * complaining of one of more than 1 MiB.
 */
char	*linear_read_line(const struct run *run, const void *ctx);

#endif
