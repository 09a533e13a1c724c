/* The JSON Schema of what --format=json prints of records. */
#ifndef EXPORT_SCHEMA_H
#define EXPORT_SCHEMA_H

#include <stdbool.h>

#include <jansson.h>

/*
 * A schema (JSON Schema, draft 2020-12) made from the tables of members: the
 * object has a list for each type of record, and what pages and searches add.
 * What ask, trace, refs, check, diff and bibliographies print is under $defs by
 * these names.
 * The caller owns it: json_decref().
 */
json_t	*schema_json(void);

/* Adds what commands print that is not records or pages to $defs. */
void	 schema_add_commands(json_t *definitions);

/* Whether records of some type have a member of this key. */
bool	 schema_has_key(const char *key);

#endif
