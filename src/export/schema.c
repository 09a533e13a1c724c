/* The JSON Schema of records printed by --format=json. */
#include "export/schema.h"

#include <assert.h>

#include "base/text.h"
#include "export/records.h"
#include "export/schema_commands.h"
#include "record/rectype.h"

static json_t	*object_of(const struct schema *schema);

static json_t *
enum_of(const struct codelist *list)
{
	json_t *ids = json_array();
	size_t i;

	for (i = 0; i < list->count; i++)
		(void)json_array_append_new(ids, json_string(list->at[i].id));
	return json_pack("{s:s, s:o}", "type", "string", "enum", ids);
}

static json_t *
scalar_of(const struct member *member)
{
	switch (member->type) {
	case VALUE_RECORD:
		return object_of(member->schema);
	case VALUE_CHOICE:
		return enum_of(member->choices);
	case VALUE_DIRECTION:
		return enum_of(&directions);
	case VALUE_INTEGER:
	case VALUE_YEAR:
	case VALUE_LEVEL:
		return json_pack("{s:s}", "type", "integer");
	case VALUE_NUMBER:
		return json_pack("{s:s}", "type", "number");
	case VALUE_URL:
		return json_pack("{s:s, s:s}", "type", "string", "format",
		    "uri");
	default:
		return json_pack("{s:s}", "type", "string");
	}
}

/* Values that are always printed are null if unknown. */
static json_t *
value_of(const struct member *member)
{
	json_t *one = scalar_of(member);

	if (member->many)
		return json_pack("{s:s, s:o}", "type", "array", "items", one);
	if (!(member->need & NEED_JSON))
		return one;
	return json_pack("{s:[o, {s:s}]}", "anyOf", one, "type", "null");
}

static json_t *
object_of(const struct schema *schema)
{
	json_t *properties = json_object(), *required = json_array();
	const struct member *m;

	for (m = schema->members; m < schema->members + schema->count; m++) {
		(void)json_object_set_new(properties, m->key, value_of(m));
		if (m->need & (NEED_JSON | NEED_XML | NEED_ID))
			(void)json_array_append_new(required,
			    json_string(m->key));
	}
	return json_pack("{s:s, s:o, s:o, s:b}", "type", "object",
	    "properties", properties, "required", required,
	    "additionalProperties", 0);
}

/* Output other than records: pages, and details of a search. */
static const char others[] =
    "{ \"pages\": { \"type\": \"array\","
    "    \"items\": { \"$ref\": \"#/$defs/page\" } },"
    "  \"summaries\": { \"type\": \"array\","
    "    \"items\": { \"$ref\": \"#/$defs/page\" } },"
    "  \"query\": { \"type\": \"string\" },"
    "  \"read-as\": { \"type\": \"string\" },"
    "  \"remark\": { \"type\": \"string\" },"
    "  \"total\": { \"type\": \"integer\" },"
    "  \"partial\": { \"type\": \"integer\" },"
    "  \"facets\": { \"type\": \"object\", \"additionalProperties\": {"
    "    \"type\": \"array\", \"items\": { \"type\": \"object\","
    "      \"properties\": { \"id\": { \"type\": \"string\" },"
    "        \"label\": { \"type\": \"string\" },"
    "        \"count\": { \"type\": \"integer\" } },"
    "      \"required\": [ \"id\", \"label\", \"count\" ],"
    "      \"additionalProperties\": false } } },"
    "  \"answer\": { \"anyOf\": [ { \"$ref\": \"#/$defs/answer\" },"
    "    { \"type\": \"null\" } ] } }";

static const char definitions[] =
    "{ \"page\": { \"type\": \"object\","
    "    \"properties\": { \"address\": { \"type\": \"string\" },"
    "      \"blocks\": { \"type\": \"array\", \"items\": {"
    "        \"anyOf\": [ { \"$ref\": \"#/$defs/text\" },"
    "          { \"$ref\": \"#/$defs/table\" } ] } } },"
    "    \"required\": [ \"address\", \"blocks\" ],"
    "    \"additionalProperties\": false },"
    "  \"text\": { \"type\": \"object\", \"properties\": {"
    "    \"kind\": { \"type\": \"string\", \"enum\": [ \"title\","
    "      \"heading\", \"paragraph\", \"row\", \"item\", \"line\" ] },"
    "    \"label\": { \"type\": \"string\" },"
    "    \"text\": { \"type\": \"string\" },"
    "    \"links\": { \"type\": \"array\", \"items\": {"
    "      \"type\": \"object\", \"properties\": {"
    "        \"text\": { \"type\": \"string\" },"
    "        \"address\": { \"type\": \"string\" } },"
    "      \"required\": [ \"text\", \"address\" ],"
    "      \"additionalProperties\": false } } },"
    "    \"required\": [ \"kind\", \"text\", \"links\" ],"
    "    \"additionalProperties\": false },"
    "  \"table\": { \"type\": \"object\", \"properties\": {"
    "    \"kind\": { \"const\": \"table\" },"
    "    \"columns\": { \"type\": \"array\","
    "      \"items\": { \"type\": \"string\" } },"
    "    \"rows\": { \"type\": \"array\", \"items\": {"
    "      \"type\": \"object\", \"properties\": {"
    "        \"head\": { \"type\": \"string\" },"
    "        \"cells\": { \"type\": \"array\","
    "          \"items\": { \"type\": \"string\" } } },"
    "      \"required\": [ \"head\", \"cells\" ],"
    "      \"additionalProperties\": false } } },"
    "    \"required\": [ \"kind\", \"columns\", \"rows\" ],"
    "    \"additionalProperties\": false },"
    "  \"answer\": { \"type\": \"object\", \"properties\": {"
    "    \"topic\": { \"type\": [ \"string\", \"null\" ] },"
    "    \"near-topic\": { \"type\": [ \"string\", \"null\" ] },"
    "    \"propositions\": { \"type\": \"array\", \"items\": {"
    "      \"type\": \"object\", \"properties\": {"
    "        \"id\": { \"type\": \"string\" },"
    "        \"verdict\": { \"type\": \"string\" },"
    "        \"relation\": { \"type\": \"string\" },"
    "        \"polarity\": { \"type\": \"string\" },"
    "        \"score\": { \"type\": \"number\" } },"
    "      \"required\": [ \"id\", \"verdict\", \"relation\", \"polarity\","
    "        \"score\" ], \"additionalProperties\": false } },"
    "    \"not-covered\": { \"type\": \"array\","
    "      \"items\": { \"type\": \"string\" } },"
    "    \"not-mentioned\": { \"type\": \"array\","
    "      \"items\": { \"type\": \"string\" } },"
    "    \"excluded\": { \"type\": [ \"string\", \"null\" ] },"
    "    \"terms\": { \"type\": \"array\","
    "      \"items\": { \"type\": \"string\" } } },"
    "    \"required\": [ \"topic\", \"near-topic\", \"propositions\","
    "      \"not-covered\", \"not-mentioned\", \"excluded\", \"terms\" ], "
    "\"additionalProperties\": false } }";

json_t *
schema_json(void)
{
	json_t *properties = json_object(), *more = json_loads(others, 0, NULL);
	json_t *defs = json_loads(definitions, 0, NULL);
	int i;

	assert(more != NULL && defs != NULL);
	schema_add_commands(defs);
	(void)json_object_set_new(properties, "format-version", json_pack(
	    "{s:i}", "const", EXPORT_FORMAT_VERSION));
	for (i = 0; i < RECTYPE_COUNT; i++)
		(void)json_object_set_new(properties,
		    rectype_plural((enum rectype)i), json_pack("{s:s, s:o}",
		    "type", "array", "items",
		    object_of(rectype_schema((enum rectype)i))));
	(void)json_object_update(properties, more);
	json_decref(more);
	return json_pack("{s:s, s:s, s:s, s:o, s:[s], s:b, s:o}", "$schema",
	    "https://json-schema.org/draft/2020-12/schema", "title",
	    "Records and pages as strigil prints them with --format=json",
	    "type", "object", "properties", properties, "required",
	    "format-version", "additionalProperties", 0, "$defs", defs);
}

bool
schema_has_key(const char *key)
{
	const struct schema *schema;
	const struct member *m;
	int i;

	for (i = 0; i < RECTYPE_COUNT; i++) {
		schema = rectype_schema((enum rectype)i);
		for (m = schema->members; m < schema->members + schema->count;
		    m++)
			if (text_same(m->key, key))
				return true;
	}
	return false;
}
