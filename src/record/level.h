/*
 * Levels of evidence: the Oxford CEBM 2011 table as one rule from design,
 * subjects and question, the step down that a record itself asks for, and the
 * order in which the strongest works come first.
 *
 * Source: OCEBM Levels of Evidence Working Group, "The Oxford 2011 Levels of
 * Evidence"; the rule as bibliographies apply it is in strigil-evidence(7).
 */
#ifndef RECORD_LEVEL_H
#define RECORD_LEVEL_H

#include <stdint.h>

#include "record/term.h"
#include "record/work.h"

/*
 * The question (an id of level_questions) by which a work has its level: the
 * one it names, else diagnosis where it estimates the accuracy of a test, else
 * benefit.
 */
const char	*level_question(const struct work *work);

/* The level by the rule, 1 to 5, or 0 when the work has none. */
int	 level_by_rule(const struct work *work);

/* Reasons for one step down, as bits. */
enum level_reason {
	LEVEL_FEW_PEOPLE	= 1 << 0,	/* fewer than 20: levels 2, 3 */
	LEVEL_NO_NUMBER		= 1 << 1,	/* people not counted: 2, 3 */
	LEVEL_INDIRECT		= 1 << 2,	/* by its directness: 1 to 3 */
	LEVEL_WITHIN_GROUPS	= 1 << 3,	/* nothing compared: 1 to 3 */
	LEVEL_POOR_TRIAL	= 1 << 4,	/* PEDro < 6, high risk: 2, 3 */
	LEVEL_POOR_STUDIES	= 1 << 5,	/* inside a review: 1 */
	LEVEL_LOW_CERTAINTY	= 1 << 6,	/* rated low or very low: 1 */
	LEVEL_NOT_APPRAISED	= 1 << 7	/* a review silent on quality: 1 */
};

/*
 * The reasons that the record itself shows, as bits of enum level_reason.
 * `about` (may be NULL) says which directness is indirect.
 */
unsigned	 level_reasons(const struct work *work,
		    const struct about *about);

/* Reasons in words, "a; b", owned by `ctx`; NULL without any. */
char	*level_reasons_text(const void *ctx, unsigned reasons);

/*
 * Takes the level of a work that was retracted, withdrawn or superseded, even
 * one given by hand, and says so as the reason (static).  False when the work
 * has no such notice; it is unchanged then.
 */
bool	 level_withdraw(struct work *work);

/*
 * Gives a work that has neither level nor reason the level by the rule, and
 * the step down that its own record asks for, with the reason; or withdraws
 * its level (level_withdraw).
 */
void	 level_fill(struct work *work, const struct about *about);

/*
 * The place of a work in the order "strongest first", as a number of 55 bits:
 * the less, the stronger.  By the level shown (those without one last), the
 * level of the design, appraised by somebody before not, size (studies of a
 * review, else people; unknown last), and the newer first.  The index stores
 * works in this order.
 */
uint64_t level_rank(const struct work *work);

#endif
