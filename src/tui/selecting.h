/* Selects rows of the results, and undoes changes. */
#ifndef TUI_SELECTING_H
#define TUI_SELECTING_H

#include "library/notebook.h"
#include "tui/state.h"

/* Selects or deselects the current row, and moves down. */
unsigned	 selecting_toggle(struct app *app);

/* Starts a range of rows, or selects the range already started. */
unsigned	 selecting_range(struct app *app);

unsigned	 selecting_clear(struct app *app);

/*
 * Records a change for undo: of the selection (`search` is NULL), or of the
 * filters of `search`, which it then owns.
 */
void		 selecting_note(struct app *app, struct entry *search);

/*
 * Records a saved change for undo: the old version (NULL: no notes) and the new
 * one; both are copied.
 */
void		 selecting_note_list(struct app *app,
		    const struct reading_list *before,
		    const struct reading_list *after);
void		 selecting_note_notes(struct app *app,
		    const struct notes *before, const struct notes *after);

/* Undoes the last change of the selection, filters, lists or notes. */
unsigned	 selecting_undo(struct app *app);

/*
 * The addresses (struct address *, owned by `ctx`) of the selection, in order,
 * or else of the selected row; on a page, of that page, unless it compares the
 * selection.  Omits records that no longer exist.
 */
struct list	 selecting_addresses(struct app *app, const void *ctx);

#endif
