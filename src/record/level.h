/*
 * Levels of evidence: the Oxford CEBM 2011 table for "does this treatment
 * help?", as one rule from design and subjects.
 *
 * Source: OCEBM Levels of Evidence Working Group, "The Oxford 2011 Levels of
 * Evidence"; the rule as the bibliography applies it is in
 * strigil-evidence(7).
 */
#ifndef RECORD_LEVEL_H
#define RECORD_LEVEL_H

#include <stdint.h>

#include "record/term.h"
#include "record/work.h"

/* The level by the rule, 1 to 5, or 0 when the work has none. */
int	 level_by_rule(const struct work *work);

/*
 * Why the record itself asks for grading down by one step, as one line owned
 * by `ctx`, or NULL: fewer than 20 people (levels 2 and 3), or indirect
 * (levels 1 to 3; `about` tells which directness is).
 */
char	*level_must_fall(const void *ctx, const struct work *work,
	    const struct about *about);

/*
 * Gives a work that has neither level nor reason the level by the rule, and
 * the step down that its own record asks for, with the reason.
 */
void	 level_fill(struct work *work, const struct about *about);

/*
 * The place of a work in the order "strongest first", as a number: the less,
 * the stronger.  By the level as shown (those without one last), then the
 * newer, then the larger.  The index stores works in this order.
 */
uint64_t level_rank(const struct work *work);

#endif
