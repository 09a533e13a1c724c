/*
 * The browser line by line, on any terminal and on none: text goes out, a
 * line comes in, nothing is drawn.
 */
#ifndef EDGE_LINEAR_H
#define EDGE_LINEAR_H

#include "edge/run.h"
#include "ui/app.h"

/* Until the user leaves or the input ends; the status to end with. */
enum status	linear_loop(struct run *run, struct app *app);

#endif
