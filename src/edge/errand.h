/* Errands: what the browser asks the system to do. */
#ifndef EDGE_ERRAND_H
#define EDGE_ERRAND_H

#include "edge/run.h"
#include "edge/terminal.h"
#include "ui/app.h"

/*
 * Does what app_errand() asks for, and tells the browser how it went.  The
 * terminal (NULL: there is none) is given back meanwhile where a command
 * needs it.
 */
void	 errand_run(struct run *run, struct app *app, struct terminal *term);

#endif
