/*
 * Highlights: finds the search terms in a text, in every form and wording that
 * the search matches.
 */
#ifndef LIBRARY_HIGHLIGHT_H
#define LIBRARY_HIGHLIGHT_H

#include "library/result.h"

struct highlights;

/*
 * The search terms to highlight, from the result of a search; owned by `ctx`,
 * and valid as long as the library.
 */
struct highlights	*library_highlights(struct library *library,
			    const void *ctx, const struct result *result);

/* A range of bytes; `end` is the first byte after it. */
struct range {
	size_t	start;
	size_t	end;
};

/*
 * The ranges of a text to highlight, in order and not overlapping, as a list of
 * struct range owned by `ctx`.
 */
struct list	 highlights_find(const void *ctx, const struct highlights *marks,
		    const char *text);

/* The number of different search terms in a text. */
size_t	 highlights_count(const struct highlights *marks, const char *text);

/* The highest possible highlights_count(). */
size_t	 highlights_most(const struct highlights *marks);

#endif
