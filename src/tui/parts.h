/*
 * Parts: what the files that make up the browser share.  app.c takes keys,
 * places.c goes from page to page, finding.c searches, drawing.c draws.
 */
#ifndef TUI_PARTS_H
#define TUI_PARTS_H

#include "library/complete.h"
#include "tui/app.h"
#include "tui/selection.h"
#include "tui/line_edit.h"
#include "tui/view_page.h"
#include "tui/view_results.h"

/*
 * Where the user is, or was: an address and the exact place on it, so that
 * back means back.
 */
struct entry {
	struct address		 address;
	enum plan_target	 target;	/* of a search */
	enum search_order	 order;
	bool			 reversed;
	const char		*typed;		/* before a reading went, or NULL */
	size_t			 off;		/* which reading did */
	enum mode		 help_for;	/* of the page of keys */
	bool			 expanded;	/* facets with all values */
	size_t			 selected;	/* row, or link */
	size_t			 top;
};

/* Letters under which places are kept. */
enum { LETTERS = 26 };

/* What a line that is typed is for. */
enum ask {
	ASK_SEARCH, ASK_NARROW, ASK_COMMAND, ASK_PIPE, ASK_FILTER, ASK_EXPORT,
	ASK_COUNT
};

/* Words to complete a line with. */
struct offer {
	struct list	 words;		/* char * */
	size_t		 start;		/* byte of the line they begin at */
	size_t		 next;		/* that the key takes */
	char		*typed;
};

struct app {
	struct library		*library;
	struct app_options	 options;
	struct surface		*surface;
	struct view_results	*results;
	struct view_page	*page;		/* NULL: the results are shown */
	struct list		 history;	/* struct entry */
	size_t			 at;		/* in it */
	struct line_edit		*prompt;	/* NULL: nothing is typed */
	enum ask		 ask;		/* what for */
	struct offer		*offer;		/* NULL: nothing is completed */
	bool			 pasting;
	enum { TORN_NOT, TORN_ESCAPE, TORN_MIDDLE } torn;	/* a key */
	unsigned		 pending;	/* first key of two, or K_NONE */
	struct preview		*preview;	/* drawn last, or NULL */
	int			 share;		/* of it, percent; 0: none */
	bool			 bare;		/* the page without a frame */
	char			*filter;	/* of the keys in help */
	struct request		 request;
	char			*refused;	/* a file that was there */
	struct list		 undos;		/* see marking.c */
	struct entry		*kept[LETTERS];	/* under letters, or NULL */
	struct entry		*before;	/* the prompt was opened */
	bool			 from_page;	/* it was opened on a page */
	bool			 late;		/* a key came before the hits */
	struct selection		*marked;
	size_t			 range;		/* of marks: its row + 1, or 0 */
	char			*reading;	/* of the search, or "" */
	char			*remark;	/* on it, or "" */
	char			*studied;	/* in whom, or "" */
	bool			 unseen;	/* in people */
	char			*message;	/* NULL: hints */
};

/* Where the user is; borrowed. */
struct entry	*app_here(const struct app *app);

/* Sets the message line; NULL: the hints are back. */
void		 app_say(struct app *app, const char *text);

/* Whose keys are valid; and what lies below a line that is typed. */
enum mode	 app_mode(const struct app *app);
enum mode	 app_place_mode(const struct app *app);

/* Does an action, as its key or as a command with an argument would. */
unsigned	 app_do(struct app *app, enum action action,
		    const char *argument);

/* Asks to be suspended, unless it is restricted. */
unsigned	 app_suspend(struct app *app);

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

/* A entry with copies of what the address says, owned by the app. */
struct entry	*history_entry_new(struct app *app, const struct address *address);

/* The same place once more, owned by the app. */
struct entry	*history_entry_copy(struct app *app, const struct entry *from);

/* Notes row and offset before leaving. */
void		 history_remember(struct app *app);

/* Makes a entry the newest of the history, without showing it. */
void		 history_push(struct app *app, struct entry *to);

/* Shows the entry that is at hand; false when there is no such page. */
bool		 history_show(struct app *app);

unsigned	 history_go(struct app *app, struct entry *to);

/* To an address as text; NULL is none. */
unsigned	 history_go_to(struct app *app, const char *text);

/* To a page about what is searched for: facets, map, plot. */
unsigned	 history_go_page(struct app *app, enum page page);
unsigned	 history_back(struct app *app);

/* Keeps the place at hand under a letter; goes to the one that has it. */
unsigned	 history_keep(struct app *app, const char *letter);
unsigned	 history_jump(struct app *app, const char *letter);

/* Goes to the search saved under a digit; saves the one at hand there. */
unsigned	 saved_go(struct app *app, const char *digit);
unsigned	 saved_keep(struct app *app, const char *digit);
unsigned	 history_forward(struct app *app);
unsigned	 history_help(struct app *app);

/* All values of facets, or the first ones again. */
unsigned	 history_expand(struct app *app);

/* Filtering the page of keys. */
unsigned	 history_filter(struct app *app);
void		 history_filter_typed(struct app *app);
unsigned	 history_filter_accept(struct app *app);
unsigned	 history_filter_cancel(struct app *app);

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
unsigned	 pages_subjects(struct app *app);

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
bool		 search_line_search(struct app *app, const char *query,
		    const struct entry *how);

/* Opens the search line; on a page, for a new search. */
unsigned	 search_line_open(struct app *app);

/* Searches for what is typed; to be interrupted by a key, or to the end. */
void		 search_line_follow(struct app *app);
void		 search_line_typed(struct app *app);

/* Closes the search line: to the results, or back to what was before. */
unsigned	 search_line_accept(struct app *app);
unsigned	 search_line_cancel(struct app *app);

/* From a search that names one work to its page. */
void		 search_line_go_straight(struct app *app);

unsigned	 search_line_switch(struct app *app);
unsigned	 search_line_sort(struct app *app, const char *order);
unsigned	 search_line_reverse(struct app *app);

/* Searches for a query; keeps only those with some words, too. */
unsigned	 search_line_query(struct app *app, const char *query);
unsigned	 search_line_open_narrow(struct app *app);
unsigned	 search_line_narrow(struct app *app, const char *words);

/*
 * The query with words corrected, or without the part that leaves nothing,
 * owned by `ctx`; NULL when there is nothing to suggest.
 */
char		*search_line_suggestion(const struct app *app, const void *ctx);
unsigned	 search_line_correct(struct app *app);
unsigned	 search_line_interpretation(struct app *app);

/*
 * Filters: the parts of the query that name a field.
 */

/* The n-th from 1, as it is written, owned by `ctx`; NULL: there are fewer. */
char		*filters_nth(const struct app *app, const void *ctx, size_t n);

/* Takes the n-th ("last": the last), the last, or all out of the query. */
unsigned	 filters_widen(struct app *app, const char *n);
unsigned	 filters_widen_last(struct app *app);
unsigned	 filters_widen_all(struct app *app);

/* Adds the value selected among facets, and stays there; adds any. */
unsigned	 filters_choose(struct app *app);
unsigned	 filters_add(struct app *app, const char *text);

/* The query with brackets around its filters, for the screen. */
char		*filters_chips(const struct app *app, const void *ctx);

/*
 * Marking.  app->marked has the addresses: see selection_list().
 */

/* Marks the selected row, or takes its mark away, and steps down. */
unsigned	 selecting_toggle(struct app *app);

/* Begins a range of rows, or marks those of the one that was begun. */
unsigned	 selecting_range(struct app *app);

unsigned	 selecting_clear(struct app *app);

/* Notes that marks are about to change, or which search goes (takes it). */
void		 selecting_note(struct app *app, struct entry *search);

/* Undoes the last change of marks or of filters. */
unsigned	 selecting_undo(struct app *app);

/*
 * Asking.
 */
void		 prompt_open(struct app *app, enum ask ask, const char *text);
unsigned	 prompt_close(struct app *app);
unsigned	 prompt_key(struct app *app, enum action action, unsigned key);
unsigned	 prompt_paste(struct app *app, unsigned key);

/* What stands in front of the line; what was typed there before. */
const char	*prompt_sign(const struct app *app);
struct lines	*prompt_lines(const struct app *app);

/*
 * Commands.
 */
unsigned	 command_open(struct app *app);
unsigned	 command_run(struct app *app, const char *line);
unsigned	 command_accept(struct app *app);
unsigned	 command_bind(struct app *app, const char *argument);
unsigned	 command_unbind(struct app *app, const char *argument);
unsigned	 command_style(struct app *app, const char *argument);
unsigned	 command_theme(struct app *app, const char *argument);

/* Words for the bytes from *start to the cursor, owned by `ctx`. */
struct list	 command_words(struct app *app, const void *ctx,
		    const char *text, size_t cursor, size_t *start);

/*
 * The preview beside or below the list.
 */
struct panes {
	size_t	list_rows;
	size_t	list_columns;
	size_t	rows;		/* of the preview; 0: there is none */
	size_t	columns;
};

/* How `rows` rows of the screen are shared. */
struct panes	 preview_panes(const struct app *app, size_t rows);

/* Draws it, and what parts it from the list, whose first row is `row`. */
void		 preview_draw(struct app *app, size_t row,
		    const struct panes *panes);

/* Whether there is one, and whether it has this column. */
bool		 preview_is_on(const struct app *app);
bool		 preview_is_at(const struct app *app, size_t column);

/* The library is another one. */
void		 preview_forget(struct app *app);

/* Gives it more or less of the screen. */
unsigned	 preview_more(struct app *app);
unsigned	 preview_less(struct app *app);

/*
 * Sending.
 */
/* Names of what can be copied (char *), owned by `ctx`. */
struct list	 yank_names(const void *ctx);
/* Asks the edge for an request; copies the texts. */
unsigned	 yank_request(struct app *app, enum request_kind kind,
		    const char *text, const char *argument);
unsigned	 yank_copy(struct app *app, const char *what);
unsigned	 yank_bare(struct app *app);
unsigned	 yank_link(struct app *app);
unsigned	 yank_pipe(struct app *app);
unsigned	 yank_pipe_to(struct app *app, const char *command);
unsigned	 yank_pipe_accept(struct app *app);

/* Into a file; see exporting.c. */
unsigned	 exporting_open(struct app *app);
unsigned	 exporting_to(struct app *app, const char *path);
unsigned	 exporting_accept(struct app *app);

#endif
