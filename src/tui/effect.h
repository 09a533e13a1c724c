/*
 * What the browser answers to a key, and what it asks of the edge: the words
 * that app.h, its caller and the files of the state share.
 */
#ifndef TUI_EFFECT_H
#define TUI_EFFECT_H

#include <stdbool.h>
#include <stddef.h>

#include "tui/settings.h"

enum effect {
	EFFECT_NONE	= 0,
	EFFECT_DRAW	= 1,	/* something changed on the screen */
	EFFECT_QUIT	= 2,
	EFFECT_SUSPEND	= 4,
	EFFECT_REPAINT	= 8,	/* draw every cell again */
	EFFECT_BELL	= 16,	/* the key has no action here */
	EFFECT_THEME	= 32,	/* the settings name another theme */
	EFFECT_ERRAND	= 64,	/* app_request() says what to do */
	EFFECT_RELOAD	= 128,	/* read the bibliography again */
	EFFECT_LINEAR	= 256,	/* go on line by line */
	EFFECT_SWITCH	= 1024	/* open another bibliography: app_wanted() */
};

struct app;

/* What only the edge can do; it reports the result with app_tell(). */
enum request_kind {
	REQUEST_COPY,		/* text to the clipboard of the terminal */
	REQUEST_OPEN,		/* a web address with a command */
	REQUEST_PIPE,		/* text to a command */
	REQUEST_EDIT,		/* text of the note on a page (argument) */
	REQUEST_SAVE,		/* text into a file that is not there yet */
	REQUEST_OVERWRITE,	/* ... or is */
	REQUEST_TRACE		/* a file, for app_trace() */
};

struct request {
	enum request_kind	 kind;
	char			*text;
	char			*argument;	/* command, path, or NULL */
};

/*
 * Whether a key waits: then a search for what is being typed stops, and the
 * key is taken first.  NULL: nothing ever waits.
 */
struct app_options {
	size_t	  rows;
	size_t	  columns;
	bool	  ascii;
	bool	  linear;		/* line by line: no line is open at first */
	bool	  hyperlinks;		/* there: web addresses marked by OSC 8 */
	struct settings	*settings;	/* borrowed; commands change it */
	bool	(*has_key)(void *user);
	void	 *user;
};

#endif
