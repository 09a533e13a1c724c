/* Interpretation: plain words in a row, read with the vocabulary. */
#ifndef SEARCH_INTERPRET_H
#define SEARCH_INTERPRET_H

#include "search/planner.h"

/* Plain words in a row. */
struct run {
	const struct clause	**words;
	size_t			 count;
};

/*
 * Adds a part for each interpretation of the words of a run; what is left in
 * the run has none.
 */
void	 interpret_run(struct planner *pl, struct run *run);

#endif
