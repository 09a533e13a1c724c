/*
 * Verdicts: which of them the written rule allows for a proposition, from how
 * works bear on it and what kind of works they are.
 *
 * The rule is the decision table of strigil-evidence(7): a statement of fact,
 * of benefit or of mechanism; works that count; one work each way is enough.
 * What sort of statement it is, and whether only a part of it is shown, is
 * left to the reader, so that several verdicts may be allowed.
 */
#ifndef RECORD_VERDICT_H
#define RECORD_VERDICT_H

#include "record/work.h"

/* One work and how it relates to the proposition. */
struct verdict_entry {
	const struct work	*work;
	const char		*bears;		/* of bearings */
	bool			 indirect;	/* about something else */
};

struct verdict_case {
	const struct verdict_entry	*entries;
	size_t				 count;
	bool	 mechanism;	/* all its claims are of kind mechanism */
	bool	 gap;		/* of kind evidence-gap */
	bool	 safety;	/* of kind safety */
	bool	 animals;	/* the statement is about animals */
};

/*
 * Whether the rule gives this verdict (an id of `verdicts`) for some reading
 * of the statement.  If not, *allowed is the verdicts that it gives, in words,
 * owned by `ctx`.
 */
bool	 verdict_is_allowed(const void *ctx, const struct verdict_case *of,
	    const char *verdict, char **allowed);

#endif
