/*
 * Verdicts: which verdicts the rule allows for a proposition, given the
 * relations and designs of its works.
 *
 * The rule is the decision table of strigil-evidence(7): a statement of fact,
 * of benefit or of mechanism; works that count; one work for and one against
 * are enough.  The author decides what kind of statement it is, and whether
 * only part of it is shown, so the rule may allow several verdicts.
 */
#ifndef RECORD_VERDICT_H
#define RECORD_VERDICT_H

#include "record/work.h"

/* One work and how it relates to the proposition. */
struct verdict_entry {
	const struct work	*work;
	const char		*bears;		/* an id of `bearings` */
	bool			 indirect;	/* not directly about the
						   treatment */
};

struct verdict_case {
	const struct verdict_entry	*entries;
	size_t				 count;
	bool	 mechanism;	/* all its claims have kind mechanism */
	bool	 gap;		/* all its claims have kind evidence-gap */
	bool	 safety;	/* all its claims have kind safety */
	bool	 animals;	/* the statement is about animals */
};

/*
 * Whether the rule allows this verdict (an id of `verdicts`) for some
 * interpretation of the statement.  If not, *allowed lists the verdicts that it
 * allows, in words, owned by `ctx`.
 */
bool	 verdict_is_allowed(const void *ctx, const struct verdict_case *of,
	    const char *verdict, char **allowed);

#endif
