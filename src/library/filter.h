/*
 * Filters: the fields in a query.  Several filters of one field may be
 * alternatives: "pain (level:1 OR level:2)" has two filters.
 *
 * Queries are changed as trees of clauses and printed again, so their form may
 * differ from the typed one.  `declared` lists additional fields:
 * library_declared(), or NULL.
 */
#ifndef LIBRARY_FILTER_H
#define LIBRARY_FILTER_H

#include "base/mem.h"
#include "record/field.h"

struct filter {
	const struct field	*field;
	const char		*text;		/* the filter as typed */
	bool			 negated;
	bool			 among;		/* one of several
						   alternatives */
	size_t			 start;		/* bytes of the query */
	size_t			 end;
};

/* The filters (struct filter) of a query in order; owned by `ctx`. */
struct list	 filter_list(const void *ctx,
	    const struct list *declared, const char *query);

/*
 * The query without filter `number` (from 0), or without any filter; owned by
 * `ctx`.
 */
char	*filter_leave_out(const void *ctx,
	    const struct list *declared, const char *query, size_t number);
char	*filter_leave_out_all(const void *ctx,
	    const struct list *declared, const char *query);

/* A query that combines two queries; owned by `ctx`. */
char	*filter_both(const void *ctx,
	    const struct list *declared, const char *query, const char *words);

/*
 * The query with filters inserted before the words at its end, the last of
 * which stays unfinished; owned by `ctx`.
 */
char	*filter_before(const void *ctx,
	    const struct list *declared, const char *query, const char *words);

/*
 * filter_or(): the query with `words` ("level:2") as an alternative to its last
 * filter of the field, unless that is negated.  filter_beyond(): a query for
 * the additional results of such alternatives.  Owned by `ctx`; NULL if the
 * query has no filter of the field.
 */
char	*filter_or(const void *ctx,
	    const struct list *declared, const char *query,
	    const struct field *field, const char *words);
char	*filter_beyond(const void *ctx,
	    const struct list *declared, const char *query,
	    const struct field *field);

/*
 * The words of a query as typed, without fields and exclusions; owned by `ctx`.
 */
char	*filter_plain_words(const void *ctx,
	    const struct list *declared, const char *query);

#endif
