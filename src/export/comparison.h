/* The table of a comparison, as rows. */
#ifndef EXPORT_COMPARISON_H
#define EXPORT_COMPARISON_H

#include <jansson.h>

#include "page/doc.h"

/*
 * Returns { "format-version", "compared": [ addresses ], "rows": [ { "point",
 * ID: text, ID: text ... } ] }: the points of a page of the kind "compare",
 * each with its text for each work or topic.  The caller owns it:
 * json_decref().
 */
json_t	*comparison_json(const struct doc *doc);

#endif
