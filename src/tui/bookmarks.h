/* Bookmarks: places under letters, searches under digits. */
#ifndef TUI_BOOKMARKS_H
#define TUI_BOOKMARKS_H

#include "tui/state.h"

/* Keeps the place under a letter, "a" to "z"; goes to the one kept there. */
unsigned	 bookmarks_set(struct app *app, const char *letter);
unsigned	 bookmarks_go(struct app *app, const char *letter);

/* Goes to the search saved under a digit; saves this one there. */
unsigned	 bookmarks_search(struct app *app, const char *digit);
unsigned	 bookmarks_save_search(struct app *app, const char *digit);

#endif
