/* Completion: what a query that is being typed may go on with. */
#ifndef LIBRARY_COMPLETE_H
#define LIBRARY_COMPLETE_H

#include "library/library.h"

/*
 * The texts (char *, owned by `ctx`, at most a screen of them) that could
 * replace the bytes from *start to `cursor`: names of fields, values of the
 * field that is named there, and terms of the vocabulary.  The longest
 * phrase before the cursor that begins a term counts; a phrase of several words
 * may have one wrong letter before its last word is looked at alone.
 */
struct list	 complete_query(struct library *library, const void *ctx,
		    const char *text, size_t cursor, size_t *start);

#endif
