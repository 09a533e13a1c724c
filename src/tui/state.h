/*
 * The browser's state, shared by its files.  Calls go from top to bottom: app,
 * the actions (search_line, filters, pages, yank ...), history, views.  An
 * action that only a caller can perform is returned as an effect.
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

/* Effects that app.c carries out before it returns the others. */
enum {
	EFFECT_COMMAND	= 1 << 16	/* run app->command */
};

#define AS_TYPED	((size_t)-1)

/*
 * A current or earlier position: an address and the exact place on the page, so
 * that back restores it.
 */
struct entry {
	struct address		 address;
	struct asked		 how;		/* options of the search */
	const char		*typed;		/* the typed query before it
						   became plain text, or NULL */
	size_t			 off;		/* number of the part
						   searched as plain text; 0:
						   none; AS_TYPED: the
						   correction was undone */
	enum mode		 help_for;	/* the mode of the page of
						   keys */
	bool			 expanded;	/* facets show all values */
	size_t			 selected;	/* selected row or link */
	size_t			 top;
	size_t			 link;		/* on results: the selected link
						   above the rows, from 1, or
						   LINK_ANSWER; 0: a row is
						   selected */
};

enum { LETTERS = 26 };		/* for bookmarks */

struct app {
	struct library		*library;
	struct app_options	 options;
	struct surface		*surface;
	struct hits		*hits;		/* the last search and its
						   results */
	struct view_results	*results;	/* draws the results */
	struct view		*page;		/* NULL: the results are on
						   screen */
	struct list		 history;	/* struct entry */
	size_t			 at;		/* index of the current entry */
	struct prompt		*prompt;	/* NULL: no prompt */
	struct entry		*before;	/* position before the search
						   line was opened */
	bool			 from_page;	/* the search line was opened
						   on a page */
	bool			 first;		/* the search line opened by
						   itself at the start */
	bool			 backwards;	/* the last find went
						   backwards */
	bool			 late;		/* a key interrupted the
						   search, so there are no
						   results yet */
	bool			 resuming;	/* a session is being
						   restored, so there is no
						   start page yet */
	bool			 pasting;
	enum { TORN_NOT, TORN_ESCAPE, TORN_MIDDLE } torn;	/* parts of a
								   split key
								   sequence */
	unsigned		 pending;	/* first key of a chain, or
						   K_NONE */
	size_t			 count;		/* count typed before a key; 0:
						   none */
	bool			 bare;		/* show the page without a
						   frame */
	char			*filter;	/* text that rows of the help
						   page must contain */
	char			*command;	/* command to run for
						   EFFECT_COMMAND */
	char			*wanted;	/* bibliography to open for
						   EFFECT_SWITCH */
	struct request		 request;
	char			*list;		/* the list used last, or
						   NULL */
	char			*unsaved_page;	/* its note was edited and not
						   saved, or NULL */
	char			*unsaved_note;
	char			*refused;	/* existing file that was not
						   overwritten */
	struct list		 undos;		/* see selecting.c */
	struct notes		*shown_notes;	/* see shown.h; NULL: none */
	size_t			 shown_version;	/* version of shown_notes */
	struct reading_list	*shown_list;	/* see shown.h; NULL: none */
	struct entry		*bookmarks[LETTERS];	/* NULL: not set */
	struct selection	*selection;
	size_t			 range;		/* start of a range + 1, or 0 */
	char			*message;	/* NULL: show hints */
};

/* The current entry; borrowed. */
struct entry	*app_here(const struct app *app);

/* The current view, at its current size; borrowed. */
struct view	*app_view(const struct app *app);

/* Whether the results are on screen rather than a page. */
bool		 app_has_rows(const struct app *app);

/* The mode whose keys are valid: of the prompt, or of the view. */
enum mode	 app_mode(const struct app *app);

/*
 * Sets the message; NULL: shows the hints again. app_fail() returns the effects
 * of an action that only shows a message.
 */
void		 app_say(struct app *app, const char *text);
void		 app_format(struct app *app, const char *format, ...)
		    PRINTF(2, 3);
unsigned	 app_fail(struct app *app, const char *text);

/* Open a prompt; close it and discard its text. */
void		 app_open_prompt(struct app *app, enum prompt_kind kind,
		    const char *text);
unsigned	 app_close_prompt(struct app *app);

/* Whether the screen is too small to show anything useful. */
bool		 app_is_tiny(const struct app *app);

/*
 * The address for copying, exporting and the like, owned by `ctx`: of the
 * selected row or link of the results, or else of the page; or NULL.
 */
char		*app_subject(const struct app *app, const void *ctx);

/* The address of the page on screen, owned by `ctx`. */
char	*app_address(const struct app *app, const void *ctx);

#endif
