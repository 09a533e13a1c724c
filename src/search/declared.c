/* Queries with the facets declared by the bibliographies as fields. */
#include "search/declared.h"

#include <assert.h>

#include "search/vocabulary.h"

struct query *
query_read(const void *ctx, struct searcher *se, const char *text, size_t n)
{
	assert(text != NULL || n == 0);
	return query_parse(ctx, vocabulary_facets(se), text, n);
}

const struct field *
declared_field(struct searcher *se, const char *name, size_t n)
{
	return query_field(vocabulary_facets(se), name, n);
}
