/*
 * Reference lists: splits a text into its references.
 *
 * RIS, NBIB and BibTeX are split by record; other texts by paragraph if these
 * are separated and have several lines, otherwise by line.  A piece with
 * several identifiers is split after each.  In running text that cites by
 * author and year ("Lee et al. (2016) found", "(Lee & Kim, 2016)"), each
 * citation and each identifier is a piece.
 */
#ifndef PAGE_REFERENCE_LIST_H
#define PAGE_REFERENCE_LIST_H

#include "page/running_text.h"

/* The references (struct reference_text) of a text, in order, owned by `ctx`. */
struct list	 reference_list_split(const void *ctx, const char *text);

/*
 * Whether a piece looks like a reference: it has an identifier, or a year among
 * enough words or after a name.  Headings and remarks do not.
 */
bool	 reference_list_is_one(const char *text);

#endif
