/* Places: year, volume and first page, as in "2021;57(3):758-766". */
#ifndef SEARCH_PLACE_H
#define SEARCH_PLACE_H

#include "search/expr.h"
#include "search/open.h"

/*
 * The expression, owned by `ctx`, for the works published in the place that a
 * text gives.  If the text also has names, the work's journal, author or title
 * must have one of them.  NULL if the text gives no place, or no work is found.
 */
struct expr	*place_find(const void *ctx, struct searcher *se,
		    const char *text);

#endif
