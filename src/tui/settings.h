/*
 * Settings: what the user chose, before and while the browser runs.  The
 * edge fills them in from flags, environment and configuration.
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
	struct lines	*searches;	/* typed before, the newest last */
	struct lines	*commands;
	char		*saved[SAVED_SEARCHES];	/* searches, or NULL */
	unsigned	 saved_changed;	/* bit N: search N, in this run */
	const struct theme *theme;
	struct theme	 own;		/* `theme`, if looks were changed */
	enum cite_style	 citation;
	const char	*log;		/* of searches: its name, or NULL */
	struct list	 logs;		/* names (char *) of those that exist */
	const char	*opener;	/* of web addresses, or NULL */
	bool		 restricted;	/* no pipe, opener, files */
	bool		 editor;	/* one is named for notes */
	bool		 no_hints;	/* the last line only for messages */
	enum reload	 reload;	/* when a source changes */
	bool		 mouse;		/* clicks and the wheel are taken */
	bool		 slow;		/* search on Enter only, no preview */
};

/* Changes how a role looks; see theme_change(). */
bool		 settings_style(struct settings *settings, const char *text,
		    struct err *err) MUST_CHECK;

/* The defaults, owned by `ctx`. */
struct settings	*settings_new(const void *ctx);

#endif
