/*
 * Conditions that a work covers: it lists them, but its findings are on others.
 *
 * Findings name their conditions in words only.  If a work has findings and
 * lists several conditions,
 *
 *	a finding is on the conditions that it names by a label or a synonym;
 *
 *	a finding that names none is on all of them, except a condition that
 *	another finding names if the work also lists a broader one,
 *	because a statement about all trials of a review is about the broader
 *	condition;
 *
 *	an outcome without a finding was measured in all conditions that have
 *	a finding.
 *
 * The work covers a condition without a finding, and a condition with an
 * outcome if no finding is on both.  Broader terms have the findings of
 * narrower ones.
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
