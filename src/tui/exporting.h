/* Exporting: what is marked, or the record that is shown, into a file. */
#ifndef TUI_EXPORTING_H
#define TUI_EXPORTING_H

#include "tui/state.h"

/* Asks for the name of a file; writes one, in the format of its ending. */
unsigned	 exporting_open(struct app *app);
unsigned	 exporting_to(struct app *app, const char *path);

/* The endings that a name may go on with; *start is where; owned by `ctx`. */
struct list	 exporting_words(const void *ctx, const char *text,
		    size_t cursor, size_t *start);

/* Asks for the text of a file, to mark its claims. */
unsigned	 exporting_trace(struct app *app, const char *path);

#endif
