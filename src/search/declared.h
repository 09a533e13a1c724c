/* Queries with the facets that the bibliographies declare as fields. */
#ifndef SEARCH_DECLARED_H
#define SEARCH_DECLARED_H

#include "search/open.h"
#include "search/query.h"

/* A query with the fields of the bibliographies; owned by `ctx`. */
struct query	*query_read(const void *ctx, struct searcher *se,
		    const char *text, size_t n);

/* A field by name, a declared facet too; borrowed, or NULL. */
const struct field	*declared_field(struct searcher *se,
			    const char *name, size_t n);

#endif
