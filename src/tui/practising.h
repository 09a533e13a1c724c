/* Practice: answers to the question that is shown. */
#ifndef TUI_PRACTISING_H
#define TUI_PRACTISING_H

#include "tui/state.h"

/* Whether a question is shown that waits for an answer. */
bool		 practising_is_asked(const struct app *app);

/* Opens the line for the answer. */
unsigned	 practising_open(struct app *app);

/* The same, or after an answer the next question: what the key does there. */
unsigned	 practising_open_next(struct app *app);

/* Judges and counts an answer, and shows what is recorded. */
unsigned	 practising_answer(struct app *app, const char *words);

#endif
