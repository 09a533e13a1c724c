/*
 * References: which work of the bibliography a reference describes, in
 * whatever style it is written (AMA, APA, Vancouver, RIS, BibTeX, a title, a
 * journal with volume and page), and which of its details are wrong.
 *
 * No style is parsed.  The works that share its rarest words are candidates;
 * each is looked for in the text, detail by detail.
 */
#ifndef SEARCH_REFERENCE_H
#define SEARCH_REFERENCE_H

#include "record/work.h"
#include "search/open.h"

enum { REFERENCE_BYTES_MAX = 8192 };	/* more is not one reference */

struct reference_found {
	const struct work	*work;
	bool			 identified;	/* by an identifier in the text */
	struct list		 wrong;		/* what differs: "year: 2007, not 2011" */
};

/*
 * The work that a text describes, owned by `ctx`; NULL when it describes none
 * that is held, or not clearly.
 */
struct reference_found	*reference_find(const void *ctx, struct searcher *se,
			    const char *text, size_t n);

/*
 * Whether a text may be a reference or a title rather than words to search
 * for: it is worth asking reference_find().
 */
bool	 reference_is_likely(const char *text, size_t n);

#endif
