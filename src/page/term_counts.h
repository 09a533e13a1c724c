/* The terms of a bibliography, with the works on each. */
#ifndef PAGE_TERM_COUNTS_H
#define PAGE_TERM_COUNTS_H

#include "library/library.h"

struct term_count {
	const struct term	*term;
	unsigned		 depth;		/* number of levels below the
						   broadest terms */
	long			 works;		/* including those on
						   narrower terms; 0: a gap */
	long			 people;	/* works by population studied */
	long			 animals;
	long			 cells;
	long			 recorded;	/* works whose population is
						   recorded */
};

/*
 * The terms of a facet (struct term_count, owned by `ctx`), narrower terms
 * below their broader ones; if `query` is not empty, only terms with a name
 * that contains it, at depth 0.
 */
struct list	 term_counts(const void *ctx, struct library *library,
		    const char *facet, const char *query);

#endif
