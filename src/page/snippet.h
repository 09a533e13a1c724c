/* Snippets: the sentence of a record that matches a search best. */
#ifndef PAGE_SNIPPET_H
#define PAGE_SNIPPET_H

#include "library/library.h"

/*
 * The sentence of a work's note, findings or abstract with the most search
 * terms, if it has more of them than the title; cut to `most` cells and owned
 * by `ctx`; NULL if there is none.  *where names the part of the record.
 */
char	*snippet_of_work(const void *ctx, const struct highlights *marks,
	    const struct work *work, size_t most, const char **where);

#endif
