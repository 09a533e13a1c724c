/* Sense: warns of implausible values in one record. */
#ifndef IMPORT_SENSE_H
#define IMPORT_SENSE_H

#include "import/found.h"

/*
 * Reports warnings to the sink: future years, more people in the arms than in
 * the study, a work without content, a level of a retracted or superseded work,
 * an unknown licence.  `year` is the current one.
 */
void	 sense_found(const struct found *found, long year,
	    struct diag_sink *sink);

#endif
