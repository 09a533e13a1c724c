/*
 * Finding in what is shown: from match to match of the search, or of words
 * that are typed.  Each answers with effects.
 */
#ifndef TUI_FIND_H
#define TUI_FIND_H

#include "tui/state.h"

/* The next and the previous match, in the direction of the last finding. */
unsigned	 find_next(struct app *app);
unsigned	 find_previous(struct app *app);

/* Finds a text, at first in that direction, then on the other side. */
unsigned	 find_text(struct app *app, const char *text, bool forward);

/* As commands do, after and before where the page is read. */
unsigned	 find_words(struct app *app, const char *words);
unsigned	 find_back_words(struct app *app, const char *words);

/* Opens the line for the words. */
unsigned	 find_open(struct app *app);
unsigned	 find_back_open(struct app *app);

#endif
