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

#endif
