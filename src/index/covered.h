/*
 * Conditions that a work only covers: it lists them, but its findings are about
 * other conditions.
 *
 * Findings name their conditions in words only.  If a work has findings and
 * lists several conditions, these rules apply:
 *
 *	A finding is about the conditions that it names by a label or synonym.
 *
 *	A finding that names none is about all of them, with one exception: a
 *	condition that another finding names is left out if the work also lists
 *	a broader condition.  A statement about all trials of a review is about
 *	the broader condition.
 *
 *	An outcome without a finding was measured in all conditions that have
 *	a finding.
 *
 * The work only covers a condition if no finding is about it, and a condition
 * with an outcome if no finding is about both.  Findings about a narrower term
 * also count for the broader ones.
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
