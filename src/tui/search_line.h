/* The search line, and what is done with the search that is shown. */
#ifndef TUI_SEARCH_LINE_H
#define TUI_SEARCH_LINE_H

#include "tui/state.h"

/* Opens the line; on a page, for a new search. */
unsigned	 search_line_open(struct app *app);

/* Opens it on the first screen; closes it with nothing else done. */
void		 search_line_begin(struct app *app);
void		 search_line_close(struct app *app);
unsigned	 search_line_open_narrow(struct app *app);

/*
 * Searches for what is typed: until a key waits, or to the end.  A search that
 * was interrupted leaves the older one on the screen.
 */
void		 search_line_follow(struct app *app);
void		 search_line_finish(struct app *app);

/* Closes the line: to the results, or back to what was before. */
unsigned	 search_line_accept(struct app *app, const char *text);

/* Whether the line holds a whole text, whose claims are to be shown. */
bool		 search_line_is_article(const struct app *app);
unsigned	 search_line_cancel(struct app *app);

/* Goes to a search of the same kind and order. */
unsigned	 search_line_query(struct app *app, const char *query);

/* Keeps only the results that have some more words. */
unsigned	 search_line_narrow(struct app *app, const char *words);

/* If the query names one work, opens its page. */
void		 search_line_go_straight(struct app *app);

/* Between works and claims; another order; the other way round. */
unsigned	 search_line_switch(struct app *app);
unsigned	 search_line_sort(struct app *app, const char *order);
unsigned	 search_line_reverse(struct app *app);

/* Searches for what is suggested instead. */
unsigned	 search_line_correct(struct app *app);

/* Reads one part of the query after the other as text. */
unsigned	 search_line_interpretation(struct app *app);

#endif
