/*
 * Parts: what the files that make up the browser share.  app.c takes keys,
 * places.c goes from page to page, finding.c searches, drawing.c draws.
 */
#ifndef UI_PARTS_H
#define UI_PARTS_H

#include "ui/app.h"
#include "ui/marked.h"
#include "ui/prompt.h"
#include "ui/view_page.h"
#include "ui/view_results.h"

/*
 * Where the user is, or was: an address and the exact place on it, so that
 * back means back.
 */
struct location {
	struct address		 address;
	enum plan_target	 target;	/* of a search */
	enum search_order	 order;
	const char		*typed;		/* before a reading went, or NULL */
	size_t			 off;		/* which reading did */
	enum mode		 help_for;	/* of the page of keys */
	size_t			 selected;	/* row, or link */
	size_t			 top;
};

struct app {
	struct library		*library;
	struct app_options	 options;
	struct surface		*surface;
	struct view_results	*results;
	struct view_page	*page;		/* NULL: the results are shown */
	struct list		 history;	/* struct location */
	size_t			 at;		/* in it */
	struct prompt		*prompt;	/* NULL: nothing is typed */
	struct location		*before;	/* the prompt was opened */
	bool			 from_page;	/* it was opened on a page */
	bool			 late;		/* a key came before the hits */
	struct marked		*marked;
	size_t			 range;		/* of marks: its row + 1, or 0 */
	char			*reading;	/* of the search, or "" */
	char			*remark;	/* on it, or "" */
	char			*studied;	/* in whom, or "" */
	bool			 unseen;	/* in people */
	char			*message;	/* NULL: hints */
};

/* Where the user is; borrowed. */
struct location	*app_here(const struct app *app);

/* Sets the message line; NULL: the hints are back. */
void		 app_say(struct app *app, const char *text);

enum mode	 app_mode(const struct app *app);

/* Whether the screen has no room for anything. */
bool		 app_is_tiny(const struct app *app);

/* Rows of the screen around list or page: fewer where there are few. */
struct frame_rows {
	size_t	top;
	size_t	bottom;
};

struct frame_rows	 app_frame(const struct app *app);
size_t			 app_body_rows(const struct app *app);

/*
 * Places.  All that return effects leave the user where they were when there
 * is no such place, and say so.
 */

/* A location with copies of what the address says, owned by the app. */
struct location	*places_new(struct app *app, const struct address *address);

/* Notes row and offset before leaving. */
void		 places_remember(struct app *app);

/* Makes a location the newest of the history, without showing it. */
void		 places_push(struct app *app, struct location *to);

/* Shows the location that is at hand; false when there is no such page. */
bool		 places_show(struct app *app);

unsigned	 places_go(struct app *app, struct location *to);

/* To an address as text; NULL is none. */
unsigned	 places_go_to(struct app *app, const char *text);

/* To a page about what is searched for: facets, map, plot. */
unsigned	 places_go_page(struct app *app, enum page page);
unsigned	 places_back(struct app *app);
unsigned	 places_forward(struct app *app);
unsigned	 places_help(struct app *app);

/*
 * Pages: other ways of looking at what is at hand.
 */

/*
 * The marked works side by side; on the page of a work, with that one; else
 * with the row at hand.
 */
unsigned	 pages_compare(struct app *app);

/* Directions and forests of the marked works, or of what was searched for. */
unsigned	 pages_plot(struct app *app);

/* Only works on people, on animals, on cells, then all again. */
unsigned	 pages_lens(struct app *app);

/* Safety of what is at hand: the query, the term, the work's techniques. */
unsigned	 pages_safety(struct app *app);

unsigned	 pages_terms(struct app *app);
unsigned	 pages_claims(struct app *app);
unsigned	 pages_glossary(struct app *app);
unsigned	 pages_tour(struct app *app);
unsigned	 pages_start(struct app *app);

/* Of a map: rows and columns, the order of rows, the depth of terms. */
unsigned	 pages_turn(struct app *app);
unsigned	 pages_sort_rows(struct app *app);
unsigned	 pages_roll_up(struct app *app);

/*
 * Finding.
 */

/* False when it was interrupted or failed: then all is as it was. */
bool		 finding_search(struct app *app, const char *query,
		    const struct location *how);

/* Opens the search line; on a page, for a new search. */
unsigned	 finding_open(struct app *app);

/* Searches for what is typed; to be interrupted by a key, or to the end. */
void		 finding_follow(struct app *app);
void		 finding_typed(struct app *app);

/* Closes the search line: to the results, or back to what was before. */
unsigned	 finding_accept(struct app *app);
unsigned	 finding_cancel(struct app *app);

/* From a search that names one work to its page. */
void		 finding_go_straight(struct app *app);

unsigned	 finding_switch(struct app *app);
unsigned	 finding_next_order(struct app *app);
unsigned	 finding_correct(struct app *app);
unsigned	 finding_reading(struct app *app);

/*
 * Marking.  app->marked has the addresses: see marked_list().
 */

/* Marks the selected row, or takes its mark away, and steps down. */
unsigned	 marking_toggle(struct app *app);

/* Begins a range of rows, or marks those of the one that was begun. */
unsigned	 marking_range(struct app *app);

unsigned	 marking_clear(struct app *app);
unsigned	 marking_undo(struct app *app);

#endif
