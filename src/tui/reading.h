/* The notebook in the browser: saves changes, and shows the changed page. */
#ifndef TUI_READING_H
#define TUI_READING_H

#include "library/notebook.h"
#include "tui/state.h"

/* The notebook; NULL, with a message, if there is none. */
struct notebook	*reading_notebook(struct app *app);

/*
 * Whether the file of the notes is broken or cannot be read: then no note may
 * be changed or reported missing.  True after a message.
 */
bool	 reading_notes_are_broken(struct app *app) MUST_CHECK;

/*
 * Saves a draft; shows `done`, the reason for failure, or the conflicts.  False
 * if nothing was saved.
 */
bool	 reading_save_list(struct app *app, struct list_draft *draft,
	    const char *done);
bool	 reading_save_notes(struct app *app, struct notes_draft *draft,
	    const char *done);

/* Shows this page again, with the link to an address (or NULL) selected. */
void	 reading_show(struct app *app, const char *address);

/*
 * Which of several links to an address on this page is selected, counted from
 * 1: the two versions of a note have the same address.
 */
size_t	 reading_version(struct app *app, const char *address);

/*
 * Reverts the change of a list from `before` to `after`, but keeps later
 * changes of other sessions.  Returns the effects.
 */
unsigned	 reading_restore(struct app *app,
		    const struct reading_list *before,
		    const struct reading_list *after);

/*
 * Like reading_restore(), for notes; both arguments may contain only the
 * changed notes.
 */
unsigned	 reading_restore_notes(struct app *app,
		    const struct notes *before, const struct notes *after);

#endif
