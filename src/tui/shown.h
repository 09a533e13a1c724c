/*
 * What the screen shows of the notebook: the version that an edit is made to.
 * Another session may have changed the file since; saving merges the two.
 */
#ifndef TUI_SHOWN_H
#define TUI_SHOWN_H

#include "library/notebook.h"
#include "tui/state.h"

/*
 * Notes what there is now, before it is shown.  While a command is typed nothing
 * is noted: what the command is about is what was shown before it.
 */
void	 shown_take(struct app *app);

/* The notes as shown; borrowed until the next edit.  Needs a notebook. */
const struct notes	*shown_notes(struct app *app);

/*
 * Drafts to edit what is shown, owned by `ctx`; a list that is not on the screen
 * is edited as it is in the file.  NULL where there is no such list.
 */
struct notes_draft	*shown_edit_notes(struct app *app, const void *ctx);
struct list_draft	*shown_edit_list(struct app *app, const void *ctx,
			    const char *name);

/*
 * Save a draft.  Until the page is shown again, what is known is what was shown
 * with this change, and both versions where two sessions disagreed.
 */
bool	 shown_save_notes(struct app *app, struct notes_draft *draft,
	    size_t *conflicts, struct err *err) MUST_CHECK;
bool	 shown_save_list(struct app *app, struct list_draft *draft,
	    size_t *conflicts, struct err *err) MUST_CHECK;

#endif
