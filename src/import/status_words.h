/*
 * Words for a status: recognises in titles, notes, abstracts and publication
 * types that a work was retracted, withdrawn or corrected, or that it is a
 * notice about such a work.
 */
#ifndef IMPORT_STATUS_WORDS_H
#define IMPORT_STATUS_WORDS_H

#include <stdbool.h>
#include <stddef.h>

enum status_place {
	STATUS_IN_TYPE = 1,
	STATUS_IN_NOTE = 2,
	STATUS_IN_TITLE = 4,
	STATUS_IN_TITLE_OF_TEXT = 8,	/* title of a work with an abstract */
	STATUS_IN_ABSTRACT = 16		/* its beginning */
};

struct status_said {
	const char	*kind;		/* id of notice_kinds, static; or
					   NULL */
	const char	*place;		/* place of the notice, in the text */
	size_t		 n;
	bool		 sentence;	/* the text says more than the status
					   alone */
};

/*
 * Whether a text contains a status; fills in *said, whose place points into the
 * text; its kind is NULL if there is no status.  A work on the subject of
 * retractions has no status: only the forms in the table count, at the start,
 * or in parentheses at the end of a title.
 */
bool	 status_said(const char *text, enum status_place place,
	    struct status_said *said);

/* The kind of notice that a publication type states, or NULL. */
const char	*status_of_type(const char *type);

#endif
