/* System commands that the browser runs. */
#ifndef CLI_EXTERNAL_H
#define CLI_EXTERNAL_H

#include "cli/run.h"
#include "tty/terminal.h"
#include "tui/app.h"

/*
 * Performs the request of app_request() and reports the result to the browser.
 * A command that needs the terminal gets it meanwhile; `term` is NULL if there
 * is none.
 */
void	 external_run(struct run *run, struct app *app, struct terminal *term);

#endif
