/*
 * The answer to a question or a pasted text: the topic that asks it, the
 * propositions that it states, and the terms that it names.  All are records.
 *
 * Words of the text that the topic does not mention, such as a group of people,
 * are "uncovered": a general answer must not pass for an answer about them.
 */
#ifndef ANSWER_ANSWER_H
#define ANSWER_ANSWER_H

#include "answer/match.h"

/* A proposition of the answer. */
struct answer_proposition {
	const struct known	*known;
	double			 score;
	bool			 near;		/* related, not stated */
	bool			 denied;	/* the text denies it */
};

struct answer {
	const struct known	*topic;		/* NULL: no topic asks it */
	const struct known	*near_topic;	/* the closest, if no topic asks
						   it */
	struct list		 uncovered;	/* char *: see below */
	struct list		 propositions;	/* struct answer_proposition */
	size_t			 stated;	/* number of these, from the
						   first, that are stated */
	struct list		 unheld;	/* char *: if nothing
						   answers, words that are
						   not in the knowledge base */
	struct list		 terms;		/* struct concept */
	bool			 sentence;	/* a statement, not a question */
	bool			 fragment;	/* as long as a statement, but has
						   no verb */
	bool			 question;	/* starts or ends like a
						   question */
	bool			 held;		/* the caller found works
						   that match all words;
						   otherwise false */
};

enum { ANSWER_BYTES_MAX = 4000 };	/* of a text; the rest is ignored */

/* The answer to a text, owned by `ctx`; borrows from the knowledge base. */
struct answer	*answer_find(struct knowledge *knowledge, const void *ctx,
		    const char *text);

/*
 * The same for a text whose negations limit the search: they deny no
 * proposition.
 */
void	 answer_deny_nothing(struct answer *answer);

/* Whether a topic or a proposition answers. */
bool	 answer_is_found(const struct answer *answer);

#endif
