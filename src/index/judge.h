/*
 * Judge: checks the verdicts of propositions against the rule, using complete
 * records.
 */
#ifndef INDEX_JUDGE_H
#define INDEX_JUDGE_H

#include "base/diag.h"
#include "record/term.h"

struct store;

/*
 * Warns of every proposition whose verdict the rule (record/verdict.h) does not
 * allow, however the statement is interpreted.  Skips propositions with claims
 * or works that were left out.  `about` (may be NULL) defines which treatments
 * are indirect.
 */
void	 judge_propositions(struct store *store, const struct about *about,
	    struct diag_sink *sink);

#endif
