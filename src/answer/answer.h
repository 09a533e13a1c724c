/*
 * The answer to a question or a pasted text: the topic that asks it, the
 * propositions that it states, and the terms that it names.  All are records.
 *
 * Words of the text that the topic does not mention, such as a group of people,
 * are "uncovered": a general answer must not pass for an answer about them.
 */
#ifndef ANSWER_ANSWER_H
#define ANSWER_ANSWER_H

#include "answer/answered.h"

enum { ANSWER_BYTES_MAX = 4000 };	/* maximum bytes of a text; the rest
					   is ignored */

/* The answer to a text, owned by `ctx`; borrows from the knowledge base. */
struct answer	*answer_find(struct knowledge *knowledge, const void *ctx,
		    const char *text);

/*
 * Treats the negations in the text as limits of the search, not as denials of
 * a proposition; `excluded` (borrowed) is the text that they exclude.  Topics
 * and propositions that are only about conditions in it are left out.
 */
void	 answer_exclude(struct answer *answer, struct knowledge *knowledge,
	    const char *excluded);

/* Whether the answer has a topic or a proposition. */
bool	 answer_is_found(const struct answer *answer);

#endif
