/*
 * Styles: what a piece of text is, not how it looks.  A theme turns roles
 * into attributes; they only repeat what words say.
 */
#ifndef PAGE_STYLE_H
#define PAGE_STYLE_H

#include <stdbool.h>

enum role {
	ROLE_TEXT,
	ROLE_TITLE,		/* of the page */
	ROLE_HEADING,
	ROLE_LABEL,		/* in front of a value */
	ROLE_KEY,		/* a key to press */
	ROLE_LINK,
	ROLE_HIT,		/* what a search found */
	ROLE_GRADE,		/* a level, verdict or direction */
	ROLE_FOR,		/* ... for what was studied or claimed */
	ROLE_AGAINST,		/* ... against it */
	ROLE_MIXED,		/* ... both, or in animals only */
	ROLE_WARNING,		/* what must not be overlooked */
	ROLE_SELECTED,		/* the row at hand */
	ROLE_BAR,		/* the lines at top and bottom */
	ROLE_COUNT
};

/* The role of a verdict or direction by its id; ROLE_GRADE for most. */
enum role	 role_of_code(const char *id);

/* Whether prints without colour set it off in bold. */
bool	 role_is_strong(enum role role);

/* One letter for each role, for dumps of screens. */
char	 role_letter(enum role role);

#endif
