/* Entries: lists and notes as sequences of parts. */
#include "library/entries.h"

#include "base/text.h"
#include "record/serialize.h"
#include "record/value.h"

bool
entries_are_same(const struct schema *schema, const void *a, const void *b)
{
	struct buf one = { .data = NULL }, other = { .data = NULL };
	void *scratch;
	bool same;

	if (a == NULL || b == NULL)
		return a == b;
	scratch = mem_context(NULL);
	record_pack(scratch, schema, a, &one);
	record_pack(scratch, schema, b, &other);
	same = one.len == other.len && memcmp(one.data, other.data, one.len) ==
	    0;
	mem_free(scratch);
	return same;
}

static void
entries_add(const void *ctx, struct list *entries,
    const struct schema *schema, const void *record)
{
	struct entry_part *part = mem_new(ctx, struct entry_part);

	part->schema = schema;
	part->record = record_copy(part, schema, record);
	list_add(ctx, entries, part);
}

/* Adds a section's heading, then its items. */
static void
entries_add_section(const void *ctx, struct list *entries,
    const struct reading_section *section)
{
	struct reading_section head = *section;
	size_t i;

	head.items = (struct list){ .at = NULL };
	entries_add(ctx, entries, &reading_section_schema, &head);
	for (i = 0; i < section->items.count; i++)
		entries_add(ctx, entries, &reading_item_schema,
		    list_at(&section->items, i));
}

struct list
entries_of(const void *ctx, const struct schema *schema, const void *record)
{
	struct list entries = { .at = NULL };
	const struct member *member;
	const struct list *parts;
	size_t i;

	for (member = schema->members; member < schema->members +
	    schema->count; member++) {
		if (member->type != VALUE_RECORD || !member->many)
			continue;
		parts = record_list(record, member);
		for (i = 0; i < parts->count; i++)
			if (member->schema == &reading_section_schema)
				entries_add_section(ctx, &entries,
				    list_at(parts, i));
			else
				entries_add(ctx, &entries, member->schema,
				    list_at(parts, i));
	}
	return entries;
}

/* The member of `schema` whose values are records of the schema `part`. */
static const struct member *
member_of_parts(const struct schema *schema, const struct schema *part)
{
	const struct member *member;

	for (member = schema->members; member < schema->members +
	    schema->count; member++)
		if (member->type == VALUE_RECORD && member->schema == part)
			return member;
	return NULL;
}

static void
entries_clear(const struct schema *schema, void *record)
{
	const struct member *member;

	for (member = schema->members; member < schema->members +
	    schema->count; member++)
		if (member->type == VALUE_RECORD && member->many)
			record_clear(record, member);
}

void
entries_put(const struct schema *schema, void *record,
    const struct list *entries)
{
	const struct entry_part *part;
	void *copy, *section = NULL;
	bool inside;
	size_t i;

	entries_clear(schema, record);
	for (i = 0; i < entries->count; i++) {
		part = list_at(entries, i);
		copy = record_copy(record, part->schema, part->record);
		inside = section != NULL && part->schema ==
		    &reading_item_schema;
		record_store(inside ? section : record, member_of_parts(inside
		    ? &reading_section_schema : schema, part->schema), copy);
		if (part->schema == &reading_section_schema)
			section = copy;
	}
}

char *
entry_key(const void *ctx, const struct entry_part *part)
{
	const struct member *first = part->schema->members;
	const struct member *owner = schema_member(part->schema,
	    "bibliography", FORM_ATTRIBUTE);
	const struct member *kind = schema_member(part->schema, "kind",
	    FORM_ATTRIBUTE);
	const char *name, *of;

	if (part->schema == &reading_section_schema)
		first = schema_member(part->schema, "title", FORM_ELEMENT);
	name = owner == NULL ? NULL : record_value(part->record, owner);
	of = kind == NULL ? NULL : record_value(part->record, kind);
	return mem_format(ctx, "%s %s %s %s", part->schema->name, name == NULL
	    ? "" : name, of == NULL ? "" : of, (const char *)record_value(
	    part->record, first));
}

/* Differences. */

/*
 * Adds the keys (char *) of the parts that are missing or different in the
 * other list.
 */
static void
add_changed_keys(const void *ctx, const struct list *one,
    const struct list *other, struct list *keys)
{
	const struct entry_part *part, *twin;
	size_t i, k;
	char *key;

	for (i = 0; i < one->count; i++) {
		part = list_at(one, i);
		key = entry_key(ctx, part);
		for (k = 0; k < other->count; k++) {
			twin = list_at(other, k);
			if (part->schema == twin->schema && entries_are_same(
			    part->schema, part->record, twin->record))
				break;
		}
		if (k == other->count && !list_holds(keys, key))
			list_add(ctx, keys, key);
	}
}

void *
entries_difference(const void *ctx, const struct schema *schema,
    const void *record, const void *other)
{
	void *scratch = mem_context(NULL);
	void *to = record_copy(ctx, schema, record == NULL ? other : record);
	struct list one = { .at = NULL }, two = { .at = NULL };
	struct list keys = { .at = NULL }, left = { .at = NULL };
	size_t i;

	if (record != NULL)
		one = entries_of(scratch, schema, record);
	if (other != NULL)
		two = entries_of(scratch, schema, other);
	add_changed_keys(scratch, &one, &two, &keys);
	add_changed_keys(scratch, &two, &one, &keys);
	for (i = 0; i < one.count; i++)
		if (list_holds(&keys, entry_key(scratch, list_at(&one, i))))
			list_add(scratch, &left, list_at(&one, i));
	entries_put(schema, to, &left);
	mem_free(scratch);
	return to;
}

static char *
problem_of_value(const void *ctx, const struct member *member,
    const char *value)
{
	if (!text_same(value, text_clean(ctx, value, strlen(value))))
		return mem_format(ctx, "%s contains characters that are not "
		    "allowed",
		    member->name);
	return value_problem(ctx, member, value);
}

static char *
problem_of_member(const void *ctx, const struct schema *schema,
    const struct member *member, const void *record)
{
	const struct list *list = member->many ? record_list(record, member) :
	    NULL;
	const void *value = list == NULL ? record_value(record, member) :
	    NULL;
	char *problem = NULL;
	size_t i;

	if (list == NULL && value == NULL)
		return member->need & NEED_XML ? mem_format(ctx, "<%s> has no "
		    "%s", schema->name, member->name) : NULL;
	for (i = 0; problem == NULL && i < (list == NULL ? 1 : list->count);
	    i++) {
		if (list != NULL)
			value = list_at(list, i);
		problem = member->type == VALUE_RECORD ? entries_problem(ctx,
		    member->schema, value) : problem_of_value(ctx, member,
		    value);
	}
	return problem;
}

char *
entries_problem(const void *ctx, const struct schema *schema,
    const void *record)
{
	enum { BYTES_MAX = 3 << 20 };	/* less than the limit for reading */
	void *scratch = mem_context(NULL);
	struct buf bytes = { .data = NULL };
	char *problem = NULL;
	size_t i;

	for (i = 0; problem == NULL && i < schema->count; i++)
		problem = problem_of_member(scratch, schema, &schema->members[i],
		    record);
	if (problem == NULL)
		record_pack(scratch, schema, record, &bytes);
	if (problem == NULL && bytes.len > BYTES_MAX)
		problem = mem_format(ctx, "<%s> is longer than 3 megabytes",
		    schema->name);
	else if (problem != NULL)
		(void)mem_move(ctx, problem);
	mem_free(scratch);
	return problem;
}
