/*
 * Effects and requests: the results of a key that the browser returns, and the
 * tasks that it leaves to the main loop.  Shared by app.h, its caller and the
 * files of the state.
 */
#ifndef TUI_EFFECT_H
#define TUI_EFFECT_H

#include <stdbool.h>
#include <stddef.h>

#include "tui/settings.h"

enum effect {
	EFFECT_NONE	= 0,
	EFFECT_DRAW	= 1,	/* the screen has changed */
	EFFECT_QUIT	= 2,
	EFFECT_SUSPEND	= 4,
	EFFECT_REPAINT	= 8,	/* redraw every cell */
	EFFECT_BELL	= 16,	/* the key has no action here */
	EFFECT_THEME	= 32,	/* the settings have a new theme */
	EFFECT_REQUEST	= 64,	/* carry out app_request() */
	EFFECT_RELOAD	= 128,	/* reload the bibliography */
	EFFECT_LINEAR	= 256,	/* continue in line mode */
	EFFECT_SWITCH	= 1024	/* open another bibliography: app_wanted() */
};

struct app;

/* What only the main loop can do; app_tell() reports the result. */
enum request_kind {
	REQUEST_COPY,		/* copy text to the terminal's clipboard */
	REQUEST_OPEN,		/* open a web address */
	REQUEST_PIPE,		/* pipe text to a command */
	REQUEST_EDIT,		/* edit the note on the page in `argument` */
	REQUEST_SAVE,		/* save text in a new file */
	REQUEST_OVERWRITE,	/* save text in an existing file, replacing it */
	REQUEST_TRACE		/* read a file for app_trace() */
};

struct request {
	enum request_kind	 kind;
	char			*text;
	char			*argument;	/* command, path or page, or
						   NULL */
	char			*remark;	/* remark about the saved text,
						   or NULL */
};

/*
 * Options of the browser.  has_key() says whether a key is waiting: then a
 * search for typed text stops, and the key is handled first.  NULL: keys never
 * wait.
 */
struct app_options {
	size_t	  rows;
	size_t	  columns;
	bool	  ascii;
	bool	  linear;		/* line mode: no prompt at the start */
	bool	  hyperlinks;		/* line mode: mark web addresses by OSC
					   8 */
	struct settings	*settings;	/* borrowed; commands change it */
	bool	(*has_key)(void *user);
	void	 *user;
};

#endif
