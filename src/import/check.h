/*
 * Check: rules on one record that a grammar cannot express.
 *
 * Rules on several records (references, duplicate ids) are checked in ingest,
 * once all records are known.
 */
#ifndef IMPORT_CHECK_H
#define IMPORT_CHECK_H

#include "record/term.h"
#include "import/found.h"

/*
 * Reports every problem of the record to the sink, at the position of the
 * member concerned; marks the record bad if one is an error.  `about` is the
 * header of the bibliography, NULL if none was read yet.  With `sense`, also
 * reports warnings.
 */
void	 check_found(struct found *found, const struct about *about,
	    bool sense, struct diag_sink *sink);

#endif
