/* The shelf: which bibliographies there are, and which are open. */
#ifndef LIBRARY_SHELF_H
#define LIBRARY_SHELF_H

#include "library/library.h"

/* A bibliography that could be opened. */
struct shelved {
	const char	*name;		/* for -b: of its file or directory */
	const char	*path;
	const char	*title;		/* the name where it has none */
};

/*
 * The bibliographies in some directories (char *; NULL ones are passed over),
 * by name, as a list of struct shelved owned by `ctx`.  A name that is in two
 * directories is that of the first.  *err is set when something could not be
 * read; the list has the others.
 */
struct list	 shelf_list(const void *ctx, const char *const *directories,
		    size_t count, struct err *err);

/* The path of one of them, owned by `ctx`, or NULL. */
char	*shelf_find(const void *ctx, const char *const *directories,
	    size_t count, const char *name);

#endif
