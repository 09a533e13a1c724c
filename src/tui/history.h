/*
 * History: going from page to page and back.  All that return effects leave
 * the user where they were when there is no such page, and say so.
 */
#ifndef TUI_HISTORY_H
#define TUI_HISTORY_H

#include "tui/state.h"

/* An entry with copies of what the address says, owned by the app. */
struct entry	*history_entry_new(struct app *app,
		    const struct address *address);

/* The same place once more, owned by the app. */
struct entry	*history_entry_copy(struct app *app, const struct entry *from);

/* Notes row and offset before leaving. */
void		 history_remember(struct app *app);

/* Makes an entry the newest of the history, without showing it. */
void		 history_push(struct app *app, struct entry *to);

/* Shows the entry where the user is; false when there is no such page. */
bool		 history_show(struct app *app);

/* Runs the search of an entry; false when it was interrupted or failed. */
bool		 history_search(struct app *app, const struct entry *entry);

/* Shows what is said above the hits of a search that has been run. */
void		 history_answer(struct app *app);

unsigned	 history_go(struct app *app, struct entry *to);

/* The same page otherwise, in place of this one, from its beginning. */
unsigned	 history_replace(struct app *app,
		    const struct address *address);

/* To an address as text; NULL is none. */
unsigned	 history_go_to(struct app *app, const char *text);

/* To the claims of a text. */
unsigned	 history_trace(struct app *app, const char *text);

/* To what is selected. */
unsigned	 history_open(struct app *app);

/* To a page about what is searched for: facets, map, plot. */
unsigned	 history_go_page(struct app *app, enum page page);

unsigned	 history_back(struct app *app);
unsigned	 history_forward(struct app *app);

/* Back, or out of the program at the first page. */
unsigned	 history_close(struct app *app);

/* All values of facets, or the first ones again. */
unsigned	 history_expand(struct app *app);

/* The page of keys; and those of them that have some letters (NULL: all). */
unsigned	 history_help(struct app *app);
void		 history_filter_help(struct app *app, const char *text);

#endif
