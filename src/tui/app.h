/*
 * The browser without a terminal: it takes keys and draws into a surface.
 *
 * Key handlers return effects, which the main loop carries out.
 */
#ifndef TUI_APP_H
#define TUI_APP_H

#include "page/surface.h"
#include "library/library.h"
#include "tui/action.h"
#include "tui/effect.h"
#include "tui/key.h"

/*
 * A browser for a library (borrowed).  It starts with the search `query` ("":
 * everything) or, if that is an address, with its page.  NULL also searches for
 * everything, but app_start() must follow.  Owned by `ctx`.  NULL if the first
 * search fails or is interrupted: library_ok() knows why.
 */
struct app	*app_new(const void *ctx, struct library *library,
		    const char *query, const struct app_options *options);

/* Handles a key; returns effects. */
unsigned	 app_key(struct app *app, unsigned key);

/*
 * Handles K_CLICK on a cell of the screen: the first click selects, a second
 * opens.
 */
unsigned	 app_click(struct app *app, size_t row, size_t column);

/* Handles a new window size. */
unsigned	 app_resize(struct app *app, size_t rows, size_t columns);

/* The current screen; borrowed until the next call. */
const struct surface	*app_draw(struct app *app);

/* The request of EFFECT_REQUEST; borrowed until the next key. */
const struct request	*app_request(const struct app *app);

/*
 * The bibliography of EFFECT_SWITCH; "": the next one.  Borrowed until the next
 * key.
 */
const char	*app_wanted(const struct app *app);

/* Whether keys are typed as text, because a line is open. */
bool	 app_is_typing(const struct app *app);

/* Shows a message until the next key. */
void	 app_tell(struct app *app, const char *text);

/*
 * Reports that the file of REQUEST_SAVE exists; repeating the command
 * overwrites it.
 */
void	 app_refuse(struct app *app, const char *path);

/* Shows the claims in the text of REQUEST_TRACE. */
unsigned	 app_trace(struct app *app, const char *text);

/* Saves the edited text of REQUEST_EDIT. */
void	 app_edited(struct app *app, const char *page, const char *text);

/*
 * Continues with the reloaded library; the old one may then be freed.
 * EFFECT_NONE if a signal ended the first search: it continues with the old one.
 */
unsigned	 app_reload(struct app *app, struct library *library);

/*
 * For line mode: the page as wrapped text, with its links numbered from 1 in
 * the list (char *); both owned by `ctx`.
 */
char	*app_linear(struct app *app, const void *ctx, struct list *links);

/* Handles a line: ":COMMAND", "/QUERY", the name of a command, or keys. */
unsigned	 app_line(struct app *app, const char *line);

/* The current message, or NULL; borrowed until the next key. */
const char	*app_message(const struct app *app);

/*
 * The query of the results on screen, unless the user is typing, and the type
 * of records searched; or NULL.  Borrowed until the next key.
 */
const char	*app_searched(const struct app *app, enum rectype *target);

/*
 * The user's position as one line of text, owned by `ctx`; and a way to restore
 * it.  False if the position does not exist, or is the start page.
 */
char	*app_session(struct app *app, const void *ctx);
bool	 app_restore(struct app *app, const char *session);

/*
 * After app_new() with NULL: makes the start page, unless a restored position
 * has taken its place.
 */
void	 app_start(struct app *app);

#endif
