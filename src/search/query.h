/*
 * Queries: parses the language of strigil-query(7) into a tree of clauses.
 *
 * No input is an error.  Anything not understood becomes text, with a note of
 * its position, so that a caret can mark it.  Length, number of clauses and
 * depth are limited; parsing takes linear time.
 */
#ifndef SEARCH_QUERY_H
#define SEARCH_QUERY_H

#include "search/clause.h"

/*
 * Parses any bytes; owned by `ctx`.  `declared` has additional fields (struct
 * field), the facets declared by the bibliographies, which must live as long as
 * the query; it may be NULL.
 */
struct query	*query_parse(const void *ctx, const struct list *declared,
		    const char *bytes, size_t n);

/* A field of the table, or of `declared` (may be NULL); or NULL. */
const struct field	*query_field(const struct list *declared,
			    const char *name, size_t n);

/*
 * The query in canonical form, owned by `ctx`: parsing it again gives the same
 * tree.
 */
char	*query_print(const void *ctx, const struct query *query);

/* A clause in the same form; owned by `ctx`. */
char	*query_print_clause(const void *ctx, const struct clause *clause);

#endif
