/* The user's list of statuses, status.csv, and whether it can be used. */
#ifndef CLI_STATUSES_H
#define CLI_STATUSES_H

#include "cli/run.h"

/*
 * The path of the list, owned by `run`.  NULL if there is none or it cannot be
 * read: then run->statuses_problem is the reason, and no status is shown.
 */
const char	*statuses_find(struct run *run);

#endif
