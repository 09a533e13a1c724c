/*
 * Styles: the meaning of a piece of text, not its appearance.  A theme turns
 * roles into attributes; roles only repeat what the words say.
 */
#ifndef PAGE_STYLE_H
#define PAGE_STYLE_H

#include <stdbool.h>

enum role {
	ROLE_TEXT,
	ROLE_TITLE,		/* title of the page */
	ROLE_HEADING,
	ROLE_LABEL,		/* label before a value */
	ROLE_KEY,		/* a key that can be pressed */
	ROLE_LINK,
	ROLE_HIT,		/* search term */
	ROLE_GRADE,		/* a level, verdict or direction */
	ROLE_FOR,		/* a grade that favours the treatment or
				   supports the claim */
	ROLE_AGAINST,		/* a grade against the treatment or claim */
	ROLE_MIXED,		/* a grade that is mixed, or in animals only */
	ROLE_WARNING,		/* a warning that must not be overlooked */
	ROLE_SELECTED,		/* the current row */
	ROLE_BAR,		/* top and bottom lines */
	ROLE_COUNT
};

/* The role of a verdict or direction by its id; ROLE_GRADE for most. */
enum role	 role_of_code(const char *id);

/* Whether printing without colour uses bold for it. */
bool	 role_is_strong(enum role role);

/* One letter for each role, for screen dumps. */
char	 role_letter(enum role role);

#endif
