/*
 * Words for a status: how databases, publishers and reference managers write in
 * titles, notes, abstracts and publication types that a work was retracted,
 * withdrawn or corrected, or that it is such a notice.
 */
#ifndef IMPORT_STATUS_WORDS_H
#define IMPORT_STATUS_WORDS_H

#include <stdbool.h>
#include <stddef.h>

enum status_place {
	STATUS_IN_TYPE = 1,
	STATUS_IN_NOTE = 2,
	STATUS_IN_TITLE = 4,
	STATUS_IN_TITLE_OF_TEXT = 8,	/* of a work with an abstract */
	STATUS_IN_ABSTRACT = 16		/* its beginning */
};

struct status_said {
	const char	*kind;		/* of notice_kinds, static; or NULL */
	const char	*place;		/* where the notice is, of the text */
	size_t		 n;
	bool		 sentence;	/* which says more than that */
};

/*
 * Whether a text says so.  A work that is about retractions does not: only the
 * forms of the table count, at the beginning, and in parentheses at the end of
 * a title.
 */
bool	 status_said(const char *text, enum status_place place,
	    struct status_said *said);

/* The same of a publication type: the kind, or NULL. */
const char	*status_of_type(const char *type);

#endif
