/*
 * Facets: what the records of a result are about, counted exactly, whatever
 * the number of records.
 */
#ifndef SEARCH_FACET_H
#define SEARCH_FACET_H

#include "index/bitset.h"
#include "search/expr.h"

struct facet_count {
	const char	*id;		/* of the term, or the value */
	const char	*label;
	long		 count;
};

/*
 * The counts of a field of works or claims that has closed values (a facet of
 * the vocabulary, "level", "year", "subjects", "verdict", "kind"), those that
 * are not 0, as a list of struct facet_count owned by `ctx`: terms and choices
 * by count, levels from the strongest and years from the newest on.  Broader terms count what their
 * narrower ones do.
 */
struct list	 facet_counts(const void *ctx, struct searcher *se,
		    enum plan_target target, const struct bitset *hits,
		    const char *field);

/* What asks for a value (the id of a count) of such a field. */
struct expr	*facet_expr(const void *ctx, struct searcher *se,
			    const char *field, const char *id);

/* The fields of a target that facet_counts() knows, ended by NULL. */
const char *const	*facet_fields(enum plan_target target);

/* The same and, of works, the facets that are declared; owned by `ctx`. */
const char *const	*facet_all_fields(const void *ctx,
			    struct searcher *se, enum plan_target target);

#endif
