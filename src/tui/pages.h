/* Pages: other ways of looking at what is shown. */
#ifndef TUI_PAGES_H
#define TUI_PAGES_H

#include "tui/state.h"

/*
 * The marked works side by side; on the page of a work, with that one; else
 * with the selected row.
 */
unsigned	 pages_compare(struct app *app);

/* The work or topic that is shown with another one. */
unsigned	 pages_compare_with(struct app *app, const char *other);

/* Directions and forests of the marked works, or of what was searched for. */
unsigned	 pages_plot(struct app *app);

/* Only works on people, on animals, on cells, then all again. */
unsigned	 pages_subjects(struct app *app);

/* Safety of the query, the term, the work's techniques. */
unsigned	 pages_safety(struct app *app);

/*
 * The list that is shown as a handout, in the user's style of references; from
 * a handout, the version for teachers or students; of a list by its name.
 */
unsigned	 pages_handout(struct app *app);
unsigned	 pages_handout_of(struct app *app, const char *list);

/* To a page of PAGE_LIST about some words (NULL: what it is about by itself). */
unsigned	 pages_go(struct app *app, enum page page,
		    enum page_about about, const char *words);

unsigned	 pages_claims(struct app *app);
unsigned	 pages_tour(struct app *app);

/* Of a map: rows and columns, the order of rows, the depth of terms. */
unsigned	 pages_turn(struct app *app);
unsigned	 pages_sort_rows(struct app *app);
unsigned	 pages_roll_up(struct app *app);

#endif
