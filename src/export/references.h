/*
 * References: works in the formats that reference managers read.
 *
 * Sources: RIS as of the Research Information Systems specification (2011);
 * BibTeX as of "BibTeXing" (Patashnik 1988), in UTF-8 as biber and Zotero take
 * it; CSL-JSON as of the Citation Style Language 1.0.2 schema.  What is unknown
 * is left out.  RIS and BibTeX are rows of export/formats.h, which declares
 * their functions.
 */
#ifndef EXPORT_REFERENCES_H
#define EXPORT_REFERENCES_H

#include <jansson.h>

#include "record/work.h"

/* One item of a CSL-JSON list.  The caller owns it: json_decref(). */
json_t	*reference_csl(const struct work *work);

/*
 * The parts of the abstract with their labels in capitals, as one text owned by
 * `ctx`; NULL where there is none.
 */
char	*reference_abstract(const void *ctx, const struct work *work);

/* What was appraised, then the notes (char *) that came with it; of `ctx`. */
struct list	 reference_remarks(const void *ctx, const struct work *work);

/*
 * The notes (char *) that every program keeps: status first, then what was
 * appraised, then the notes that came with it.  Owned by `ctx`.
 */
struct list	 reference_notes(const void *ctx, const struct work *work);

/* Several texts (char *) as one, owned by `ctx`; NULL where there are none. */
char	*reference_joined(const void *ctx, const struct list *values,
	    const char *between);

/* "Family, Given, Suffix; ...", owned by `ctx`; NULL without people. */
char	*reference_people(const void *ctx, const struct list *people);

#endif
