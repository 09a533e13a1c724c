/*
 * Check: what a grammar cannot say about one record.
 *
 * What needs other records (references, ids used twice) is checked where all
 * records are known, in ingest.
 */
#ifndef IMPORT_CHECK_H
#define IMPORT_CHECK_H

#include "record/term.h"
#include "import/found.h"

/*
 * Reports every problem of the record to the sink, with the place of the
 * member that it is about; marks the record bad when one is an error.
 * `about` is the head of the bibliography, NULL when none was read yet.  What
 * is odd without being wrong is reported too, as warnings, only if `sense`.
 */
void	 check_found(struct found *found, const struct about *about,
	    bool sense, struct diag_sink *sink);

#endif
