/*
 * Reference lists: a text cut into its references.
 *
 * RIS, NBIB and BibTeX by their records, other texts by paragraph where those
 * are set apart and have several lines, otherwise by line.  A piece with
 * several identifiers is cut after each of them.
 */
#ifndef PAGE_REFERENCE_LIST_H
#define PAGE_REFERENCE_LIST_H

#include "base/mem.h"

/* The references (char *, cleaned) of a text, in order, owned by `ctx`. */
struct list	 reference_list_split(const void *ctx, const char *text);

/*
 * Whether a piece is meant as a reference: it has an identifier, or a year
 * among enough words.  A heading or a remark is not.
 */
bool	 reference_list_is_one(const char *text);

#endif
