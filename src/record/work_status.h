/*
 * The status of a work according to its notices: retracted, corrected,
 * superseded.
 */
#ifndef RECORD_WORK_STATUS_H
#define RECORD_WORK_STATUS_H

#include "record/work.h"

/* Whether a work has a notice of a kind, an id of notice_kinds. */
bool	 work_has_notice(const struct work *work, const char *kind);

/*
 * Whether a work was retracted or withdrawn entirely; a corrected version may
 * have been published.
 */
bool	 work_is_retracted(const struct work *work);

/*
 * The most serious notice of a work, or NULL if it has none or only harmless
 * ones (a comment, an update of an earlier work); borrowed.
 */
const struct notice	*work_status(const struct work *work);

/*
 * Inserts a notice before less serious ones; it must live as long as the work.
 */
void	 work_add_notice(struct work *work, struct notice *notice);

/* Sorts notices, most serious first; keeps the order within a kind. */
void	 work_sort_notices(struct work *work);

/* Whether a newer version has replaced a work. */
bool	 work_is_superseded(const struct work *work);

#endif
