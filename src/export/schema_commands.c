/*
 * The JSON Schema of command output other than records and pages: under $defs,
 * by the name of each command.
 */
#include "export/schema_commands.h"

#include <string.h>

#include "base/text.h"
#include "export/records.h"

/*
 * Keys of objects, one row each.  A type is "string", "integer", "number",
 * "boolean" or "version"; values separated by "|"; or another object.  "[]"
 * after it: a list of these; "?": may be null; "-" before it: the key may be
 * missing.  "*": all other keys, which are ids.
 */
static const struct {
	const char	*object;
	const char	*key;
	const char	*type;
} keys[] = {
	{ "ask", "query", "string" },
	{ "ask", "answer", "answer" },
	{ "ask", "works", "ask-work[]" },
	{ "ask", "claims", "ask-claim[]" },
	{ "ask-work", "id", "string" },
	{ "ask-work", "why", "string?" },
	{ "ask-claim", "id", "string" },

	{ "trace", "covered", "boolean" },
	{ "trace", "claims", "integer" },
	{ "trace", "sentences", "trace-sentence[]" },
	{ "trace-sentence", "sentence", "string" },
	{ "trace-sentence", "start", "integer" },
	{ "trace-sentence", "end", "integer" },
	{ "trace-sentence", "claims", "trace-claim[]" },
	{ "trace-claim", "proposition", "string" },
	{ "trace-claim", "verdict", "string?" },
	{ "trace-claim", "score", "number" },
	{ "trace-claim", "relation", "same|near" },
	{ "trace-claim", "polarity", "asserted|denied" },
	{ "trace-claim", "hedge", "string" },

	{ "refs", "format-version", "version" },
	{ "refs", "references", "refs-reference[]" },
	{ "refs", "found", "integer" },
	{ "refs", "differs", "integer" },
	{ "refs", "not-held", "integer" },
	{ "refs", "warned", "integer" },
	{ "refs-reference", "text", "string" },
	{ "refs-reference", "status", "string" },
	{ "refs-reference", "work", "-string" },
	{ "refs-reference", "level", "-integer?" },
	{ "refs-reference", "differs", "-string[]" },
	{ "refs-reference", "remarks", "-string[]" },

	{ "check", "format-version", "version" },
	{ "check", "problems", "check-problem[]" },
	{ "check", "errors", "integer" },
	{ "check", "warnings", "integer" },
	{ "check-problem", "file", "string" },
	{ "check-problem", "line", "integer" },
	{ "check-problem", "column", "integer" },
	{ "check-problem", "severity", "error|warning" },
	{ "check-problem", "text", "string" },

	{ "diff", "format-version", "version" },
	{ "diff", "same", "boolean" },
	{ "diff", "old", "diff-state" },
	{ "diff", "new", "diff-state" },
	{ "diff", "added", "diff-change[]" },
	{ "diff", "removed", "diff-change[]" },
	{ "diff", "changed", "diff-change[]" },
	{ "diff", "edited", "diff-change[]" },
	{ "diff-state", "title", "string" },
	{ "diff-state", "version", "string?" },
	{ "diff-state", "left-out", "integer" },
	{ "diff-change", "address", "string" },
	{ "diff-change", "name", "string" },
	{ "diff-change", "facts", "-diff-fact[]" },
	{ "diff-change", "keys", "-string[]" },
	{ "diff-fact", "what", "string" },
	{ "diff-fact", "before", "string?" },
	{ "diff-fact", "after", "string?" },

	{ "map", "format-version", "version" },
	{ "map", "query", "string" },
	{ "map", "total", "integer" },
	{ "map", "row-field", "string" },
	{ "map", "column-field", "string" },
	{ "map", "columns", "map-column[]" },
	{ "map", "rows", "map-row[]" },
	{ "map-column", "id", "string" },
	{ "map-column", "label", "string" },
	{ "map-column", "works", "integer" },
	{ "map-column", "depth", "integer" },
	{ "map-row", "id", "string" },
	{ "map-row", "label", "string" },
	{ "map-row", "works", "integer" },
	{ "map-row", "depth", "integer" },
	{ "map-row", "cells", "map-cell[]" },
	{ "map-cell", "column", "string" },
	{ "map-cell", "works", "integer" },
	{ "map-cell", "best", "string" },
	{ "map-cell", "meaning", "string?" },

	{ "terms", "format-version", "version" },
	{ "terms", "terms", "terms-row[]" },
	{ "terms-row", "id", "string" },
	{ "terms-row", "facet", "string" },
	{ "terms-row", "label", "string" },
	{ "terms-row", "synonyms", "string[]" },
	{ "terms-row", "works", "integer" },
	{ "terms-row", "claims", "integer" },
	{ "terms-row", "people", "integer" },
	{ "terms-row", "animals", "integer" },
	{ "terms-row", "cells", "integer" },
	{ "terms-row", "broader", "string?" },

	{ "compare", "format-version", "version" },
	{ "compare", "compared", "string[]" },
	{ "compare", "rows", "compare-row[]" },
	{ "compare-row", "point", "string" },
	{ "compare-row", "*", "string" },

	{ "bibliographies", "format-version", "version" },
	{ "bibliographies", "bibliographies", "bibliography[]" },
	{ "bibliography", "name", "string" },
	{ "bibliography", "title", "string" },
	{ "bibliography", "path", "string" },
	{ "bibliography", "left-out", "boolean" },
};

static json_t *
values_of(const char *type)
{
	json_t *values = json_array();
	size_t n;

	for (; *type != '\0'; type += n + (type[n] == '|')) {
		n = strcspn(type, "|");
		(void)json_array_append_new(values, json_stringn(type, n));
	}
	return json_pack("{s:s, s:o}", "type", "string", "enum", values);
}

static json_t *
type_of(const char *type)
{
	static const char *const simple[] = { "string", "integer", "number",
	    "boolean" };
	size_t n = strlen(type), i;
	char *inner = mem_text_n(NULL, type, n - (n > 2 && type[n - 1] == ']' ?
	    2 : type[n - 1] == '?'));
	json_t *of = NULL;

	if (type[n - 1] == ']')
		of = json_pack("{s:s, s:o}", "type", "array", "items",
		    type_of(inner));
	else if (type[n - 1] == '?')
		of = json_pack("{s:[o, {s:s}]}", "anyOf", type_of(inner),
		    "type", "null");
	else if (strchr(type, '|') != NULL)
		of = values_of(type);
	else if (text_same(type, "version"))
		of = json_pack("{s:i}", "const", EXPORT_FORMAT_VERSION);
	for (i = 0; of == NULL && i < COUNT(simple); i++)
		if (text_same(type, simple[i]))
			of = json_pack("{s:s}", "type", type);
	mem_free(inner);
	return of != NULL ? of : json_pack("{s:s++}", "$ref", "#/$defs/",
	    type, "");
}

void
schema_add_commands(json_t *definitions)
{
	json_t *object;
	const char *type;
	size_t i;

	for (i = 0; i < COUNT(keys); i++) {
		object = json_object_get(definitions, keys[i].object);
		if (object == NULL) {
			object = json_pack("{s:s, s:{}, s:[], s:b}", "type",
			    "object", "properties", "required",
			    "additionalProperties", 0);
			(void)json_object_set_new(definitions, keys[i].object,
			    object);
		}
		type = keys[i].type + (keys[i].type[0] == '-');
		if (text_same(keys[i].key, "*")) {
			(void)json_object_set_new(object,
			    "additionalProperties", type_of(type));
			continue;
		}
		(void)json_object_set_new(json_object_get(object,
		    "properties"), keys[i].key, type_of(type));
		if (type == keys[i].type)
			(void)json_array_append_new(json_object_get(object,
			    "required"), json_string(keys[i].key));
	}
}
