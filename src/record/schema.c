/* Schemas: tables of the members of records. */
#include "record/schema.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/text.h"

void *
record_new(const void *ctx, const struct schema *schema)
{
	assert(schema->size >= sizeof(struct record));
	return mem_zero(ctx, schema->size, 1);
}

static void *
slot(const void *record, const struct member *member)
{
	return (char *)(uintptr_t)record + member->offset;
}

const void *
record_value(const void *record, const struct member *member)
{
	assert(!member->many);
	return *(void **)slot(record, member);
}

const struct list *
record_list(const void *record, const struct member *member)
{
	assert(member->many);
	return slot(record, member);
}

void
record_store(void *record, const struct member *member, void *value)
{
	record_set(record, member, mem_move(record, value));
}

void
record_set(void *record, const struct member *member, void *value)
{
	assert(value != NULL);
	if (member->many)
		list_add(record, slot(record, member), value);
	else
		*(void **)slot(record, member) = value;
}

void
record_expect(void *record, const struct member *member, size_t count)
{
	struct list *list = slot(record, member);

	assert(member->many && list->count == 0 && count > 0);
	*list = (struct list){ .at = mem_array(record, void *, count),
	    .capacity = count };
}

static void *
value_copy(const void *ctx, const struct member *member, const void *value)
{
	return member->type == VALUE_RECORD ? record_copy(ctx, member->schema,
	    value) : mem_text(ctx, value);
}

void *
record_copy(const void *ctx, const struct schema *schema, const void *record)
{
	void *copy = record_new(ctx, schema);
	const struct member *m;
	const struct list *list;
	size_t i;

	for (m = schema->members; m < schema->members + schema->count; m++) {
		if (m->form == FORM_DERIVED)
			continue;
		list = m->many ? record_list(record, m) : NULL;
		for (i = 0; list != NULL && i < list->count; i++)
			record_set(copy, m, value_copy(copy, m, list_at(list,
			    i)));
		if (list == NULL && record_value(record, m) != NULL)
			record_set(copy, m, value_copy(copy, m, record_value(
			    record, m)));
	}
	return copy;
}

long
record_number(const char *s)
{
	return s == NULL ? 0 : strtol(s, NULL, 10);
}

void
record_clear(void *record, const struct member *member)
{
	if (member->many)
		*(struct list *)slot(record, member) = (struct list){
		    .at = NULL };
	else
		*(void **)slot(record, member) = NULL;
}

const struct member *
schema_member(const struct schema *schema, const char *name, enum form form)
{
	size_t i;

	assert(name != NULL);
	for (i = 0; i < schema->count; i++)
		if (schema->members[i].form == form &&
		    text_same(schema->members[i].name, name))
			return &schema->members[i];
	return NULL;
}

const struct member *
schema_content(const struct schema *schema)
{
	size_t i;

	assert(schema->members != NULL);
	for (i = 0; i < schema->count; i++)
		if (schema->members[i].form == FORM_CONTENT)
			return &schema->members[i];
	return NULL;
}

const char *
record_id(const struct schema *schema, const void *record)
{
	size_t i;

	for (i = 0; i < schema->count; i++)
		if (schema->members[i].need & NEED_ID)
			return record_value(record, &schema->members[i]);
	return NULL;
}

/* JSON. */

static bool
schema_is_counted(enum value_type type)
{
	return type == VALUE_INTEGER || type == VALUE_YEAR ||
	    type == VALUE_LEVEL;
}

/* Numbers keep their form: "2" is an integer, "2.0" is not. */
static json_t *
number_json(const char *text)
{
	double value;

	if (strchr(text, '.') == NULL)
		return json_integer(strtol(text, NULL, 10));
	return number_decimal(text, &value) ? json_real(value) : json_null();
}

static json_t *
value_json(const struct member *member, const void *value, bool derived)
{
	if (value == NULL)
		return json_null();
	if (member->type == VALUE_RECORD)
		return record_json(member->schema, value, derived);
	if (schema_is_counted(member->type) || member->type == VALUE_NUMBER)
		return number_json(value);
	return json_string(value);
}

static json_t *
list_json(const struct member *member, const struct list *list, bool derived)
{
	json_t *array = json_array();
	size_t i;

	for (i = 0; i < list->count; i++)
		(void)json_array_append_new(array, value_json(member,
		    list_at(list, i), derived));
	return array;
}

static bool
is_absent(const void *record, const struct member *member)
{
	return member->many ? record_list(record, member)->count == 0 :
	    record_value(record, member) == NULL;
}

json_t *
record_json(const struct schema *schema, const void *record, bool derived)
{
	json_t *object = json_object(), *value;
	const struct member *m;

	assert(record != NULL);
	for (m = schema->members; m < schema->members + schema->count; m++) {
		if (m->form == FORM_DERIVED && !derived)
			continue;
		if (is_absent(record, m) && !(m->need & NEED_JSON))
			continue;
		if (m->many)
			value = list_json(m, record_list(record, m), derived);
		else
			value = value_json(m, record_value(record, m),
			    derived);
		(void)json_object_set_new(object, m->key, value);
	}
	return object;
}
