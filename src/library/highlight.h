/*
 * Marks: where in a text the words stand that a search asked for, in any of
 * the forms and wordings that it finds.
 */
#ifndef LIBRARY_HIGHLIGHT_H
#define LIBRARY_HIGHLIGHT_H

#include "library/result.h"

struct highlights;

/* What a search marks in texts, owned by `ctx`; not longer than the library. */
struct highlights	*library_highlights(struct library *library,
			    const void *ctx, const struct result *result);

/* Bytes of a text, from the first up to the one after the last. */
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
