/* What changed between two states of a bibliography, as JSON. */
#ifndef EXPORT_CHANGES_H
#define EXPORT_CHANGES_H

#include <jansson.h>

#include "page/changes.h"

/*
 * Returns { "format-version", "same", "old" and "new": { "title", "version" },
 * "added", "removed", "changed", "edited": [ { "address", "name", "facts": [ {
 * "what", "before", "after" } ], "keys": [ key ] } ] }; the caller owns it:
 * json_decref().
 */
json_t	*changes_json(const struct snapshot *old, const struct snapshot *now,
	    const struct list *changes);

#endif
