/* Notes, tags and reading states. */
#ifndef TUI_NOTING_H
#define TUI_NOTING_H

#include "tui/state.h"

/*
 * Opens the note on the current page or row in the editor, or in a prompt; sets
 * its text.
 */
unsigned	 noting_open(struct app *app);
unsigned	 noting_text(struct app *app, const char *text);

/* Saves the note on an address after editing. */
unsigned	 noting_edited(struct app *app, const char *address,
		    const char *text);

/*
 * Add a tag (or remove it: "-word"); cycle through "read", "to read" and
 * neither.  Both apply to all selected rows, or else to the current page or
 * row.
 */
unsigned	 noting_tag(struct app *app, const char *word);
unsigned	 noting_read(struct app *app);

/*
 * Drop one of two conflicting versions of a note: ask which one; drop the
 * version selected on the page of all notes; drop the version with a number.
 */
unsigned	 noting_drop(struct app *app);
unsigned	 noting_drop_number(struct app *app, const char *number);

#endif
