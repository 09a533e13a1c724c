/*
 * The answer to what was typed or pasted: the topic that asks it, the
 * propositions that it states, the terms that it names.  All are records.
 *
 * Words of the text that the topic says nothing about, such as a group of
 * people, are uncovered: a general answer must not pass for one about them.
 */
#ifndef ANSWER_ANSWER_H
#define ANSWER_ANSWER_H

#include "answer/match.h"

/* A proposition of the answer. */
struct answer_proposition {
	const struct known	*known;
	double			 score;
	bool			 near;		/* touched, not stated */
	bool			 denied;	/* the text denies it */
};

struct answer {
	const struct known	*topic;		/* NULL: none asks it */
	const struct known	*near_topic;	/* the nearest, where none does */
	struct list		 uncovered;	/* char *: see below */
	struct list		 propositions;	/* struct answer_proposition */
	size_t			 stated;	/* of them, the first */
	struct list		 terms;		/* struct concept */
	bool			 sentence;	/* a statement, not a question */
	bool			 question;	/* begins like one, or ends so */
	bool			 held;		/* works have all that it asks, as the
						   caller found; else false */
};

enum { ANSWER_BYTES_MAX = 4000 };	/* of a text; the rest is not read */

/* The answer to a text, owned by `ctx`, borrowing from the knowledge. */
struct answer	*answer_find(struct knowledge *knowledge, const void *ctx,
		    const char *text);

/* Whether a topic or a proposition answers. */
bool	 answer_is_found(const struct answer *answer);

#endif
