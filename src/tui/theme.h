/*
 * Themes: the styles of roles.  No theme carries meaning: the meaning of a role
 * is always shown by words and symbols as well.  Only the selection has a
 * background: reverse video.
 */
#ifndef TUI_THEME_H
#define TUI_THEME_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "page/style.h"

/* Colours, as terminals number them. */
enum color {
	COLOR_OWN	= -1,	/* the terminal's */
	COLOR_NR_RED	= 1,
	COLOR_NR_GREEN	= 2,
	COLOR_NR_BLUE	= 4,
	COLOR_NR_MAGENTA = 5,
	COLOR_NR_CYAN	= 6
};

struct look {
	bool	bold;
	bool	underlined;
	bool	reverse;
	short	color;
};

struct theme {
	const char	*name;
	struct look	 looks[ROLE_COUNT];
};

/* The first is the default. */
extern const struct theme	themes[];
extern const size_t		themes_count;

/* The theme with this name, or NULL. */
const struct theme	*theme_find(const char *name);

/*
 * Changes the style of one role: "ROLE WORD...", as in "hit bold cyan".  False,
 * with *err set, if the text is invalid; then the theme is unchanged.
 */
bool	 theme_change(struct theme *theme, const char *text, struct err *err)
	    MUST_CHECK;

/* A text followed by the names, "a, b and c.", owned by `ctx`. */
char	*theme_names(const void *ctx, const char *before);

#endif
