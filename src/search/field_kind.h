/*
 * Kinds of fields: the valid values, the records that match them, and the
 * values that can be counted.  Each kind has one row of functions
 * (field_kind.c).
 */
#ifndef SEARCH_FIELD_KIND_H
#define SEARCH_FIELD_KIND_H

#include "search/expr.h"
#include "search/planner.h"

/* Receives the values of a field, one by one. */
struct value_sink {
	struct searcher	*se;
	/* Receives a value, its label, and its expression; borrowed. */
	void		(*take)(struct value_sink *to, const char *id,
			    const char *label, const struct expr *match);
};

struct field_kind_row {
	/*
	 * Parses the value in a clause's text; new strings belong to `ctx`.
	 * Returns NULL, or the reason why it is invalid (static).
	 */
	const char	*(*parse)(const void *ctx, struct clause *clause);
	/*
	 * The expression for the value, and its meaning in words (NULL: as
	 * typed).
	 */
	struct expr	*(*plan)(struct planner *pl,
			    const struct clause *clause, const char **meaning);
	/* Passes on every value that can be counted; NULL: none can. */
	void		 (*count)(struct value_sink *to,
			    const struct field *field);
	bool		 in_order;	/* lists values in their own order
					   instead of by count */
};

/* The row for a field's kind. */
const struct field_kind_row	*field_kind(const struct field *field);

#endif
