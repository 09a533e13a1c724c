/*
 * The language of what was typed: the word list and the records are English, and
 * what is written in another script or only in words that neither of them has
 * is likely another language.
 */
#ifndef LIBRARY_TONGUE_H
#define LIBRARY_TONGUE_H

#include "library/library.h"

enum tongue {
	TONGUE_ENGLISH,
	TONGUE_UNSURE,		/* most words are in neither list nor records */
	TONGUE_OTHER		/* written in another script than Latin or Greek */
};

enum tongue	 library_tongue(struct library *library, const char *text);

/* What to say of it, without a full stop; NULL for English.  Static. */
const char	*tongue_remark(enum tongue tongue);

#endif
