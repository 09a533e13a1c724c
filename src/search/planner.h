/*
 * Planning: what plan.c, interpret.c and the kinds of fields share while they
 * read a query.
 */
#ifndef SEARCH_PLANNER_H
#define SEARCH_PLANNER_H

#include "search/open.h"
#include "search/parts.h"

struct planner {
	const void		*ctx;		/* owner of the plan */
	struct searcher		*se;
	struct plan		*plan;
};

/* Adds a part for the bytes start..end of the query, and returns it. */
struct plan_part	*plan_add_part(struct planner *pl, enum part_kind kind,
		    size_t start, size_t end, struct expr *match,
		    const char *meaning);

/* Notes that a clause was not understood, or cannot be found. */
void	 plan_add_note(struct planner *pl, const struct clause *clause,
	    const char *text);

/* A field that can find nothing: notes why, and matches nothing. */
struct expr	*plan_nothing(struct planner *pl, const struct clause *clause,
		    const char **meaning, const char *why);

/* The expression of a word as it is typed; of one to be left out. */
struct expr	*plan_word(struct planner *pl, const struct clause *clause);
struct expr	*plan_negated_word(struct planner *pl,
		    const struct clause *clause, const char **meaning);

#endif
