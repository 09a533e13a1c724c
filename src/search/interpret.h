/* Interpretation: matches sequences of plain words with the vocabulary. */
#ifndef SEARCH_INTERPRET_H
#define SEARCH_INTERPRET_H

#include "search/planner.h"

/* A sequence of plain words. */
struct run {
	const struct clause	**words;
	size_t			 count;
};

/*
 * Adds a part for each interpretation of words in a run; removes those words,
 * so that the run keeps the rest.
 */
void	 interpret_run(struct planner *pl, struct run *run);

#endif
