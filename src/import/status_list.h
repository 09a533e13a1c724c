/*
 * Lists of works whose status has changed, such as a list of retractions that
 * somebody keeps: CSV whose first line names the columns.
 */
#ifndef IMPORT_STATUS_LIST_H
#define IMPORT_STATUS_LIST_H

#include "base/diag.h"
#include "record/work.h"

/* One line: which work, by DOI or PMID (or NULL), and the notice about it. */
struct status_line {
	const char	*doi;
	const char	*pmid;
	struct notice	*notice;
	struct place	 place;
};

/*
 * Calls `take` for each line that names a work and a status, in order; what
 * it gets lasts for the call.  Lines that cannot be used go to the sink.
 * `name` is what the text is called in diagnostics.  False when the columns
 * name neither DOI nor PMID, after an error.
 */
bool	 status_list_read(const char *text, const char *name,
	    struct diag_sink *sink, void (*take)(void *user,
	    const struct status_line *line), void *user);

/* Whether a text begins as a list of statuses, and of nothing else. */
bool	 status_list_begins(const char *text);

#endif
