/* Help: the valid keys of a mode, generated from the tables of actions. */
#ifndef TUI_HELP_H
#define TUI_HELP_H

#include "page/doc.h"
#include "tui/keymap.h"

/* Prefix of addresses that run a command. */
#define HELP_DO	"do/"

/*
 * A page of the current keys for a mode (MODE_COUNT: all) and for the search
 * line, filtered by the letters of `filter` (NULL: all).  Each row links to
 * "do/COMMAND"; a command that ends in a space needs an argument.  Owned by
 * `ctx`.
 */
struct doc	*help_keys(const void *ctx, const struct keymap *keymap,
		    enum mode mode, const char *filter);

/* Words in hints for keys whose action depends on the page. */
struct hint_words {
	const char	*open;		/* what Enter does in the list */
	const char	*close;		/* what q does: "back" or "quit" */
	const char	*other;		/* "claims" or "works", or "link" */
	const char	*above;		/* "link", or NULL: no hint */
	const char	*accept;	/* what Enter does in the prompt */
	bool		 list;		/* the page is a list that can be
					   edited */
};

/*
 * The most useful keys of a mode, in one line of at most `width` cells; always
 * includes those for links, help and back.  Owned by `ctx`.
 */
char	*help_hints(const void *ctx, const struct keymap *keymap,
	    enum mode mode, const struct hint_words *words, size_t width);

/* Whether an earlier row of a mode has the same action and argument. */
bool		 help_repeats(const struct keymap *keymap, enum mode mode,
		    size_t row);

#endif
