/*
 * Finds text: moves between the matches of a search or of typed words.  All
 * functions return effects.
 */
#ifndef TUI_FIND_H
#define TUI_FIND_H

#include "tui/state.h"

/* Go to the next or previous match, in the direction of the last find. */
unsigned	 find_next(struct app *app);
unsigned	 find_previous(struct app *app);

/* Finds text, first in the given direction, then in the other. */
unsigned	 find_text(struct app *app, const char *text, bool forward);

/* The commands: search forwards or backwards from the current position. */
unsigned	 find_words(struct app *app, const char *words);
unsigned	 find_back_words(struct app *app, const char *words);

/* Open the prompt for the words. */
unsigned	 find_open(struct app *app);
unsigned	 find_back_open(struct app *app);

#endif
