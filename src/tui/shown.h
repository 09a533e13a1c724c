/*
 * The notebook data on screen: the version that the user edits.  Another
 * session may have changed the file since; saving merges the two.
 */
#ifndef TUI_SHOWN_H
#define TUI_SHOWN_H

#include "library/notebook.h"
#include "tui/state.h"

/*
 * Keeps the current data before they are shown.  Does nothing while a command
 * is typed, as the command applies to the data that were on screen before.
 */
void	 shown_take(struct app *app);

/* The notes on screen; borrowed until the next edit.  Needs a notebook. */
const struct notes	*shown_notes(struct app *app);

/*
 * Drafts for editing the data on screen, owned by `ctx`; a list that is not on
 * screen is edited as in its file.  NULL if there is no such list.
 */
struct notes_draft	*shown_edit_notes(struct app *app, const void *ctx);
struct list_draft	*shown_edit_list(struct app *app, const void *ctx,
			    const char *name);

/*
 * Save a draft.  Until the page is shown again, the kept data are those on
 * screen with this change, and both versions of any conflict.
 */
bool	 shown_save_notes(struct app *app, struct notes_draft *draft,
	    size_t *conflicts, struct err *err) MUST_CHECK;
bool	 shown_save_list(struct app *app, struct list_draft *draft,
	    size_t *conflicts, struct err *err) MUST_CHECK;

#endif
