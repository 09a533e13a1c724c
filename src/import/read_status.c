/* Reads lists of works whose status has changed (import/status_list.h). */
#include "import/reader.h"

#include "base/mem.h"
#include "import/status_list.h"

enum { LIST_MAX = 1 << 26 };

static void
status_read(struct input_lines *lines, const struct read_handler *handler)
{
	struct buf text = { .data = NULL };
	struct place begun = { .line = 1, .column = 1 };
	struct input_line line;

	while (text.len <= LIST_MAX && lines_next(lines, &line)) {
		if (text.len == 0)
			begun = line.place;
		buf_add(lines, &text, line.text, line.n);
		buf_add(lines, &text, "\n", 1);
	}
	if (text.len > LIST_MAX) {
		diag_error(lines_sink(lines), begun, "a list of statuses "
		    "longer than 64 MiB");
		lines_refuse(lines);
	}
	if (handler->status != NULL && !lines_refused(lines) &&
	    !status_list_read(buf_string(&text), begun.file,
	    lines_sink(lines), handler->status, handler->user))
		lines_refuse(lines);
}

const struct text_reader reader_status = { status_list_begins, status_read };
