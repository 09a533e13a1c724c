/* The shelf: the available bibliographies, and which are open. */
#ifndef LIBRARY_SHELF_H
#define LIBRARY_SHELF_H

#include "library/library.h"

/* A bibliography that can be opened. */
struct shelved {
	const char	*name;		/* the id in its <about>, or else
					   `file` */
	const char	*file;		/* the name of its file or directory */
	const char	*path;
	const char	*title;		/* the title, or else the name */
	bool		 named;		/* the bibliography has an <about> with
					   an id */
	size_t		 shelf;		/* index of its directory */
	const struct shelved *hidden_by; /* the first one with the same name, or
					    NULL */
};

/*
 * The bibliographies in some directories (char *; NULL is ignored), by name, as
 * a list of struct shelved owned by `ctx`.  Of several with the same name, the
 * first hides the others: those that declare the name as their id come before
 * those that only have it as their file name, then the order of the directories
 * decides.  *err is set if something could not be read; the list has the
 * others.
 */
struct list	 shelf_list(const void *ctx, const char *const *directories,
		    size_t count, struct err *err);

/*
 * The bibliography in `list` with this name, or else with this file or
 * directory; NULL if there is none.
 */
const struct shelved *shelf_find(const struct list *list, const char *name);

#endif
