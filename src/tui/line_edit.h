/* A line that is being typed: a search, a command and so on. */
#ifndef TUI_LINE_EDIT_H
#define TUI_LINE_EDIT_H

#include "page/surface.h"
#include "tui/action.h"
#include "tui/lines.h"

struct line_edit;

/* A line with a text in it, the cursor after it; owned by `ctx`. */
struct line_edit	*line_edit_new(const void *ctx, const char *text);

/* The text, borrowed until the next change. */
const char	*line_edit_text(const struct line_edit *prompt);

/* Types a character; false when the line is full or it is none. */
bool	 line_edit_type(struct line_edit *prompt, unsigned key);

/* The bytes in front of the cursor. */
size_t	 line_edit_cursor(const struct line_edit *prompt);

/* Puts a text in place of the bytes from `start` to the cursor. */
void	 line_edit_replace(struct line_edit *prompt, size_t start,
	    const char *text);

/*
 * Goes to the next older line that begins with what was typed, or the next
 * newer one, at last to what was typed itself.  False when there is none.
 */
bool	 line_edit_recall(struct line_edit *prompt, const struct lines *lines,
	    bool older);

/* Whether anything was typed into it. */
bool	 line_edit_is_touched(const struct line_edit *prompt);

/* Whether what it shows was recalled, and not changed since. */
bool	 line_edit_is_recalled(const struct line_edit *prompt);

/* Does an action of editing; true when the text changed. */
bool	 line_edit_edit(struct line_edit *prompt, enum action action);

/*
 * Draws the line in `cells` cells, scrolled so that the cursor is seen, and
 * puts the hardware cursor there.
 */
void	 line_edit_draw(const struct line_edit *prompt, struct surface *surface,
	    size_t row, size_t column, size_t cells);

#endif
