/*
 * Sentences and clauses of a text, by punctuation and conjunctions.
 */
#ifndef ANSWER_SENTENCE_H
#define ANSWER_SENTENCE_H

#include <stdbool.h>

#include "base/mem.h"

struct span_of {
	size_t	start;		/* bytes of the text */
	size_t	end;
	bool	heading;	/* of Markdown or HTML, or the first line alone */
};

/*
 * The sentences of a text (struct span_of), owned by `ctx`: they end with
 * ". ! ?" before a blank, and with a line break that is followed by an empty
 * line, an item of a list or a heading.
 */
struct list	 sentences_of(const void *ctx, const char *text, size_t n);

/*
 * The clauses of a sentence (struct span_of), owned by `ctx`: the parts
 * between commas, conjunctions and new subjects.  One where there are none.
 */
struct list	 clauses_of(const void *ctx, const char *text, size_t n);

#endif
