/* Splits texts into sentences and clauses, by punctuation and conjunctions. */
#ifndef ANSWER_SENTENCE_H
#define ANSWER_SENTENCE_H

#include <stdbool.h>

#include "base/mem.h"

struct span_of {
	size_t	start;		/* bytes of the text */
	size_t	end;
	bool	heading;	/* a heading in Markdown or HTML, or a first
				   line on its own */
};

/*
 * The sentences of a text (struct span_of), owned by `ctx`.  They end with ". !
 * ?" before a space, and at a line break before an empty line, a list item or a
 * heading.
 */
struct list	 sentences_of(const void *ctx, const char *text, size_t n);

/*
 * The clauses of a sentence (struct span_of), owned by `ctx`: the parts between
 * commas, conjunctions and new subjects.  A sentence without any of these is
 * one clause.
 */
struct list	 clauses_of(const void *ctx, const char *text, size_t n);

/* A word of a text; borrowed, not ended by NUL. */
struct word_of {
	const char	*at;
	size_t		 n;
};

/*
 * Splits a text into words of letters, digits and apostrophes, at most `most`
 * of them; returns their number.
 */
size_t		 words_of(const char *text, struct word_of *words,
		    size_t most);

/* Whether a word is in an array, in any case. */
#define WORD_AMONG(word, array)	\
	TEXT_WORD_AMONG((word).at, (word).n, array)

#endif
