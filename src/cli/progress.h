/* Progress: shown after half a second, on a terminal only. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stdio.h>

#include "library/ingest.h"

struct progress;
struct run;

/*
 * Owned by the run.  Prints nothing if quiet or in line mode, or if stderr is
 * not a terminal that can redraw a line.
 */
struct progress	*progress_new(const struct run *run);

/* For an ingest, which it stops when the user interrupts. */
const struct ingest_watch	*progress_watch(struct progress *progress);

/* Prints the first problems of an ingest and counts the rest. */
struct diag_sink	*progress_sink(struct progress *progress);

/* Erases the line, and reports how many problems were not shown. */
void	 progress_end(struct progress *progress);

/* Reports a diagnostic of a sink on stderr; `user` is not used. */
void	 progress_report(void *user, const struct diag *diag);

/* Prints one diagnostic as FILE:LINE:COL: severity: text. */
void	 progress_print_diag(FILE *out, const struct diag *diag);

#endif
