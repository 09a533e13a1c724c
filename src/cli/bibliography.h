/* The bibliographies of a run: which ones, and opening them. */
#ifndef CLI_BIBLIOGRAPHY_H
#define CLI_BIBLIOGRAPHY_H

#include "cli/run.h"

/*
 * The paths of the bibliographies: those of -b, where a bare name that is not
 * a file means an installed one; without -b the bundled bibliography.  Owned by
 * the run.  False when one cannot be found, after complaining.
 */
bool	 bibliography_paths(struct run *run, struct list *paths);

/* The bibliographies that are installed: see shelf_list(). */
struct list	 bibliography_shelf(struct run *run, struct err *err);

/* Opens the library of the run; NULL after complaining, the status is set. */
struct library	*bibliography_open(struct run *run, enum status *status);

/* A request for the cache as this run would make it; owned by the run. */
bool	 bibliography_request(struct run *run, struct cache_request *request);

/*
 * The file of the user's own bibliography that may be written: a path as it
 * is, or for a bare name NAME.xml among the user's own, whose directory is
 * made.  Owned by the run; NULL after complaining.
 */
const char	*bibliography_own(struct run *run, const char *name);

/* What the bibliography in that file is called, an id; owned by the run. */
char	*bibliography_own_name(struct run *run, const char *path);

#endif
