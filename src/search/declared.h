/* Queries with the facets declared by the bibliographies as fields. */
#ifndef SEARCH_DECLARED_H
#define SEARCH_DECLARED_H

#include "search/open.h"
#include "search/query.h"

/* Parses a query with these fields; owned by `ctx`. */
struct query	*query_read(const void *ctx, struct searcher *se,
		    const char *text, size_t n);

/* A field by name, or a declared facet; borrowed, or NULL. */
const struct field	*declared_field(struct searcher *se,
			    const char *name, size_t n);

#endif
