/* Keymaps: the current key bindings, the defaults with the user's changes. */
#ifndef TUI_KEYMAP_H
#define TUI_KEYMAP_H

#include "base/err.h"
#include "tui/action.h"

struct keymap;

/* The bindings of tui/action.c, owned by `ctx`. */
struct keymap	*keymap_new(const void *ctx);

/* All rows, including those without a key; borrowed until the next change. */
size_t			 keymap_count(const struct keymap *keymap);
const struct binding	*keymap_row(const struct keymap *keymap, size_t i);

/*
 * The row of one key (`then` is K_NONE) or of a chain of two, or NULL.
 * Borrowed until the next change.
 */
const struct binding	*keymap_find(const struct keymap *keymap,
			    enum mode mode, unsigned key, unsigned then);

/* Whether a key starts a chain. */
bool	 keymap_is_chain(const struct keymap *keymap, enum mode mode,
	    unsigned key);

/*
 * The keys of a row, "<Enter>" or "yc"; the keys of an action (with this
 * argument, unless it is NULL), separated by spaces, or NULL if it has none.
 * Owned by `ctx`.
 */
char	*binding_keys(const void *ctx, const struct binding *row);
char	*keymap_keys(const struct keymap *keymap, const void *ctx,
	    enum mode mode, enum action action, const char *argument);

/*
 * Bind a key ("VIEW KEY COMMAND") and unbind it ("VIEW KEY").  VIEW is "list",
 * "page", "map", "line" or "all" (list, page and map, if the command is valid
 * there); KEY is one or two key names.  False, with *err set, if the text is
 * invalid; then nothing has changed.
 */
bool	 keymap_bind(struct keymap *keymap, const char *text,
	    struct err *err) MUST_CHECK;
bool	 keymap_unbind(struct keymap *keymap, const char *text,
	    struct err *err) MUST_CHECK;

#endif
