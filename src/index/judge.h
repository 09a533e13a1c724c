/* Judge: verdicts of propositions against the rule, over whole records. */
#ifndef INDEX_JUDGE_H
#define INDEX_JUDGE_H

#include "base/diag.h"
#include "record/term.h"

struct store;

/*
 * Warns of every proposition whose verdict the rule (record/verdict.h) does not
 * give for any reading of it, unless some of its claims or works were left
 * out.  `about` (may be NULL) says which directness is indirect.
 */
void	 judge_propositions(struct store *store, const struct about *about,
	    struct diag_sink *sink);

#endif
