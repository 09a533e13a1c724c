/* The JSON Schema of records printed by --format=json. */
#ifndef EXPORT_SCHEMA_H
#define EXPORT_SCHEMA_H

#include <stdbool.h>

#include <jansson.h>

/*
 * A schema (JSON Schema, draft 2020-12) made from the tables of members: an
 * object with a list for each record type, and the additions of pages and
 * searches.  The output of ask, trace, refs, check, diff, map, terms and
 * bibliographies is under $defs by these names.  The caller owns it:
 * json_decref().
 */
json_t	*schema_json(void);

/* Whether records of some type have a member with this key. */
bool	 schema_has_key(const char *key);

#endif
