/*
 * Filters: the parts of a query that name a field.  Several of one field may
 * be alternatives: "pain (level:1 OR level:2)" has two filters.
 *
 * A query that is changed here is changed as a tree of clauses and printed
 * again, so it may be written in another way than it was typed.  `declared`
 * are the fields besides those of the table: library_declared(), or NULL.
 */
#ifndef LIBRARY_FILTER_H
#define LIBRARY_FILTER_H

#include "base/mem.h"
#include "record/field.h"

struct filter {
	const struct field	*field;
	const char		*text;		/* as it is printed */
	bool			 negated;
	bool			 among;		/* one of several alternatives */
	size_t			 start;		/* bytes of the query */
	size_t			 end;
};

/* The filters (struct filter) of a query in their order; owned by `ctx`. */
struct list	 filter_list(const void *ctx,
	    const struct list *declared, const char *query);

/*
 * The query without the filter of a number (from 0), or without all of them;
 * owned by `ctx`.
 */
char	*filter_leave_out(const void *ctx,
	    const struct list *declared, const char *query, size_t number);
char	*filter_leave_out_all(const void *ctx,
	    const struct list *declared, const char *query);

/* A query that asks for what both ask for; owned by `ctx`. */
char	*filter_both(const void *ctx,
	    const struct list *declared, const char *query, const char *words);

/*
 * The query with `words` ("level:2") as an alternative of its last filter of
 * the field, which is not negated; or a query that finds what such
 * alternatives would add, and nothing that is found already.  Owned by `ctx`;
 * NULL when there is no filter of the field.
 */
char	*filter_or(const void *ctx,
	    const struct list *declared, const char *query,
	    const struct field *field, const char *words);
char	*filter_beyond(const void *ctx,
	    const struct list *declared, const char *query,
	    const struct field *field);

/*
 * The words of a query as they were typed, without what names a field or is
 * excluded; owned by `ctx`.
 */
char	*filter_plain_words(const void *ctx,
	    const struct list *declared, const char *query);

#endif
