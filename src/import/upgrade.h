/* Upgrade: converts records of version 1 of the format to version 2. */
#ifndef IMPORT_UPGRADE_H
#define IMPORT_UPGRADE_H

#include "record/term.h"
#include "import/found.h"

/*
 * Replaces "favours-TREATMENT" and "favours-comparator" in a work of version 1
 * by the direction "favours" with the winning side, and its term if the work
 * has only one on that side.  Reports a treatment that `about` (may be NULL)
 * does not declare.
 */
void	 upgrade_work(struct found *found, const struct about *about,
	    struct diag_sink *sink);

#endif
