/* Words of a reference that depend on what kind of work it is. */
#ifndef LIBRARY_CITE_WORDS_H
#define LIBRARY_CITE_WORDS_H

#include "record/work.h"

/*
 * "2nd" from "2", "2nd", "2nd ed." or "Second edition", owned by `ctx`; NULL for
 * the first edition and for none.
 */
char	*cite_edition(const void *ctx, const char *text);

/*
 * What a thesis is called: the publication type that says so, "PhD thesis", or
 * "Thesis"; borrowed.  NULL for other works.
 */
const char	*cite_thesis(const struct work *work);

/* Whether a work is a preprint, and not in a volume or issue of a journal. */
bool	 cite_is_preprint(const struct work *work);

/*
 * Whether pages are an article number: "e0216201", "CD000001" or "n71", but not
 * "S12", "E266" or "xii", which are pages.
 */
bool	 cite_is_article_number(const char *pages);

/* The month of publication, if in the year of the reference; NULL if unknown. */
const char	*cite_month(const struct work *work);

/* "April 7, 2020" or "2020 Apr 7", as far as known, owned by `ctx`; "": unknown. */
const char	*cite_date_american(const void *ctx, const struct work *work);
const char	*cite_date_short(const void *ctx, const struct work *work);

#endif
