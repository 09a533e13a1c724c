/* The search line, and actions on the current search. */
#ifndef TUI_SEARCH_LINE_H
#define TUI_SEARCH_LINE_H

#include "tui/state.h"

/* Opens the line; on a page, for a new search. */
unsigned	 search_line_open(struct app *app);

/* Open the line on the first screen; close it without any other effect. */
void		 search_line_begin(struct app *app);
void		 search_line_close(struct app *app);
unsigned	 search_line_open_narrow(struct app *app);

/*
 * Searches for the typed text, until a key is waiting or to the end.  An
 * interrupted search leaves the previous results on screen.
 */
void		 search_line_follow(struct app *app);
void		 search_line_finish(struct app *app);

/* Close the line: go to the results, or back to the previous search. */
unsigned	 search_line_accept(struct app *app, const char *text);

/* Whether the line contains a whole text, whose claims are to be marked. */
bool		 search_line_is_article(const struct app *app);
unsigned	 search_line_cancel(struct app *app);

/* Goes to a search of the same type and order. */
unsigned	 search_line_query(struct app *app, const char *query);

/* Keeps only the results that match additional words. */
unsigned	 search_line_narrow(struct app *app, const char *words);

/* Opens the page of the work, if the query identifies one. */
void		 search_line_go_straight(struct app *app);

/* Switch between works and claims; change the order; reverse it. */
unsigned	 search_line_switch(struct app *app);
unsigned	 search_line_sort(struct app *app, const char *order);
unsigned	 search_line_reverse(struct app *app);

/* Searches for the suggestion instead. */
unsigned	 search_line_correct(struct app *app);

/* Searches for the parts of the query as plain text, one at a time. */
unsigned	 search_line_interpretation(struct app *app);

#endif
