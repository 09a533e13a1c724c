/*
 * Reading: one source file of any format, known by its content, turned into
 * records one at a time.
 */
#ifndef IMPORT_READ_H
#define IMPORT_READ_H

#include "import/found.h"
#include "import/input.h"

/*
 * Reads one file; the format is known by its content.  `name` is what the
 * file is called in diagnostics, borrowed for as long as their places are
 * used; `watch` may be NULL.
 *
 * Returns true when the file could be read; *whole says whether all of it
 * was.  What is wrong with it went to the sink: a file of no known format
 * gets an error that names what it is and what to do.  Returns false when it
 * could not be opened or read, or was interrupted, with *err set.
 */
bool	 read_file(const char *path, const char *name,
	    const struct input_watch *watch,
	    const struct read_handler *handler, struct diag_sink *sink,
	    bool *whole, struct err *err) MUST_CHECK;

/*
 * "this is a PDF ...", or why it cannot be opened, owned by `ctx`: what is to
 * be said of a file that no reader knows by its beginning.  NULL where one does.
 */
char	*read_foreign(const void *ctx, const char *path);

#endif
