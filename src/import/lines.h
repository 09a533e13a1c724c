/*
 * Lines: the text formats of other programs, line by line, as UTF-8.
 *
 * A byte order mark is dropped; UTF-16 is read if it has one.  A line that is
 * not UTF-8 is read as Windows-1252, of which ISO 8859-1 is the part that
 * matters; the first such line is warned of.  Lines end with LF, CR LF or CR.
 * Lines over 1 MiB and NUL bytes end the reading with an error; a reader that
 * does not need whole lines asks for parts of them.
 */
#ifndef IMPORT_LINES_H
#define IMPORT_LINES_H

#include "base/diag.h"
#include "import/input.h"

struct line {
	const char	*text;		/* without its end; until the next one */
	size_t		 n;
	struct place	 place;		/* of its first character */
	bool		 ended;		/* false: the rest of it comes next */
};

struct lines;

/* Owned by `ctx`; `input`, `name` and `sink` are borrowed. */
struct lines	*lines_open(const void *ctx, struct input *input,
		    const char *name, struct diag_sink *sink);

/* From now on long lines come in parts, which end between characters. */
void	 lines_in_parts(struct lines *lines);

/*
 * Reads the next line.  False at the end, or where reading ended early: then
 * lines_failed() says so.
 */
bool	 lines_next(struct lines *lines, struct line *line);

/* Whether reading failed for a reason outside the file; then *err is set. */
bool	 lines_failed(const struct lines *lines, struct err *err);

/* Whether the file was refused; the sink has the reason. */
bool	 lines_refused(const struct lines *lines);

/* Marks it refused, for a reason that the caller reported. */
void	 lines_refuse(struct lines *lines);

/* Warns at a place of this file, or reports an error there. */
struct diag_sink	*lines_sink(struct lines *lines);

#endif
