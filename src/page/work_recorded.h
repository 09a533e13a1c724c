/*
 * The same work in several bibliographies, for its page: which bibliographies
 * have it, and their different judgements.
 */
#ifndef PAGE_WORK_RECORDED_H
#define PAGE_WORK_RECORDED_H

#include "page/doc.h"
#include "library/library.h"

/*
 * Adds the other bibliographies that have the work, with its address in each.
 */
void	 work_put_recorded(struct doc *doc, const struct work *work);

/*
 * Adds levels and designs that disagree with the leading record; adds nothing
 * for a retracted or superseded work.
 */
void	 work_put_other_levels(struct doc *doc, const struct work *work);

/* Adds facts from other records that the leading record lacks. */
void	 work_put_other_records(struct doc *doc, struct library *library,
	    const struct work *work);

#endif
