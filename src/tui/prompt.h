/*
 * The prompt: a line that is being typed, over the list or at the bottom.  It
 * only says what happened; app.c acts on it.
 */
#ifndef TUI_PROMPT_H
#define TUI_PROMPT_H

#include "tui/line_edit.h"

struct prompt;

/* What a line is for. */
enum prompt_kind {
	PROMPT_SEARCH, PROMPT_NARROW, PROMPT_COMMAND, PROMPT_PIPE,
	PROMPT_KEYS, PROMPT_EXPORT, PROMPT_FIND, PROMPT_FIND_BACK,
	PROMPT_PEOPLE, PROMPT_INTERVENTION, PROMPT_COMPARATOR, PROMPT_OUTCOME,
	PROMPT_KINDS
};

/* What a key did to it. */
enum prompt_event {
	PROMPT_NOTHING,		/* perhaps the cursor moved */
	PROMPT_CHANGED,		/* another text */
	PROMPT_ACCEPTED,
	PROMPT_CANCELLED,
	PROMPT_COMPLETE,	/* needs words, see prompt_offer() */
	PROMPT_NO_WORDS,	/* there are none */
	PROMPT_ACTION		/* the action does not edit */
};

/*
 * A line with a text in it, owned by `ctx`.  Lines typed before are borrowed.
 */
struct prompt	*prompt_new(const void *ctx, enum prompt_kind kind,
		    const char *text, struct lines *lines);

enum prompt_kind	 prompt_kind(const struct prompt *prompt);
const char		*prompt_text(const struct prompt *prompt);
size_t			 prompt_cursor(const struct prompt *prompt);

/* Whether it is a search, whose results follow as it is typed. */
bool			 prompt_is_search(const struct prompt *prompt);

/* The line itself; borrowed. */
const struct line_edit	*prompt_line(const struct prompt *prompt);

/* Takes an action, or a character (ACTION_NONE). */
enum prompt_event	 prompt_key(struct prompt *prompt, enum action action,
			    unsigned key);

/* Takes a character that was pasted. */
void	 prompt_paste(struct prompt *prompt, unsigned key);

/*
 * Words (char *, copied) that could take the place of the bytes from `start`
 * to the cursor; the first one does.
 */
enum prompt_event	 prompt_offer(struct prompt *prompt,
			    const struct list *words, size_t start);

/*
 * The words offered, from the one that the key takes next, owned by `ctx`;
 * NULL when there are none.
 */
char	*prompt_offered(const struct prompt *prompt, const void *ctx);

/* Draws the line on a row, after the sign of its kind. */
void	 prompt_draw(const struct prompt *prompt, struct surface *surface,
	    size_t row);

#endif
