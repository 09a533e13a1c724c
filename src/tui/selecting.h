/* Selecting: picking rows of the results out, and undoing changes. */
#ifndef TUI_SELECTING_H
#define TUI_SELECTING_H

#include "library/notebook.h"
#include "tui/state.h"

/* Marks the selected row, or takes its mark away, and steps down. */
unsigned	 selecting_toggle(struct app *app);

/* Begins a range of rows, or marks those of the one that was begun. */
unsigned	 selecting_range(struct app *app);

unsigned	 selecting_clear(struct app *app);

/*
 * Pushes what can be undone: the marks, or a search (which is taken) before
 * its filters change.
 */
void		 selecting_note(struct app *app, struct entry *search);

/*
 * Push what a change that was saved replaced (of notes: NULL, there were none)
 * and what there is now; both are copied.
 */
void		 selecting_note_list(struct app *app,
		    const struct reading_list *before,
		    const struct reading_list *after);
void		 selecting_note_notes(struct app *app,
		    const struct notes *before, const struct notes *after);

/* Undoes the last change of marks, filters, lists or notes. */
unsigned	 selecting_undo(struct app *app);

/*
 * The addresses (struct address *, owned by `ctx`) of what is selected, in
 * that order, or else of the record at hand; those that lead to nothing are
 * left out.
 */
struct list	 selecting_addresses(struct app *app, const void *ctx);

#endif
