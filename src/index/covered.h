/*
 * Conditions that a work covers: it lists them, but what it found is about
 * others.
 *
 * Findings name their conditions in words only.  Of a work with several
 * conditions and with findings,
 *
 *	a finding is on those of its conditions that it names by a label or
 *	a synonym;
 *
 *	a finding that names none is on all of them, but not on one that
 *	another finding names if the work also lists a broader one: what a
 *	review says of all its trials is about the broader condition;
 *
 *	an outcome that no finding is on was measured in all conditions that
 *	some finding is on.
 *
 * A condition without a finding is covered, as is a condition with an outcome
 * if no finding is on both.  Broader terms have the findings of narrower ones.
 */
#ifndef INDEX_COVERED_H
#define INDEX_COVERED_H

#include "base/text.h"
#include "index/db.h"
#include "record/work.h"

/*
 * Adds a value term of the field "covers" for each condition, and for each
 * condition with an outcome, that the work only covers.  Needs the vocabulary
 * and the table of ancestors.
 */
void	 covered_add(struct db *db, const struct work *work,
	    struct buf *column);

#endif
