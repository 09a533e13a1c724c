/*
 * Line mode of the browser, which needs no terminal: it prints text, reads a
 * line, and never redraws.
 */
#ifndef CLI_LINEAR_H
#define CLI_LINEAR_H

#include <sys/types.h>

#include "cli/run.h"
#include "tui/app.h"

/* Runs until the user quits or the input ends; returns the exit status. */
enum status	linear_loop(struct run *run, struct app *app);

/*
 * The next line of standard input, cleaned, owned by `ctx`.  NULL at the end,
 * after the minutes of "idle-end", or after complaining about a failed read or
 * about a line of more than 1 MiB, which also sets *too_long.
 */
char	*linear_read_line(const struct run *run, const void *ctx,
	    bool *too_long);

#endif
