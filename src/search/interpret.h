/* Interpretation: matches sequences of plain words with the vocabulary. */
#ifndef SEARCH_INTERPRET_H
#define SEARCH_INTERPRET_H

#include "search/interpret_part.h"

/*
 * Adds a part for each interpretation of words in a run; removes those words,
 * so that the run keeps the rest.
 */
void	 interpret_run(struct planner *pl, struct word_run *run);

/*
 * The expression for a phrase that is only an identifier of some record
 * ("10.1000/182", "PMID 123"); NULL for other phrases.
 */
struct expr	*interpret_quoted_identifier(struct planner *pl,
		    const struct clause *phrase);

#endif
