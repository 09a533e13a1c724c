/*
 * Filters: the parts of a query that name a field.  Several of one field may
 * be alternatives: "pain (level:1 OR level:2)" has two filters.
 */
#ifndef SEARCH_FILTER_H
#define SEARCH_FILTER_H

#include "search/query.h"

struct filter {
	const struct field	*field;
	const struct clause	*among;		/* alternatives, or NULL */
	bool			 negated;
	size_t			 start;		/* bytes of the query text */
	size_t			 end;
};

/* The filters (struct filter) of a query in their order; owned by `ctx`. */
struct list	 filter_list(const void *ctx, const struct query *query);

/* How a filter is written, owned by `ctx`. */
char	*filter_text(const void *ctx, const struct query *query,
	    const struct filter *filter);

/* The query without the filter, or without all of them; owned by `ctx`. */
char	*filter_leave_out(const void *ctx, const struct query *query,
	    const struct filter *filter);
char	*filter_leave_out_all(const void *ctx, const struct query *query);

/* A query that asks for what both ask for; owned by `ctx`. */
char	*filter_both(const void *ctx, const char *query, const char *words);

/*
 * The query with `words` ("level:2") as an alternative of its last filter of
 * the field, which is not negated; or a query that finds what such
 * alternatives would add, and nothing that is found already.  Owned by `ctx`;
 * NULL when there is no filter of the field.
 */
char	*filter_or(const void *ctx, const struct query *query,
	    const struct field *field, const char *words);
char	*filter_beyond(const void *ctx, const struct query *query,
	    const struct field *field);

#endif
