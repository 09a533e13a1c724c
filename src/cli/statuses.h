/* The user's list of statuses, status.csv: whether it can be used. */
#ifndef CLI_STATUSES_H
#define CLI_STATUSES_H

#include "cli/run.h"

/*
 * The path of the list, owned by `run`; NULL if there is none, or if it cannot
 * be read: then run->statuses_problem says why, and no status is shown.
 */
const char	*statuses_find(struct run *run);

#endif
