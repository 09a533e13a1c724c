/*
 * Studies: counts several reports of one study as one work, whichever of them
 * are in a set.
 */
#ifndef SEARCH_STUDIES_H
#define SEARCH_STUDIES_H

#include "index/bitset.h"
#include "search/open.h"

struct studies;

/* The studies with more than one report; borrowed. */
const struct studies	*studies_of(struct searcher *se);

/* The number of works in a set that are further reports of a study in it. */
size_t	 studies_repeated(const struct studies *studies,
	    const struct bitset *works);

/* Like studies_repeated(), for the intersection of two sets. */
size_t	 studies_repeated_both(const struct studies *studies,
	    const struct bitset *a, const struct bitset *b);

#endif
