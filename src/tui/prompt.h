/*
 * The prompt: a line being typed, over the list or at the bottom.  It reports
 * events; app.c acts on them.
 */
#ifndef TUI_PROMPT_H
#define TUI_PROMPT_H

#include "tui/line_edit.h"

struct prompt;

/* The purpose of a line. */
enum prompt_kind {
	PROMPT_SEARCH, PROMPT_NARROW, PROMPT_COMMAND, PROMPT_PIPE,
	PROMPT_KEYS, PROMPT_EXPORT, PROMPT_FIND, PROMPT_FIND_BACK,
	PROMPT_PEOPLE, PROMPT_INTERVENTION, PROMPT_COMPARATOR, PROMPT_OUTCOME,
	PROMPT_KINDS
};

/* The effect of a key. */
enum prompt_event {
	PROMPT_NOTHING,		/* only the cursor moved, if anything */
	PROMPT_CHANGED,		/* the text has changed */
	PROMPT_ACCEPTED,
	PROMPT_CANCELLED,
	PROMPT_COMPLETE,	/* needs completions, see prompt_offer() */
	PROMPT_NO_WORDS,	/* there are no completions */
	PROMPT_ACTION		/* not an editing action */
};

/* A line that contains a text, owned by `ctx`.  Earlier lines are borrowed. */
struct prompt	*prompt_new(const void *ctx, enum prompt_kind kind,
		    const char *text, struct lines *lines);

enum prompt_kind	 prompt_kind(const struct prompt *prompt);
const char		*prompt_text(const struct prompt *prompt);
size_t			 prompt_cursor(const struct prompt *prompt);

/* Whether the prompt is a search, whose results are updated while typing. */
bool			 prompt_is_search(const struct prompt *prompt);

/* The line itself; borrowed. */
const struct line_edit	*prompt_line(const struct prompt *prompt);

/* Handles an action, or a character (ACTION_NONE). */
enum prompt_event	 prompt_key(struct prompt *prompt, enum action action,
			    unsigned key);

/* Inserts a pasted character. */
void	 prompt_paste(struct prompt *prompt, unsigned key);

/*
 * Offers completions (char *, copied) for the bytes from `start` to the cursor,
 * and inserts the first one.
 */
enum prompt_event	 prompt_offer(struct prompt *prompt,
			    const struct list *words, size_t start);

/*
 * The completions, starting with the next one, owned by `ctx`; NULL if there
 * are none.
 */
char	*prompt_offered(const struct prompt *prompt, const void *ctx);

/* Draws the line on a row, after the symbol of its kind. */
void	 prompt_draw(const struct prompt *prompt, struct surface *surface,
	    size_t row);

#endif
