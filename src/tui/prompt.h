/* A line that is being typed: a search, a command and so on. */
#ifndef TUI_PROMPT_H
#define TUI_PROMPT_H

#include "page/surface.h"
#include "tui/action.h"
#include "tui/lines.h"

struct prompt;

/* A line with a text in it, the cursor behind it; owned by `ctx`. */
struct prompt	*prompt_new(const void *ctx, const char *text);

/* The text, borrowed until the next change. */
const char	*prompt_text(const struct prompt *prompt);

/* Types a character; false when the line is full or it is none. */
bool	 prompt_type(struct prompt *prompt, unsigned key);

/* The bytes in front of the cursor. */
size_t	 prompt_cursor(const struct prompt *prompt);

/* Puts a text in place of the bytes from `start` to the cursor. */
void	 prompt_replace(struct prompt *prompt, size_t start,
	    const char *text);

/*
 * Goes to the next older line that begins with what was typed, or the next
 * newer one, at last to what was typed itself.  False when there is none.
 */
bool	 prompt_recall(struct prompt *prompt, const struct lines *lines,
	    bool older);

/* Whether what it shows was recalled, and not changed since. */
bool	 prompt_is_recalled(const struct prompt *prompt);

/* Does an action of editing; true when the text changed. */
bool	 prompt_edit(struct prompt *prompt, enum action action);

/*
 * Draws the line in `cells` cells, scrolled so that the cursor is seen, and
 * puts the hardware cursor there.
 */
void	 prompt_draw(const struct prompt *prompt, struct surface *surface,
	    size_t row, size_t column, size_t cells);

#endif
