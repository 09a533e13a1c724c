/*
 * Lines: reads text formats of other programs line by line, as UTF-8.
 *
 * A byte order mark is dropped; UTF-16 is recognised by it.  A line that is not
 * UTF-8 is read as Windows-1252, a superset of ISO 8859-1, with a warning for
 * the first such line.  Lines end with LF, CR LF or CR.  Lines over 1 MiB and
 * NUL bytes are errors that end reading; a reader that does not need whole
 * lines can ask for parts.
 */
#ifndef IMPORT_LINES_H
#define IMPORT_LINES_H

#include "base/diag.h"
#include "import/input.h"

struct input_line {
	const char	*text;		/* without its line end; valid until the
					   next one */
	size_t		 n;
	struct place	 place;		/* position of its first character */
	bool		 ended;		/* false: the rest follows as the next
					   line */
};

struct input_lines;

/*
 * Starts to read a file, whose `input`, `name` and `sink` are borrowed; owned
 * by `ctx`.
 */
struct input_lines	*lines_open(const void *ctx, struct input *input,
		    const char *name, struct diag_sink *sink);

/* From now on long lines are returned in parts, split between characters. */
void	 lines_in_parts(struct input_lines *lines);

/*
 * Reads the next line.  False at the end, or after an error: then
 * lines_failed() or lines_refused() is true.
 */
bool	 lines_next(struct input_lines *lines, struct input_line *line);

/* Whether reading failed for a reason outside the file; then sets *err. */
bool	 lines_failed(const struct input_lines *lines, struct err *err);

/* Whether the file was rejected; the sink has the reason. */
bool	 lines_refused(const struct input_lines *lines);

/* Rejects the file, for a reason that the caller has reported. */
void	 lines_refuse(struct input_lines *lines);

/* The sink for warnings and errors in this file. */
struct diag_sink	*lines_sink(struct input_lines *lines);

#endif
