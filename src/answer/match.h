/*
 * Matching: finds the propositions that a sentence states, and the topic that
 * asks a question.
 *
 * Scores measure agreement, from 0 to 1 or slightly more.  They only rank
 * matches: they are not certainties, and no page shows them.
 */
#ifndef ANSWER_MATCH_H
#define ANSWER_MATCH_H

#include "answer/english.h"
#include "answer/knowledge.h"

/*
 * The propositions that a sentence states, as a whole or in part, best first,
 * then related ones; owned by `ctx`, borrowed from the knowledge.  Out of
 * context, a sentence that names only another treatment is less likely to state
 * one; `covered` means that its text is on the subject.
 */
struct list	 match_propositions(struct knowledge *knowledge,
		    const void *ctx, const char *text, size_t n, bool covered);

/*
 * The topics that ask a question, best first.  Empty if the question is about
 * another treatment, or if no topic asks it.
 */
struct list	 match_topics(struct knowledge *knowledge, const void *ctx,
		    const char *text, size_t n);

/* The terms that a text names, most specific first (struct concept). */
struct list	 match_terms(struct knowledge *knowledge, const void *ctx,
		    const char *text, size_t n);

#endif
