/*
 * References: works in the formats of reference managers.
 *
 * Sources: RIS from the Research Information Systems specification (2011);
 * BibTeX from "BibTeXing" (Patashnik 1988), in UTF-8 as biber and Zotero accept
 * it; CSL-JSON from the Citation Style Language 1.0.2 schema.  Unknown values
 * are omitted.  RIS and BibTeX are rows of export/formats.h, which declares
 * their functions.
 */
#ifndef EXPORT_REFERENCES_H
#define EXPORT_REFERENCES_H

#include <jansson.h>

#include "record/work.h"

/* One item of a CSL-JSON list.  The caller owns it: json_decref(). */
json_t	*reference_csl(const struct work *work);

/*
 * The parts of the abstract with labels in capitals, as one text owned by
 * `ctx`; NULL if there is none.
 */
char	*reference_abstract(const void *ctx, const struct work *work);

/* The appraisal, then the notes (char *) from the source; owned by `ctx`. */
struct list	 reference_remarks(const void *ctx, const struct work *work);

/*
 * The notes (char *) that every program keeps: status, appraisal, then the
 * notes from the source.  Owned by `ctx`.
 */
struct list	 reference_notes(const void *ctx, const struct work *work);

/* Joins texts (char *), owned by `ctx`; NULL if there are none. */
char	*reference_joined(const void *ctx, const struct list *values,
	    const char *between);

/*
 * "Family, Given, Suffix; ...", owned by `ctx`; NULL if there are no people.  A
 * group is in quotation marks, since its name may have commas or semicolons.
 */
char	*reference_people(const void *ctx, const struct list *people);

/*
 * The name of a group for programs that take a comma for the end of a family
 * name, owned by `ctx`: with a comma at its end or, if it contains commas, with
 * the first one doubled, as EndNote requires.
 */
char	*reference_group(const void *ctx, const char *name);

#endif
