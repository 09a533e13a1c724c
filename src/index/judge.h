/*
 * Judge: checks the verdicts of propositions by the rule, using complete
 * records.
 */
#ifndef INDEX_JUDGE_H
#define INDEX_JUDGE_H

#include "base/diag.h"
#include "record/term.h"

struct store;

/*
 * Warns of every proposition with a verdict that the rule (record/verdict.h)
 * does not allow for any interpretation, unless some of its claims or works
 * were left out.  `about` (may be NULL) defines which treatments are indirect.
 */
void	 judge_propositions(struct store *store, const struct about *about,
	    struct diag_sink *sink);

#endif
