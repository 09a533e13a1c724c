/* The internals of interpretation, shared by its files. */
#ifndef SEARCH_INTERPRET_INSIDE_H
#define SEARCH_INTERPRET_INSIDE_H

#include "search/interpret.h"

enum { INTERPRET_WORDS_MAX = 8 };	/* maximum words of a phrase */

/* Some words of a run, joined by spaces; owned by pl->ctx. */
char	*interpret_text(struct planner *pl, const struct run *run, size_t from,
	    size_t n);

/* Adds a part for some words of a run. */
struct plan_part	*interpret_part(struct planner *pl, enum part_kind kind,
			    const struct run *run, size_t from, size_t n,
			    struct expr *match, const char *meaning);

bool	 interpret_is_year(const char *text, long *year);

/*
 * Each function reads words of a run from a given index and adds a part for
 * them.  Returns the number of words read, or 0 if they have no such meaning.
 */

/*
 * "Teapot 2021", "teapot2021": names and a year that match some work; several
 * in a row are alternatives ("Teapot 2021; Kettle 2019").
 */
size_t	 interpret_citation(struct planner *pl, const struct run *run,
	    size_t from);

/*
 * Reads "not", "without", "excluding" and the words that they exclude ("animals
 * or reviews").  Adds a note if nothing is excluded.
 */
size_t	 interpret_negation(struct planner *pl, const struct run *run,
	    size_t from);

#endif
