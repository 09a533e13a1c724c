/* The desk: adds to lists, and edits them. */
#ifndef TUI_DESK_H
#define TUI_DESK_H

#include "tui/state.h"

/*
 * Adds the selection, the selected row or the page to the list used last; asks
 * which list if a count was typed or no list was used.  "LIST WEEK 2" means a
 * section of a list.
 */
unsigned	 desk_add(struct app *app);
unsigned	 desk_add_to(struct app *app, const char *list);

/* Adds the search on screen instead of the selected row. */
unsigned	 desk_add_search(struct app *app);
unsigned	 desk_add_search_to(struct app *app, const char *list);

/* Whether the page is a list of the notebook, which can be edited. */
bool		 desk_has_list(const struct app *app);

/*
 * For line mode: selects the n-th link to an address, from 1, if the page is a
 * list of the notebook and the command changes an item.  False if not.
 */
bool		 desk_select(struct app *app, const char *command,
		    const char *address, size_t n);

/*
 * On the page of a list of the notebook: change the selected item.  On other
 * pages desk_remove() is noting_drop().
 */
unsigned	 desk_up(struct app *app);
unsigned	 desk_down(struct app *app);
unsigned	 desk_importance(struct app *app);
unsigned	 desk_remove(struct app *app);
unsigned	 desk_item(struct app *app, const char *text);
unsigned	 desk_title(struct app *app, const char *title);
unsigned	 desk_section_open(struct app *app);
unsigned	 desk_section(struct app *app, const char *title);

#endif
