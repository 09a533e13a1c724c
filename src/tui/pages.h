/* Pages: other views of the current page. */
#ifndef TUI_PAGES_H
#define TUI_PAGES_H

#include "tui/state.h"

/*
 * Compares the selected works; on the page of a work, with that work; otherwise
 * with the selected row.
 */
unsigned	 pages_compare(struct app *app);

/* Compares the current work or topic with another one. */
unsigned	 pages_compare_with(struct app *app, const char *other);

/* Plots the selected works, or all works of the current search. */
unsigned	 pages_plot(struct app *app);

/* Plots the works that words find. */
unsigned	 pages_plot_of(struct app *app, const char *words);

/* Filters the works: people, animals, cells, then all again. */
unsigned	 pages_subjects(struct app *app);

/* Goes to the safety page of the query, the term or the work's techniques. */
unsigned	 pages_safety(struct app *app);

/*
 * Shows the current list as a handout, in the user's citation style; on a
 * handout, switches between the versions for students and teachers; or shows a
 * list by name.
 */
unsigned	 pages_handout(struct app *app);
unsigned	 pages_handout_of(struct app *app, const char *list);

/* Goes to a page of PAGE_LIST about some words (NULL: its default subject). */
unsigned	 pages_go(struct app *app, enum page page,
		    enum page_about about, const char *words);

unsigned	 pages_claims(struct app *app);
unsigned	 pages_tour(struct app *app);

/*
 * Change a map: swap rows and columns, the order of rows, the depth of terms.
 */
unsigned	 pages_turn(struct app *app);
unsigned	 pages_sort_rows(struct app *app);
unsigned	 pages_roll_up(struct app *app);

#endif
