/* Completion: continuations of a partial query. */
#ifndef LIBRARY_COMPLETE_H
#define LIBRARY_COMPLETE_H

#include "library/library.h"

/*
 * The texts (char *, owned by `ctx`, at most one screen) that could replace the
 * bytes from *start to `cursor`: names of fields, values of a field, and terms
 * of the vocabulary.  The longest phrase before the cursor that starts a term
 * is used; in a phrase of several words one letter may be wrong, otherwise only
 * its last word counts.
 */
struct list	 complete_query(struct library *library, const void *ctx,
		    const char *text, size_t cursor, size_t *start);

#endif
