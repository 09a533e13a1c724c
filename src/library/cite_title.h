/* The title of a reference, in the language of the work and in English. */
#ifndef LIBRARY_CITE_TITLE_H
#define LIBRARY_CITE_TITLE_H

#include "record/work.h"

struct cite_title {
	const char	*title;
	const char	*after;		/* "[Pain in the foot]", "[in Dutch]"; NULL:
					   nothing */
};

/*
 * The title as references print it, owned by `ctx` or the work: the original
 * title with the translation in brackets after it, if the record has both and
 * the original is in Latin letters (no program can transliterate it).  Where
 * the record has only a translation, it stays in brackets, or, if
 * `names_language`, the language follows in brackets.
 *
 * Sources: AMA 3.9.2; Chicago 13.101; Citing Medicine, box "Titles not in
 * English"; APA and Harvard print both titles in the same order.
 */
struct cite_title	 cite_title(const void *ctx, const struct work *work,
			    bool names_language);

/*
 * "Spanish" or "English, French" with `between` between them, owned by `ctx`;
 * NULL for English alone or if no language is known.
 */
char	*cite_languages(const void *ctx, const struct work *work,
	    const char *between);

#endif
