/*
 * Matching: which propositions a sentence states, and which topic asks a
 * question.
 *
 * A score is a share of agreement between 0 and 1 or a little above.  It
 * orders matches; it is not a certainty, and no page shows it.
 */
#ifndef ANSWER_MATCH_H
#define ANSWER_MATCH_H

#include "answer/english.h"
#include "answer/knowledge.h"

/*
 * The propositions that a sentence states, as a whole or in a part, best
 * first, then those that it only touches; owned by `ctx`, borrowed from the
 * knowledge.  Out of context, a sentence that names another treatment alone
 * is less likely to state one; `covered` says that its text is on the subject.
 */
struct list	 match_propositions(struct knowledge *knowledge,
		    const void *ctx, const char *text, size_t n, bool covered);

/*
 * The topics that ask a question, best first.  Empty where the question is
 * about another treatment, or nothing asks it.
 */
struct list	 match_topics(struct knowledge *knowledge, const void *ctx,
		    const char *text, size_t n);

/* The terms that a text names, most telling first (struct concept). */
struct list	 match_terms(struct knowledge *knowledge, const void *ctx,
		    const char *text, size_t n);

#endif
