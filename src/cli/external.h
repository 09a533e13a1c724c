/* Errands: what the browser asks the system to do. */
#ifndef CLI_EXTERNAL_H
#define CLI_EXTERNAL_H

#include "cli/run.h"
#include "tty/terminal.h"
#include "tui/app.h"

/*
 * Does what app_request() asks for, and reports the result to the browser.  The
 * terminal (NULL: there is none) is given back meanwhile where a command
 * needs it.
 */
void	 external_run(struct run *run, struct app *app, struct terminal *term);

#endif
