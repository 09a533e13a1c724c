/* Documents as JSON, for programs that need pages other than records. */
#ifndef EXPORT_JSON_H
#define EXPORT_JSON_H

#include <jansson.h>

#include "page/doc.h"

/*
 * Returns { "address", "blocks": [ { "kind", "label", "text", "links" } ] };
 * tables have "columns" and "rows" of { "head", "cells" }.  The caller owns it:
 * json_decref().
 */
json_t	*doc_json(const struct doc *doc);

/* A list of texts (char *) as an array of strings; owned by the caller. */
json_t	*texts_json(const struct list *texts);

#endif
