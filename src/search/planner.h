/*
 * Functions for planning, shared by plan.c, interpret.c and the kinds of
 * fields.
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

/* Notes that a clause was not understood, or cannot match. */
void	 plan_add_note(struct planner *pl, const struct clause *clause,
	    const char *text);

/* Notes that no record has what these clauses exclude, if that is so. */
void	 plan_note_exclusion(struct planner *pl, const struct clause *first,
	    const struct clause *last, const struct expr *match);

/*
 * For a field that cannot match: adds a note with the reason and matches
 * nothing.
 */
struct expr	*plan_nothing(struct planner *pl, const struct clause *clause,
		    const char **meaning, const char *why);

/* The expression for a word as typed, and for an excluded word. */
struct expr	*plan_word(struct planner *pl, const struct clause *clause);
struct expr	*plan_negated_word(struct planner *pl,
		    const struct clause *clause, const char **meaning);

#endif
