/* The PICO form: a line of it is typed while its counts follow. */
#ifndef TUI_PICO_H
#define TUI_PICO_H

#include "tui/state.h"

/* Whether a line of the form is being typed. */
bool		 pico_is_typed(const struct app *app);

/* The form as it is with the words that are typed. */
void		 pico_follow(struct app *app);

/* To the next line of the form, or the one before. */
unsigned	 pico_step(struct app *app, bool forward);

/* Shows the works of the form. */
unsigned	 pico_accept(struct app *app, const char *text);

/* Goes to the form and types a line of it, or gives it words. */
unsigned	 pico_people_open(struct app *app);
unsigned	 pico_people(struct app *app, const char *words);
unsigned	 pico_intervention_open(struct app *app);
unsigned	 pico_intervention(struct app *app, const char *words);
unsigned	 pico_comparator_open(struct app *app);
unsigned	 pico_comparator(struct app *app, const char *words);
unsigned	 pico_outcome_open(struct app *app);
unsigned	 pico_outcome(struct app *app, const char *words);

#endif
