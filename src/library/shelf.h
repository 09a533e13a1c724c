/* The shelf: the available bibliographies, and which are open. */
#ifndef LIBRARY_SHELF_H
#define LIBRARY_SHELF_H

#include "library/library.h"

/* A bibliography that can be opened. */
struct shelved {
	const char	*name;		/* for -b: the name of its file or
					   directory */
	const char	*path;
	const char	*title;		/* its name if it has no title */
};

/*
 * The bibliographies in some directories (char *; NULL is ignored), by name, as
 * a list of struct shelved owned by `ctx`.  If two directories have the same
 * name, the first counts.  *err is set if something could not be read; the list
 * has the others.
 */
struct list	 shelf_list(const void *ctx, const char *const *directories,
		    size_t count, struct err *err);

/* The path of the bibliography with a name, owned by `ctx`, or NULL. */
char	*shelf_find(const void *ctx, const char *const *directories,
	    size_t count, const char *name);

#endif
