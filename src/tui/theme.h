/*
 * Themes: how the roles of texts look.  No theme carries meaning: what a role
 * means is in words and signs as well.  Nothing has a background but what is
 * selected, which is in reverse.
 */
#ifndef TUI_THEME_H
#define TUI_THEME_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "page/style.h"

/* Colours as terminals number them. */
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
	const char	*purpose;
	struct look	 looks[ROLE_COUNT];
};

/* The first is the default. */
extern const struct theme	themes[];
extern const size_t		themes_count;

/* The theme of this name, or NULL. */
const struct theme	*theme_find(const char *name);

/*
 * Changes how one role looks: "ROLE WORD...", as in "hit bold cyan".  False and
 * *err when it cannot be understood; then the theme is as it was.
 */
bool	 theme_change(struct theme *theme, const char *text, struct err *err)
	    MUST_CHECK;

/* A text with the names after it, "a, b and c.", owned by `ctx`. */
char	*theme_names(const void *ctx, const char *before);

#endif
