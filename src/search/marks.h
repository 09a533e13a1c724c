/*
 * Marks: where in a text the words stand that a search asked for, in any of
 * the forms and wordings that it finds.
 */
#ifndef SEARCH_MARKS_H
#define SEARCH_MARKS_H

#include "search/plan.h"

struct marks;

/* What to mark for a plan, owned by `ctx`; the database must outlive it. */
struct marks	*marks_new(const void *ctx, struct db *db,
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
struct list	 marks_find(const void *ctx, const struct marks *marks,
		    const char *text);

/* How many different things that were asked for a text has. */
size_t	 marks_count(const struct marks *marks, const char *text);

/* The most that marks_count() can be. */
size_t	 marks_most(const struct marks *marks);

#endif
