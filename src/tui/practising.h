/* Practice: answering the question on screen. */
#ifndef TUI_PRACTISING_H
#define TUI_PRACTISING_H

#include "tui/state.h"

/* Opens the prompt for the answer. */
unsigned	 practising_open(struct app *app);

/*
 * Opens the prompt or, after an answer, shows the next question: the action of
 * the same key.
 */
unsigned	 practising_open_next(struct app *app);

/* Judges and counts an answer, and shows the recorded one. */
unsigned	 practising_answer(struct app *app, const char *words);

#endif
