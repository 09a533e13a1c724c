/* The search line: a text that is being typed. */
#ifndef UI_PROMPT_H
#define UI_PROMPT_H

#include "page/surface.h"
#include "ui/action.h"

struct prompt;

/* A line with a text in it, the cursor behind it; owned by `ctx`. */
struct prompt	*prompt_new(const void *ctx, const char *text);

/* The text, borrowed until the next change. */
const char	*prompt_text(const struct prompt *prompt);

/* Types a character; false when the line is full or it is none. */
bool	 prompt_type(struct prompt *prompt, unsigned key);

/* Does an action of editing; true when the text changed. */
bool	 prompt_edit(struct prompt *prompt, enum action action);

/*
 * Draws the line in `cells` cells, scrolled so that the cursor is seen, and
 * puts the hardware cursor there.
 */
void	 prompt_draw(const struct prompt *prompt, struct surface *surface,
	    size_t row, size_t column, size_t cells);

#endif
