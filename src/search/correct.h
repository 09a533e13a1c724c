/* Corrections: replaces the words of a query that no record has. */
#ifndef SEARCH_CORRECT_H
#define SEARCH_CORRECT_H

#include "search/open.h"

/*
 * The query with every unknown plain word, also in parentheses, replaced by the
 * nearest word of the bibliography or, with `as_typed`, marked with "=" so that
 * no search replaces it; owned by `ctx`, NULL if nothing needs replacing.
 */
char	*correct_text(const void *ctx, struct searcher *se, const char *text,
	    bool as_typed);

#endif
