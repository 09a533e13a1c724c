/*
 * The browser's state, which the files that make it up share.  Who calls whom,
 * from the top: app, the actions (search_line, filters, pages, yank ...),
 * history, views.  What only a caller can do is returned as an effect.
 */
#ifndef TUI_STATE_H
#define TUI_STATE_H

#include "library/library.h"
#include "library/notebook.h"
#include "page/surface.h"
#include "tui/action.h"
#include "tui/effect.h"
#include "tui/key.h"
#include "tui/prompt.h"
#include "tui/view_results.h"

/* Effects that app.c acts on before it returns the others. */
enum {
	EFFECT_COMMAND	= 1 << 16	/* run app->command */
};

#define AS_TYPED	((size_t)-1)

/*
 * Where the user is, or was: an address and the exact place on it, so that
 * back means back.
 */
struct entry {
	struct address		 address;
	struct asked		 how;		/* of a search */
	const char		*typed;		/* before it was read as text,
						   or NULL */
	size_t			 off;		/* the interpretation that went, or
						   AS_TYPED: the correction */
	enum mode		 help_for;	/* of the page of keys */
	bool			 expanded;	/* facets with all values */
	size_t			 selected;	/* row, or link */
	size_t			 top;
};

enum { LETTERS = 26 };		/* of bookmarks */

struct app {
	struct library		*library;
	struct app_options	 options;
	struct surface		*surface;
	struct hits		*hits;		/* of the last search */
	struct view_results	*results;	/* that show them */
	struct view		*page;		/* NULL: the results are shown */
	struct list		 history;	/* struct entry */
	size_t			 at;		/* in it */
	struct prompt		*prompt;	/* NULL: nothing is typed */
	struct entry		*before;	/* the search line was opened */
	bool			 from_page;	/* it was opened on a page */
	bool			 first;		/* it opened itself at the start */
	bool			 backwards;	/* what is found was looked for */
	bool			 late;		/* a key came before the hits */
	bool			 pasting;
	enum { TORN_NOT, TORN_ESCAPE, TORN_MIDDLE } torn;	/* a key */
	unsigned		 pending;	/* first key of two, or K_NONE */
	size_t			 count;		/* typed before a key, or 0 */
	bool			 bare;		/* the page without a frame */
	char			*filter;	/* of the keys in help */
	char			*command;	/* of EFFECT_COMMAND */
	char			*wanted;	/* of EFFECT_SWITCH */
	struct request		 request;
	char			*list;		/* added to last, or NULL */
	char			*refused;	/* a file that exists */
	struct list		 undos;		/* see selecting.c */
	struct notes		*shown_notes;	/* see shown.h; or NULL */
	struct reading_list	*shown_list;	/* the same */
	struct entry		*bookmarks[LETTERS];	/* or NULL */
	struct selection	*selection;
	size_t			 range;		/* of rows: its first + 1, or 0 */
	char			*message;	/* NULL: hints */
};

/* Where the user is; borrowed. */
struct entry	*app_here(const struct app *app);

/* What is shown, of the size that it has; borrowed. */
struct view	*app_view(const struct app *app);

/* Whether the results are shown, not a page. */
bool		 app_has_rows(const struct app *app);

/* Whose keys are valid: of a line that is typed, or of what is shown. */
enum mode	 app_mode(const struct app *app);

/*
 * Sets the message line; NULL: the hints are back.  app_fail() returns
 * what an action returns that did nothing but say so.
 */
void		 app_say(struct app *app, const char *text);
void		 app_format(struct app *app, const char *format, ...)
		    PRINTF(2, 3);
unsigned	 app_fail(struct app *app, const char *text);

/* Opens a line to be typed; closes it, whatever is in it. */
void		 app_open_prompt(struct app *app, enum prompt_kind kind,
		    const char *text);
unsigned	 app_close_prompt(struct app *app);

/* Whether the screen has no room for anything. */
bool		 app_is_tiny(const struct app *app);

/*
 * The address that copies, exports and the like are about, owned by `ctx`: of
 * the selected row, else of the page; or NULL.
 */
char		*app_subject(const struct app *app, const void *ctx);

/* The address of what is on the screen, owned by `ctx`. */
char	*app_address(const struct app *app, const void *ctx);

#endif
