/*
 * Reads one source file of any format, detected by its content, one record at a
 * time.
 */
#ifndef IMPORT_READ_H
#define IMPORT_READ_H

#include "import/found.h"
#include "import/input.h"

/*
 * Reads one file, detecting its format.  `name` is used in diagnostics and
 * borrowed as long as their positions are used; `watch` may be NULL.
 *
 * True if the file could be read; *whole is whether all of it was.  Problems in
 * it go to the sink; for an unknown format, an error says what the file is and
 * what to do.  False with *err set if it could not be opened or read, or was
 * interrupted.
 */
bool	 read_file(const char *path, const char *name,
	    const struct input_watch *watch,
	    const struct read_handler *handler, struct diag_sink *sink,
	    bool *whole, struct err *err) MUST_CHECK;

/*
 * A description of a file that no reader recognises ("this is a PDF ..."), or
 * why it cannot be opened, owned by `ctx`.  NULL if a reader recognises it.
 */
char	*read_foreign(const void *ctx, const char *path);

#endif
