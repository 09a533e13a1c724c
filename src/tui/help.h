/* Help: the keys valid in a mode, made from the tables of actions. */
#ifndef TUI_HELP_H
#define TUI_HELP_H

#include "page/doc.h"
#include "tui/keymap.h"

/* What an address that does a command begins with. */
#define HELP_DO	"do/"

/*
 * A page of the keys for a mode (MODE_COUNT: all) and for the search line, as
 * they are bound now, those that have the letters of `filter` (NULL: all).
 * Each leads to the address "do/COMMAND"; one that ends in a blank needs an
 * argument.  Owned by `ctx`.
 */
struct doc	*help_keys(const void *ctx, const struct keymap *keymap,
		    enum mode mode, const char *filter);

/* What some keys do depends on where the user is. */
struct hint_words {
	const char	*close;		/* "back" or "quit" */
	const char	*other;		/* "claims" or "works", or "link" */
	const char	*above;		/* "link", or NULL: no hint */
	const char	*accept;	/* of the line that is typed */
};

/*
 * The most useful keys of a mode in one line of at most `width` cells, those of
 * links, help and back always among them; owned by `ctx`.
 */
char	*help_hints(const void *ctx, const struct keymap *keymap,
	    enum mode mode, const struct hint_words *words, size_t width);

/* Whether an earlier row of a mode has the same action and argument. */
bool		 help_repeats(const struct keymap *keymap, enum mode mode,
		    size_t row);

#endif
