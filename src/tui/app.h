/*
 * The browser without a terminal: keys in, a surface out.
 *
 * Key handlers answer with effects; the loop at the edge acts on them.
 */
#ifndef TUI_APP_H
#define TUI_APP_H

#include "page/surface.h"
#include "library/library.h"
#include "tui/action.h"
#include "tui/effect.h"
#include "tui/key.h"

/*
 * A browser over a library (borrowed) that begins with the search `query` ("":
 * everything) or, when it is one, with the page at that address.  Owned by
 * `ctx`.  NULL when the first search fails or is ended: library_ok() knows why.
 */
struct app	*app_new(const void *ctx, struct library *library,
		    const char *query, const struct app_options *options);

/* Takes a key; returns what to do. */
unsigned	 app_key(struct app *app, unsigned key);

/* K_CLICK on a cell of the screen: selects what is there, then opens it. */
unsigned	 app_click(struct app *app, size_t row, size_t column);

/* The window has another size. */
unsigned	 app_resize(struct app *app, size_t rows, size_t columns);

/* The screen as it is now; borrowed until the next call. */
const struct surface	*app_draw(struct app *app);

/* The request of EFFECT_ERRAND; borrowed until the next key. */
const struct request	*app_request(const struct app *app);

/* The name of EFFECT_SWITCH; "": the next one.  Borrowed until the next key. */
const char	*app_wanted(const struct app *app);

/* Says something on the message line, until the next key. */
void	 app_tell(struct app *app, const char *text);

/* The file of REQUEST_SAVE was there; the same once more overwrites it. */
void	 app_refuse(struct app *app, const char *path);

/* The text of REQUEST_TRACE: its claims are shown. */
unsigned	 app_trace(struct app *app, const char *text);

/* What the editor made of the text of REQUEST_EDIT. */
void	 app_edited(struct app *app, const char *page, const char *text);

/* Goes on with the library read anew; the old one may be freed then. */
unsigned	 app_reload(struct app *app, struct library *library);

/*
 * Line by line: what is shown as text, wrapped, its links numbered from 1 in
 * the list (char *); both owned by `ctx`.
 */
char	*app_linear(struct app *app, const void *ctx, struct list *links);

/* Takes a line: ":COMMAND", "/QUERY", the name of a command, or keys. */
unsigned	 app_line(struct app *app, const char *line);

/* What the message line says, or NULL; borrowed until the next key. */
const char	*app_message(const struct app *app);

/*
 * The query whose results are shown while nothing is typed, borrowed until the
 * next key, and what it searches; or NULL.
 */
const char	*app_searched(const struct app *app, enum rectype *target);

/*
 * Where the user is, in one line of text, owned by `ctx`; and back to it.
 * False when there is no such place, or it is where every run begins.
 */
char	*app_session(struct app *app, const void *ctx);
bool	 app_restore(struct app *app, const char *session);

#endif
