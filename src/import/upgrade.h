/* Upgrade: records of version 1 of the format become those of version 2. */
#ifndef IMPORT_UPGRADE_H
#define IMPORT_UPGRADE_H

#include "record/term.h"
#include "import/found.h"

/*
 * Turns "favours-TREATMENT" and "favours-comparator" of a work of version 1
 * into the direction "favours" with the side that won, and with the term where
 * the work has only one on that side.  Reports a treatment that `about` (may
 * be NULL) does not name.
 */
void	 upgrade_work(struct found *found, const struct about *about,
	    struct diag_sink *sink);

#endif
