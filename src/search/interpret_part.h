/*
 * Interpretation: the words of a run, and the parts of a plan for them.  What
 * reads words of a run (interpret_citation.h, interpret_negation.h) begins at
 * an index, and returns the number of words read: 0 if they have no such
 * meaning.
 */
#ifndef SEARCH_INTERPRET_PART_H
#define SEARCH_INTERPRET_PART_H

#include "search/planner.h"

enum { INTERPRET_WORDS_MAX = 8 };	/* maximum words of a phrase */

/* A sequence of plain words. */
struct word_run {
	const struct clause	**words;
	size_t			 count;
};

/* Some words of a run, joined by spaces; owned by pl->ctx. */
char	*interpret_text(struct planner *pl, const struct word_run *run, size_t from,
	    size_t n);

/* Adds a part for some words of a run. */
struct plan_part	*interpret_part(struct planner *pl, enum part_kind kind,
			    const struct word_run *run, size_t from, size_t n,
			    struct expr *match, const char *meaning);

#endif
