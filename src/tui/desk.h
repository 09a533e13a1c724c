/* The desk: adding to lists, editing them by keys, notes. */
#ifndef TUI_DESK_H
#define TUI_DESK_H

#include "tui/state.h"

/*
 * Adds the selection, the selected row or the page to the list that was added
 * to last; asks which one after a count, or where there was none.  "LIST WEEK 2"
 * is a section of a list.
 */
unsigned	 desk_add(struct app *app);
unsigned	 desk_add_to(struct app *app, const char *list);

/* The note on what is at hand: in the editor, else in a line; as a text. */
unsigned	 desk_note(struct app *app);
unsigned	 desk_note_text(struct app *app, const char *text);

/* What the editor made of the note on an address. */
unsigned	 desk_edited(struct app *app, const char *address,
		    const char *text);

/* Tags it ("-word" takes a tag away); read, to read, neither in turn. */
unsigned	 desk_tag(struct app *app, const char *word);
unsigned	 desk_read(struct app *app);

/* On the page of a list of the notebook: what happens to the item at hand. */
unsigned	 desk_up(struct app *app);
unsigned	 desk_down(struct app *app);
unsigned	 desk_importance(struct app *app);
unsigned	 desk_remove(struct app *app);
unsigned	 desk_item(struct app *app, const char *text);
unsigned	 desk_title(struct app *app, const char *title);
unsigned	 desk_section_open(struct app *app);
unsigned	 desk_section(struct app *app, const char *title);

#endif
