/* Sense: what is odd about one record without being wrong. */
#ifndef IMPORT_SENSE_H
#define IMPORT_SENSE_H

#include "import/found.h"

/*
 * Reports to the sink, as warnings: years to come, more people in the arms
 * than took part, a work of which nothing is recorded, a licence that nobody
 * knows.  `year` is that of today.
 */
void	 sense_found(const struct found *found, long year,
	    struct diag_sink *sink);

#endif
