/*
 * Levels of evidence: the rule that derives them from design, subjects and
 * question according to the Oxford CEBM 2011 table, the reasons in a record for
 * grading down, and the order "strongest first".
 *
 * Source: OCEBM Levels of Evidence Working Group, "The Oxford 2011 Levels of
 * Evidence"; strigil-evidence(7) explains how bibliographies apply the rule.
 */
#ifndef RECORD_LEVEL_H
#define RECORD_LEVEL_H

#include <stdint.h>

#include "record/term.h"
#include "record/work.h"

/*
 * The question (an id of level_questions) that determines a work's level: the
 * one that the work names; otherwise diagnosis if it estimates the accuracy of
 * a test, or else benefit.
 */
const char	*level_question(const struct work *work);

/*
 * The kind of study by its design, as a letter: S systematic review, R
 * randomised trial, N controlled but not randomised, C case or before-and-after,
 * T theory or laboratory, O all others (observational, diagnostic).
 */
#define LEVEL_LETTERS "SRNOCT"
char	 level_letter(const struct work *work);

/* The level according to the rule, 1 to 5, or 0 if the work has none. */
int	 level_by_rule(const struct work *work);

/*
 * Reasons to grade a level down by one step, as bits.  Each applies only to
 * works with the levels in parentheses.
 */
enum level_reason {
	LEVEL_FEW_PEOPLE	= 1 << 0,	/* under 20 people (2, 3) */
	LEVEL_NO_NUMBER		= 1 << 1,	/* number unknown (2, 3) */
	LEVEL_INDIRECT		= 1 << 2,	/* related treatment (1 to 3) */
	LEVEL_WITHIN_GROUPS	= 1 << 3,	/* no groups compared (2, 3) */
	LEVEL_POOR_TRIAL	= 1 << 4,	/* PEDro < 6, or high risk of
						   bias (2, 3) */
	LEVEL_POOR_STUDIES	= 1 << 5,	/* review of poor studies (1) */
	LEVEL_LOW_CERTAINTY	= 1 << 6,	/* certainty low or very low
						   (1) */
	LEVEL_NOT_APPRAISED	= 1 << 7	/* studies not appraised (1) */
};

/*
 * The reasons found in the record, as bits of enum level_reason.  `about` (may
 * be NULL) defines which treatments are indirect.
 */
unsigned	 level_reasons(const struct work *work,
		    const struct about *about);

/* Reasons in words, "a; b", owned by `ctx`; NULL if there are none. */
char	*level_reasons_text(const void *ctx, unsigned reasons);

/*
 * Removes the level of a retracted, withdrawn or superseded work, even one
 * given by hand, and sets the reason (static).  False if the work has no such
 * notice; it is then unchanged.
 */
bool	 level_withdraw(struct work *work);

/*
 * Sets the level and reason of a work that has neither, according to the rule
 * and graded down for the reasons in its own record; removes the level of a
 * retracted, withdrawn or superseded work (level_withdraw()).
 */
void	 level_fill(struct work *work, const struct about *about);

/*
 * The rank of a work in the order "strongest first", as a number of 55 bits:
 * lower is stronger.  The criteria are, in turn, the level shown (none last),
 * the level of the design, appraised before not appraised, size (studies of a
 * review, or else people; unknown last), and year (newest first).  The index
 * stores works in this order.
 */
uint64_t level_rank(const struct work *work);

#endif
