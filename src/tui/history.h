/*
 * History: moving between pages.  Functions that return effects leave the user
 * on the old page, with a message, if the new one does not exist.
 */
#ifndef TUI_HISTORY_H
#define TUI_HISTORY_H

#include "tui/state.h"

/* An entry with copies of the address's strings, owned by the app. */
struct entry	*history_entry_new(struct app *app,
		    const struct address *address);

/* A copy of an entry, owned by the app. */
struct entry	*history_entry_copy(struct app *app, const struct entry *from);

/* Returns an entry to the first row or link of its page. */
void		 history_entry_top(struct entry *entry);

/* Saves the row and offset before leaving the page. */
void		 history_remember(struct app *app);

/* Appends an entry to the history without showing it. */
void		 history_push(struct app *app, struct entry *to);

/* Shows the current entry; false if its page does not exist. */
bool		 history_show(struct app *app);

/* Shows the document above the results of a search that has been run. */
void		 history_answer(struct app *app);

unsigned	 history_go(struct app *app, struct entry *to);

/* Replaces this page by another view of it, from the top. */
unsigned	 history_replace(struct app *app,
		    const struct address *address);

/* Goes to an address as text; NULL: no address. */
unsigned	 history_go_to(struct app *app, const char *text);

/* Goes to the claims found in a text. */
unsigned	 history_trace(struct app *app, const char *text);

/* Opens the selection. */
unsigned	 history_open(struct app *app);

/* Goes to a page about the current search: facets, map, plot. */
unsigned	 history_go_page(struct app *app, enum page page);

unsigned	 history_back(struct app *app);
unsigned	 history_forward(struct app *app);

/* Goes back, or quits on the first page. */
unsigned	 history_close(struct app *app);

/* Shows all values of the facets, or only the first ones. */
unsigned	 history_expand(struct app *app);

/* Show the page of keys; filter it by letters (NULL: all). */
unsigned	 history_help(struct app *app);
unsigned	 history_help_words(struct app *app, const char *words);
void		 history_filter_help(struct app *app, const char *text);

#endif
