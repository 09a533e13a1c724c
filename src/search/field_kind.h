/*
 * Kinds of fields: what a value of a field may be, what finds it, and which
 * values are counted.  One row of functions for each kind (field_kind.c).
 */
#ifndef SEARCH_FIELD_KIND_H
#define SEARCH_FIELD_KIND_H

#include "search/expr.h"
#include "search/planner.h"

/* Where the values of a field go, one by one. */
struct value_sink {
	struct searcher	*se;
	/* Takes a value, its label, and what finds it; borrowed. */
	void		(*take)(struct value_sink *to, const char *id,
			    const char *label, const struct expr *match);
};

struct field_kind_row {
	/*
	 * Reads the value of a clause (its text) into the clause; what is made
	 * belongs to `ctx`.  NULL, or what is wrong with it (static).
	 */
	const char	*(*parse)(const void *ctx, struct clause *clause);
	/* What finds the value, and its meaning in words (left NULL: as typed). */
	struct expr	*(*plan)(struct planner *pl,
			    const struct clause *clause, const char **meaning);
	/* Gives every value that can be counted; NULL: none can. */
	void		 (*count)(struct value_sink *to,
			    const struct field *field);
	bool		 in_order;	/* its values, instead of by count */
};

/* The row of the kind of a field. */
const struct field_kind_row	*field_kind(const struct field *field);

#endif
