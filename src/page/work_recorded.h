/*
 * The same work in several bibliographies, for its page: who else has it, and
 * what they judge otherwise.
 */
#ifndef PAGE_WORK_RECORDED_H
#define PAGE_WORK_RECORDED_H

#include "page/doc.h"
#include "library/library.h"

/* Which other bibliographies have it, and under which address there. */
void	 work_put_recorded(struct doc *doc, const struct work *work);

/* Levels and designs that differ from those of the record that leads. */
void	 work_put_other_levels(struct doc *doc, const struct work *work);

/* What the others say of it that the record that leads does not. */
void	 work_put_other_records(struct doc *doc, struct library *library,
	    const struct work *work);

#endif
