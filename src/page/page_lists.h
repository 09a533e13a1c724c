/* Pages that list: terms of a facet, claims by their verdicts. */
#ifndef PAGE_PAGE_LISTS_H
#define PAGE_PAGE_LISTS_H

#include "page/doc.h"
#include "library/library.h"

/*
 * The terms of a facet (of all, when the address names none) that are called
 * what the query says, with the number of works and in whom they were; owned
 * by `ctx`.
 */
struct doc	*page_terms(const void *ctx, struct library *library,
		    const struct address *address);

/* The claims that a query finds, under their verdicts; owned by `ctx`. */
struct doc	*page_claims(const void *ctx, struct library *library,
		    const struct address *address);

#endif
