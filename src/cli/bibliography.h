/* Finds and opens the bibliographies of a run. */
#ifndef CLI_BIBLIOGRAPHY_H
#define CLI_BIBLIOGRAPHY_H

#include "cli/run.h"

/*
 * Opens the library of the run.  NULL after complaining, with the status set.
 */
struct library	*bibliography_open(struct run *run, enum status *status);

/* Fills in the request that this run makes to the cache; owned by the run. */
bool	 bibliography_request(struct run *run, struct cache_request *request);

#endif
