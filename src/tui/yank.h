/* Copies text, opens web addresses and pipes text to commands. */
#ifndef TUI_YANK_H
#define TUI_YANK_H

#include "export/export.h"
#include "tui/state.h"

/* Names of the parts that can be copied (char *), owned by `ctx`. */
struct list	 yank_names(const void *ctx);

/* Requests an action of the main loop; copies the texts. */
unsigned	 yank_request(struct app *app, enum request_kind kind,
		    const char *text, const char *argument);

/*
 * The selection, or the current record or page, in a format, owned by `ctx`;
 * NULL if the format supports none of it.  *written is set to the number of
 * records in it, *left to the number of list items that it leaves out.
 */
char		*yank_text(struct app *app, const void *ctx,
		    const struct format *format, size_t *written, size_t *left);

unsigned	 yank_copy(struct app *app, const char *what);
unsigned	 yank_bare(struct app *app);
unsigned	 yank_link(struct app *app);

/* Ask for a command; pipe the text to it. */
unsigned	 yank_pipe(struct app *app);
unsigned	 yank_pipe_to(struct app *app, const char *command);

#endif
