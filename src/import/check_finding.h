/* Check: findings and estimates. */
#ifndef IMPORT_CHECK_FINDING_H
#define IMPORT_CHECK_FINDING_H

#include "import/check_report.h"

/* Checks that an outcome given in a part of a work is one of the work's own. */
void	 check_outcome(const struct check *ck, const struct work *work,
	    const void *part, const char *member, const char *outcome);

/* Checks a finding of a work and its estimate; fills in its side. */
void	 check_finding(const struct check *ck, const struct work *work,
	    struct finding *finding);

#endif
