/* Places: year, volume and first page, as in "2021;57(3):758-766". */
#ifndef SEARCH_PLACE_H
#define SEARCH_PLACE_H

#include "search/expr.h"
#include "search/open.h"

/*
 * The expression, owned by `ctx`, for the works that were published in the place
 * that a text gives, in a journal of which the text has a word if it has any
 * word; NULL if the text gives no place or no work has it.
 */
struct expr	*place_find(const void *ctx, struct searcher *se,
		    const char *text);

#endif
