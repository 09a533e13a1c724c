/* Corrections: replaces the words of a query that no record has. */
#ifndef SEARCH_CORRECT_H
#define SEARCH_CORRECT_H

#include "search/open.h"

enum correction_kind {
	CORRECT_MISSPELT,	/* words that are not English */
	CORRECT_ALL,		/* English words as well; see
				   suggest_beside() */
	CORRECT_NOTHING		/* marks these words with "=" instead, so that no
				   search replaces them */
};

/*
 * The query with every unknown plain word, also in parentheses, replaced by the
 * nearest word of the bibliography; owned by `ctx`, NULL if nothing needs
 * replacing.
 */
char	*correct_text(const void *ctx, struct searcher *se, const char *text,
	    enum correction_kind kind);

#endif
