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
 * Reads a line of the standard input as getline() does; no more than the
 * minutes of "idle-end" are waited for it.
 */
ssize_t	 linear_read_line(const struct run *run, char **bytes,
	    size_t *capacity);

#endif
