/* Keymaps: the keys as they are bound now, by default or by the user. */
#ifndef TUI_KEYMAP_H
#define TUI_KEYMAP_H

#include "base/err.h"
#include "tui/action.h"

struct keymap;

/* The bindings of tui/action.c, owned by `ctx`. */
struct keymap	*keymap_new(const void *ctx);

/* All rows, those without a key too; borrowed until the next change. */
size_t			 keymap_count(const struct keymap *keymap);
const struct binding	*keymap_row(const struct keymap *keymap, size_t i);

/*
 * The row of one key (`then` is K_NONE) or of two in a row, or NULL.  Borrowed
 * until the next change.
 */
const struct binding	*keymap_find(const struct keymap *keymap,
			    enum mode mode, unsigned key, unsigned then);

/* Whether a key waits for a second one. */
bool	 keymap_is_chain(const struct keymap *keymap, enum mode mode,
	    unsigned key);

/*
 * The keys of a row, "<Enter>" or "yc"; those of an action (of one argument
 * if it is not NULL) with blanks between them, NULL when there are none.
 * Owned by `ctx`.
 */
char	*binding_keys(const void *ctx, const struct binding *row);
char	*keymap_keys(const struct keymap *keymap, const void *ctx,
	    enum mode mode, enum action action, const char *argument);

/*
 * "VIEW KEY COMMAND", "VIEW KEY": binds a key, frees it.  VIEW is "list",
 * "page", "map", "line" or "all" (list, page and map, where the command means
 * something); KEY is one or two keys by name.
 * False and *err when it cannot be understood; then nothing changed.
 */
bool	 keymap_bind(struct keymap *keymap, const char *text,
	    struct err *err) MUST_CHECK;
bool	 keymap_unbind(struct keymap *keymap, const char *text,
	    struct err *err) MUST_CHECK;

#endif
