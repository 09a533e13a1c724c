/*
 * Lists of works whose status has changed, such as a database of retractions:
 * CSV with column names in the first line.
 */
#ifndef IMPORT_STATUS_LIST_H
#define IMPORT_STATUS_LIST_H

#include "base/diag.h"
#include "record/work.h"

/* One line: a work, by DOI or PMID (or NULL), and the notice about it. */
struct status_line {
	const char	*doi;
	const char	*pmid;
	struct notice	*notice;
	struct place	 place;
};

/*
 * Calls `take` for each line with a work and a status, in order; the line is
 * valid during the call.  Other lines are reported to the sink.  `name` is used
 * in diagnostics.  False, after an error, if no column is a DOI or PMID.
 */
bool	 status_list_read(const char *text, const char *name,
	    struct diag_sink *sink, void (*take)(void *user,
	    const struct status_line *line), void *user);

/* Whether a text starts like a list of statuses, and no other format. */
bool	 status_list_begins(const char *text);

#endif
