/* The PICO form: its counts are updated while the user types. */
#ifndef TUI_PICO_H
#define TUI_PICO_H

#include "tui/state.h"

/* Whether a line of the form is being typed. */
bool		 pico_is_typed(const struct app *app);

/* Updates the form with the words typed so far. */
void		 pico_follow(struct app *app);

/* Moves to the next or previous line of the form. */
unsigned	 pico_step(struct app *app, bool forward);

/* Shows the works that match the form. */
unsigned	 pico_accept(struct app *app, const char *text);

/* Go to the form and open one of its lines, or set its words. */
unsigned	 pico_people_open(struct app *app);
unsigned	 pico_people(struct app *app, const char *words);
unsigned	 pico_intervention_open(struct app *app);
unsigned	 pico_intervention(struct app *app, const char *words);
unsigned	 pico_comparator_open(struct app *app);
unsigned	 pico_comparator(struct app *app, const char *words);
unsigned	 pico_outcome_open(struct app *app);
unsigned	 pico_outcome(struct app *app, const char *words);

#endif
