/* Negation in words, and what is excluded. */
#ifndef SEARCH_INTERPRET_NEGATION_H
#define SEARCH_INTERPRET_NEGATION_H

#include "search/interpret_part.h"

/*
 * Reads "not", "without", "excluding" and the words that they exclude ("animals
 * or reviews").  Adds a note if nothing is excluded.
 */
size_t	 interpret_negation(struct planner *pl, const struct word_run *run,
	    size_t from);

#endif
