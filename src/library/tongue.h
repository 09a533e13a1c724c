/*
 * The language of what was typed.  The word list and the records are English: a
 * text in another script, or with mostly words that neither of them has, is
 * probably in another language.
 */
#ifndef LIBRARY_TONGUE_H
#define LIBRARY_TONGUE_H

#include "library/library.h"

enum tongue {
	TONGUE_ENGLISH,
	TONGUE_UNSURE,		/* most words are in neither list nor records */
	TONGUE_OTHER		/* written in another script than Latin or Greek */
};

/* The language of a text; English where no word says otherwise. */
enum tongue	 library_tongue(struct library *library, const char *text);

/* What to say of it, without a full stop; NULL for English.  Static. */
const char	*tongue_remark(enum tongue tongue);

#endif
