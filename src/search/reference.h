/*
 * References: finds the work that a reference describes, in any style (AMA,
 * APA, Vancouver, RIS, BibTeX, a title, a journal with volume and page), and
 * which of its details are wrong.
 *
 * No style is parsed.  The works that share its rarest words are candidates;
 * their details are then compared with the text.
 */
#ifndef SEARCH_REFERENCE_H
#define SEARCH_REFERENCE_H

#include "record/work.h"
#include "search/open.h"

enum { REFERENCE_BYTES_MAX = 8192 };	/* bytes; a longer text is not a
					   reference */

struct reference_found {
	const struct work	*work;
	bool			 identified;	/* by an identifier in the
						   text */
	struct list		 wrong;		/* differences: "year: 2007, not
						   2011" */
};

/*
 * The work that a text describes, owned by `ctx`; NULL if it clearly describes
 * no work in the bibliography.
 */
struct reference_found	*reference_find(const void *ctx, struct searcher *se,
			    const char *text, size_t n);

/*
 * Whether a text may be a reference or a title rather than search words, so
 * that reference_find() is worth calling.
 */
bool	 reference_is_likely(const char *text, size_t n);

#endif
