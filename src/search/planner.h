/*
 * Planning: what plan.c and interpret.c share.
 *
 * interpret.c reads plain words in a row with the vocabulary and adds a part
 * for each interpretation; plan.c does everything else.
 */
#ifndef SEARCH_PLANNER_H
#define SEARCH_PLANNER_H

#include "search/plan.h"

struct planner {
	const void		*ctx;		/* owner of the plan */
	struct searcher		*se;
	struct plan		*plan;
};

/* Plain words in a row. */
struct run {
	const struct clause	**words;
	size_t			 count;
};

/* Adds the parts that the words of a run mean; may shorten the run. */
void	 interpret_run(struct planner *pl, struct run *run);

/* Adds a part for the bytes start..end of the query, and returns it. */
struct plan_part	*plan_add_part(struct planner *pl, enum part_kind kind,
		    size_t start, size_t end, struct expr *match,
		    const char *meaning);

/* Notes that a clause was not understood, or cannot be found. */
void	 plan_add_note(struct planner *pl, const struct clause *clause,
	    const char *text);

/* The expression of a word as it is typed; of one to be left out. */
struct expr	*plan_word(struct planner *pl, const struct clause *clause);
struct expr	*plan_negated_word(struct planner *pl,
		    const struct clause *clause, const char **meaning);

#endif
