/*
 * Settings: the user's choices, before and during a session.  The command line,
 * environment and configuration fill them in.
 */
#ifndef TUI_SETTINGS_H
#define TUI_SETTINGS_H

#include "library/cite.h"
#include "tui/keymap.h"
#include "tui/lines.h"
#include "tui/theme.h"

enum { SAVED_SEARCHES = 10 };

enum reload { RELOAD_ASK, RELOAD_AUTO };

struct settings {
	struct keymap	*keymap;
	struct lines	*searches;	/* typed earlier, newest last */
	struct lines	*commands;
	char		*saved[SAVED_SEARCHES];	/* searches, or NULL */
	unsigned	 saved_changed;	/* bit N: search N was saved in this
					   run */
	const struct theme *theme;
	struct theme	 own;		/* `theme`, if styles were changed */
	enum cite_style	 citation;
	const char	*log;		/* name of the log for searches, or
					   NULL */
	struct list	 logs;		/* names (char *) of the existing
					   logs */
	const char	*opener;	/* command that opens web addresses, or
					   NULL */
	bool		 restricted;	/* no pipes, web addresses or files */
	bool		 editor;	/* an editor for notes is available */
	bool		 no_hints;	/* last line for messages only */
	enum reload	 reload;	/* what to do when a source changes */
	bool		 mouse;		/* use clicks and the wheel */
	bool		 slow;		/* search on Enter only, no preview */
};

/* Changes the style of a role; see theme_change(). */
bool		 settings_style(struct settings *settings, const char *text,
		    struct err *err) MUST_CHECK;

/* The defaults, owned by `ctx`. */
struct settings	*settings_new(const void *ctx);

#endif
