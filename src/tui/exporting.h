/* Export: writes the selection, or the current record, to a file. */
#ifndef TUI_EXPORTING_H
#define TUI_EXPORTING_H

#include "tui/state.h"

/* Ask for a file name; write the file, in the format of its suffix. */
unsigned	 exporting_open(struct app *app);
unsigned	 exporting_to(struct app *app, const char *path);

/* Suffixes that complete a name; *start is their position; owned by `ctx`. */
struct list	 exporting_words(const void *ctx, const char *text,
		    size_t cursor, size_t *start);

/* Asks for the text of a file, to mark its claims. */
unsigned	 exporting_trace(struct app *app, const char *path);

#endif
