/* Documents as JSON: for programs, where a page is not a single record. */
#ifndef EXPORT_JSON_H
#define EXPORT_JSON_H

#include <jansson.h>

#include "page/doc.h"

/*
 * { "address", "blocks": [ { "kind", "label", "text", "links" } ] }; of a
 * table "columns" and "rows" of { "head", "cells" }.  The caller owns it:
 * json_decref().
 */
json_t	*doc_json(const struct doc *doc);

#endif
