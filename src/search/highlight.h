/*
 * Marks: where in a text the words stand that a search asked for, in any of
 * the forms and wordings that it finds.
 */
#ifndef SEARCH_HIGHLIGHT_H
#define SEARCH_HIGHLIGHT_H

#include "search/plan.h"

struct highlights;

/* What to mark for a plan, owned by `ctx`; the database must outlive it. */
struct highlights	*highlights_new(const void *ctx, struct searcher *se,
		    const struct plan *plan);

/* Bytes of a text, from the first up to the one behind the last. */
struct range {
	size_t	start;
	size_t	end;
};

/*
 * The ranges of a text to mark, in order and apart from each other, as a list
 * of struct range owned by `ctx`.
 */
struct list	 highlights_find(const void *ctx, const struct highlights *marks,
		    const char *text);

/* How many different things that were asked for a text has. */
size_t	 highlights_count(const struct highlights *marks, const char *text);

/* The most that highlights_count() can be. */
size_t	 highlights_most(const struct highlights *marks);

#endif
