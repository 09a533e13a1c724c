/*
 * Finds the propositions that a sentence states, and the topic that asks a
 * question.
 *
 * Scores measure agreement, from 0 to 1 or slightly more.  They only rank
 * matches: they are not certainties, and no page shows them.
 */
#ifndef ANSWER_MATCH_H
#define ANSWER_MATCH_H

#include "answer/english.h"
#include "answer/knowledge.h"

/* What the text around a sentence shows about it. */
struct context {
	bool			 covered;	/* the text is about the
						   subject of the
						   bibliography */
	const struct concept	*treatment;	/* the last treatment named;
						   NULL: none */
};

/*
 * The propositions that a sentence states, as a whole or in part, best first,
 * then related ones; owned by `ctx`, borrowed from the knowledge base.  Out of
 * context, a sentence that names only another treatment is less likely to state
 * one, and one that names none states nothing about one treatment of several.
 */
struct list	 match_propositions(struct knowledge *knowledge,
		    const void *ctx, const char *text, size_t n,
		    const struct context *context);

/*
 * The last treatment of the subject that a text names; NULL if none.  *other:
 * whether another treatment is named after that.
 */
const struct concept	*match_treatment(struct knowledge *knowledge,
			    const char *text, size_t n, bool *other);

/*
 * The topics that ask a question, best first.  Empty if the question is about
 * another treatment, or if no topic asks it.
 */
struct list	 match_topics(struct knowledge *knowledge, const void *ctx,
		    const char *text, size_t n);

/*
 * Whether a word is the last one of a name whose other word is not known: the
 * "stones" of "kidney stones" are not stones.
 */
bool		 match_follows_unknown(const struct mentions *mentions,
		    size_t i);

/* The terms that a text names, most specific first (struct concept). */
struct list	 match_terms(struct knowledge *knowledge, const void *ctx,
		    const char *text, size_t n);

#endif
