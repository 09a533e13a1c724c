/* Noting: notes, tags and reading states by keys. */
#ifndef TUI_NOTING_H
#define TUI_NOTING_H

#include "tui/state.h"

/* The note on what is at hand: in the editor, else in a line; as a text. */
unsigned	 noting_open(struct app *app);
unsigned	 noting_text(struct app *app, const char *text);

/* What the editor made of the note on an address. */
unsigned	 noting_edited(struct app *app, const char *address,
		    const char *text);

/* Tags it ("-word" takes a tag away); read, to read, neither in turn. */
unsigned	 noting_tag(struct app *app, const char *word);
unsigned	 noting_read(struct app *app);

/*
 * Drops one of the versions that two sessions have left: asks which; on the page
 * of all notes the one that is selected; the one of a number.
 */
unsigned	 noting_drop(struct app *app);
unsigned	 noting_drop_number(struct app *app, const char *number);

#endif
