/* Where the bibliographies of a run are. */
#ifndef CLI_PATHS_H
#define CLI_PATHS_H

#include "cli/run.h"
#include "library/shelf.h"

/*
 * The paths of the bibliographies: those of -b, where a bare name that is not
 * a file means an installed one; without -b the bundled bibliography.  Owned by
 * the run.  False when one cannot be found, after complaining.
 */
bool	 paths_of_run(struct run *run, struct list *paths);

/* The bibliographies that are installed: see shelf_list(). */
struct list	 paths_shelf(struct run *run, struct err *err);

/*
 * The file of the user's own bibliography that may be written: a path as it
 * is, or for a bare name NAME.xml among the user's own, whose directory is
 * made.  Owned by the run; NULL after complaining.
 */
const char	*paths_own(struct run *run, const char *name);

/*
 * The file of the user's own in which "strigil status" keeps what it marks;
 * owned by the run.  NULL where there is no home directory.
 */
const char	*paths_statuses(struct run *run);

/* What the bibliography in that file is called, an id; owned by the run. */
char	*paths_own_name(struct run *run, const char *path);

#endif
