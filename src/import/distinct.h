/*
 * The texts in a work's lists, looked up by hash: a keyword or a group that
 * occurs twice is kept once, however many there are.
 */
#ifndef IMPORT_DISTINCT_H
#define IMPORT_DISTINCT_H

#include "base/mem.h"

/* Starts zeroed; mem_free(slots) empties it. */
struct distinct {
	struct distinct_text	*slots;
	size_t			 capacity;	/* a power of two */
	size_t			 count;
};

/*
 * Adds a text, which must stay valid, of the list with that number; false if
 * the list has it already.  `ctx` owns the memory.
 */
bool	 distinct_add(const void *ctx, struct distinct *set, size_t list,
	    const char *text);

#endif
