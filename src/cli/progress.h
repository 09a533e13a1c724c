/* Progress: shown after half a second, on a terminal only. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stdio.h>

#include "library/ingest.h"

struct progress;
struct run;

/*
 * Owned by the run.  Its line stands still where that is wanted (quiet, line
 * by line), and where stderr is not a terminal that can draw it again.
 */
struct progress	*progress_new(const struct run *run);

/* For an ingest; stops it when the user interrupts. */
const struct ingest_watch	*progress_watch(struct progress *progress);

/* Prints the first problems that an ingest finds, and counts the rest. */
struct diag_sink	*progress_sink(struct progress *progress);

/* Takes the line away, and says how many problems were not shown. */
void	 progress_end(struct progress *progress);

/* Prints one diagnostic as FILE:LINE:COL: severity: text. */
void	 progress_print_diag(FILE *out, const struct diag *diag);

#endif
