/* Snippets: the sentence of a record that answers a search best. */
#ifndef PAGE_SNIPPET_H
#define PAGE_SNIPPET_H

#include "library/library.h"

/*
 * The sentence of a work's note, findings or abstract that has most of what
 * was asked for, if that is more than its title has; cut to `most` cells and
 * owned by `ctx`; NULL when there is none.  *where names its part of the record.
 */
char	*snippet_of_work(const void *ctx, const struct highlights *marks,
	    const struct work *work, size_t most, const char **where);

#endif
