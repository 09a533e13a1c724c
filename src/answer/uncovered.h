/*
 * Parts of a text that no record of its answer covers: words of a question,
 * clauses of a statement.
 */
#ifndef ANSWER_UNCOVERED_H
#define ANSWER_UNCOVERED_H

#include "answer/answered.h"

/*
 * Adds the possible meanings of the words in a text (NULL: none), as features.
 */
void	 features_add(struct knowledge *knowledge, const void *ctx,
	    struct list *features, const char *text);

/* Whether features_add() added this feature. */
bool	 features_have(const struct list *features, uint32_t feature);

/*
 * Fills `uncovered` and `parts` of an answer whose topic and propositions are
 * known.  `text` is `typed` without typing errors.
 */
void	 uncovered_find(struct answer *answer, struct knowledge *knowledge,
	    const char *text, const char *typed);

#endif
