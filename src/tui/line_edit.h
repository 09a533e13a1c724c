/* Line editing, for prompts. */
#ifndef TUI_LINE_EDIT_H
#define TUI_LINE_EDIT_H

#include "page/surface.h"
#include "tui/action.h"
#include "tui/lines.h"

struct line_edit;

/* A line that contains a text, with the cursor at its end; owned by `ctx`. */
struct line_edit	*line_edit_new(const void *ctx, const char *text);

/* The text, borrowed until the next change. */
const char	*line_edit_text(const struct line_edit *prompt);

/*
 * Inserts a character; false if the line is full or the key is not a character.
 */
bool	 line_edit_type(struct line_edit *prompt, unsigned key);

/* The number of bytes before the cursor. */
size_t	 line_edit_cursor(const struct line_edit *prompt);

/* Replaces the bytes from `start` to the cursor by a text. */
void	 line_edit_replace(struct line_edit *prompt, size_t start,
	    const char *text);

/*
 * Recalls the next older or newer line that starts with the typed text, and
 * finally the typed text itself.  False if there is none.
 */
bool	 line_edit_recall(struct line_edit *prompt, const struct lines *lines,
	    bool older);

/* Whether the user has typed. */
bool	 line_edit_is_touched(const struct line_edit *prompt);

/* Whether the line was recalled, and not changed since. */
bool	 line_edit_is_recalled(const struct line_edit *prompt);

/* Performs an editing action; true if the text has changed. */
bool	 line_edit_edit(struct line_edit *prompt, enum action action);

/*
 * Draws the line in `cells` cells, scrolled to show the cursor, and places the
 * hardware cursor there.
 */
void	 line_edit_draw(const struct line_edit *prompt, struct surface *surface,
	    size_t row, size_t column, size_t cells);

#endif
