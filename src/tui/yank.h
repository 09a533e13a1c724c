/* Yanking: what leaves the browser: copies, web addresses, piped text. */
#ifndef TUI_YANK_H
#define TUI_YANK_H

#include "tui/state.h"

/* Names of what can be copied (char *), owned by `ctx`. */
struct list	 yank_names(const void *ctx);

/* Asks the command line for an external action; copies the texts. */
unsigned	 yank_request(struct app *app, enum request_kind kind,
		    const char *text, const char *argument);

unsigned	 yank_copy(struct app *app, const char *what);
unsigned	 yank_bare(struct app *app);
unsigned	 yank_link(struct app *app);

/* Asks for a command; gives the text to it. */
unsigned	 yank_pipe(struct app *app);
unsigned	 yank_pipe_to(struct app *app, const char *command);

#endif
