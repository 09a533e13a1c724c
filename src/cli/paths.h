/* Finds the bibliographies of a run. */
#ifndef CLI_PATHS_H
#define CLI_PATHS_H

#include "cli/run.h"
#include "library/shelf.h"

/*
 * The paths of the bibliographies named with -b, otherwise of the bundled one.
 * A bare name that is not a file means an installed bibliography.  Owned by the
 * run.  False, after complaining, if one cannot be found.
 */
bool	 paths_of_run(struct run *run, struct list *paths);

/* The installed bibliographies: see shelf_list(). */
struct list	 paths_shelf(struct run *run, struct err *err);

/*
 * Names the other installed bibliographies on stderr, for a question that the
 * default one does not answer.  Says nothing if the user chose a bibliography.
 */
void	 paths_tell_others(struct run *run);

/*
 * The file of the user's own bibliography, for writing: the path itself or, for
 * a bare name, NAME.xml in the user's directory, which is created.  Owned by
 * the run; NULL after complaining.
 */
const char	*paths_own(struct run *run, const char *name);

/*
 * The user's file of statuses, written by "strigil status"; owned by the run.
 * NULL if there is no home directory.
 */
const char	*paths_statuses(struct run *run);

/* The name of the bibliography in that file, an id; owned by the run. */
char	*paths_own_name(struct run *run, const char *path);

#endif
