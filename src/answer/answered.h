/* An answer as a value: what answer.c finds and uncovered.c completes. */
#ifndef ANSWER_ANSWERED_H
#define ANSWER_ANSWERED_H

#include "answer/match.h"

/* A proposition of the answer. */
struct answer_proposition {
	const struct known	*known;
	double			 score;
	bool			 near;		/* related, not stated */
	bool			 denied;	/* the text denies it */
};

/* A word of the text that was replaced, as it was not known. */
struct answer_replaced {
	const char	*typed;
	const char	*read;
};

struct answer {
	const struct known	*topic;		/* NULL if no topic asks the
						   question */
	const struct known	*near_topic;	/* the closest topic, if no
						   topic asks the question */
	struct list		 uncovered;	/* char *: see answer.h */
	struct list		 parts;		/* char *: clauses of a
						   statement about something
						   that no record of the answer
						   mentions */
	struct list		 propositions;	/* struct answer_proposition */
	size_t			 stated;	/* number of propositions at the
						   start that are stated */
	struct list		 unheld;	/* char *: if there is no
						   answer, words that are not
						   in the knowledge base */
	struct list		 terms;		/* struct concept */
	struct list		 replaced;	/* struct answer_replaced */
	const char		*excluded;	/* text that the query
						   excludes, set by the
						   caller; NULL: none */
	bool			 sentence;	/* a statement, not a question */
	bool			 fragment;	/* as long as a statement, but has
						   no verb */
	bool			 question;	/* starts or ends like a
						   question */
	bool			 held;		/* the caller found works
						   that match all words;
						   otherwise false */
};

#endif
