/*
 * The browser without a terminal: keys in, a surface out.
 *
 * Key handlers answer with effects; the loop at the edge acts on them.
 */
#ifndef UI_APP_H
#define UI_APP_H

#include "page/surface.h"
#include "service/library.h"
#include "ui/action.h"
#include "ui/key.h"

enum effect {
	EFFECT_NONE	= 0,
	EFFECT_DRAW	= 1,	/* something changed on the screen */
	EFFECT_QUIT	= 2,
	EFFECT_SUSPEND	= 4,
	EFFECT_REPAINT	= 8,	/* draw every cell again */
	EFFECT_BELL	= 16	/* the key means nothing here */
};

struct app;

/*
 * Whether a key waits: then a search for what is being typed stops, and the
 * key is taken first.  NULL: nothing ever waits.
 */
struct app_options {
	size_t	  rows;
	size_t	  columns;
	bool	  ascii;
	bool	(*has_key)(void *user);
	void	 *user;
};

/*
 * A browser over a library (borrowed) that begins with the search `query` ("":
 * everything) or, when it is one, with the page at that address.  Owned by
 * `ctx`.
 */
struct app	*app_new(const void *ctx, struct library *library,
		    const char *query, const struct app_options *options);

/* Takes a key; tells what is to be done. */
unsigned	 app_key(struct app *app, unsigned key);

/* The window has another size. */
unsigned	 app_resize(struct app *app, size_t rows, size_t columns);

/* The screen as it is now; borrowed until the next call. */
const struct surface	*app_draw(struct app *app);

/* The address of what is on the screen, owned by `ctx`. */
char	*app_address(const struct app *app, const void *ctx);

#endif
