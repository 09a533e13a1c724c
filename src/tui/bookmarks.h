/* Bookmarks: pages saved under letters, searches saved under digits. */
#ifndef TUI_BOOKMARKS_H
#define TUI_BOOKMARKS_H

#include "tui/state.h"

/* Save the position under a letter, "a" to "z"; go to it. */
unsigned	 bookmarks_set(struct app *app, const char *letter);
unsigned	 bookmarks_go(struct app *app, const char *letter);

/* The search saved under a digit, borrowed until the notes change; or NULL. */
const char	*bookmarks_saved(const struct app *app, const char *digit);

/* Run the search saved under a digit; save the current one. */
unsigned	 bookmarks_search(struct app *app, const char *digit);
unsigned	 bookmarks_save_search(struct app *app, const char *digit);

#endif
