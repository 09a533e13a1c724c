/* Writes records as XML elements, using the tables of the schemas. */
#include "record/element.h"

#include <assert.h>

#include "record/rectype.h"
#include "record/work.h"

static void
xml_add_escaped(const void *ctx, struct buf *out, const char *text)
{
	size_t n;

	for (; *text != '\0'; text += n) {
		n = strcspn(text, "&<>\"");
		buf_add(ctx, out, text, n);
		if (text[n] == '\0')
			return;
		buf_text(ctx, out, text[n] == '&' ? "&amp;" : text[n] == '<' ?
		    "&lt;" : text[n] == '>' ? "&gt;" : "&quot;");
		n++;
	}
}

/*
 * Adds a value.  Ids in XML have no colon: "hot:bath" of the bibliography hot
 * becomes "hot-bath".
 */
static void
xml_add_scalar(const void *ctx, struct buf *out, const struct member *member,
    const char *text)
{
	bool is_id = member->type == VALUE_ID ||
	    member->type == VALUE_DIRECTNESS || rectype_of_member(member) !=
	    RECTYPE_COUNT;
	const char *colon = is_id ? strchr(text, ':') : NULL;

	if (colon == NULL)
		xml_add_escaped(ctx, out, text);
	else
		buf_format(ctx, out, "%.*s-%s", (int)(colon - text), text,
		    colon + 1);
}

static void
xml_add_value(const void *ctx, struct buf *out, const struct member *member,
    const void *value, unsigned depth)
{
	if (member->type == VALUE_RECORD) {
		xml_add_record(ctx, out, member->name, member->schema, value,
		    depth);
		return;
	}
	buf_format(ctx, out, "%*s<%s>", (int)(2 * depth), "", member->name);
	xml_add_scalar(ctx, out, member, value);
	buf_format(ctx, out, "</%s>\n", member->name);
}

static void
xml_add_attributes(const void *ctx, struct buf *out,
    const struct schema *schema, const void *record)
{
	const struct member *member;
	size_t i;

	for (i = 0; i < schema->count; i++) {
		member = &schema->members[i];
		if (member->form != FORM_ATTRIBUTE || record_value(record,
		    member) == NULL)
			continue;
		buf_format(ctx, out, " %s=\"", member->name);
		xml_add_scalar(ctx, out, member, record_value(record, member));
		buf_text(ctx, out, "\"");
	}
}

void
xml_add_members(const void *ctx, struct buf *out, const struct schema *schema,
    const void *record, unsigned depth)
{
	const struct member *member;
	const struct list *list;
	size_t i, k;

	assert(record != NULL);
	for (i = 0; i < schema->count; i++) {
		member = &schema->members[i];
		if (member->form != FORM_ELEMENT)
			continue;
		list = member->many ? record_list(record, member) : NULL;
		for (k = 0; list != NULL && k < list->count; k++)
			xml_add_value(ctx, out, member, list_at(list, k),
			    depth);
		if (list == NULL && record_value(record, member) != NULL)
			xml_add_value(ctx, out, member, record_value(record,
			    member), depth);
	}
}

void
xml_add_record(const void *ctx, struct buf *out, const char *name,
    const struct schema *schema, const void *record, unsigned depth)
{
	const struct member *member = schema_content(schema);
	struct buf inside = { .data = NULL };
	const char *content;

	assert(name != NULL && record != NULL);
	content = member == NULL ? NULL : record_value(record, member);
	xml_add_members(ctx, &inside, schema, record, depth + 1);
	buf_format(ctx, out, "%*s<%s", (int)(2 * depth), "", name);
	xml_add_attributes(ctx, out, schema, record);
	if (content != NULL) {
		buf_text(ctx, out, ">");
		xml_add_scalar(ctx, out, member, content);
		buf_format(ctx, out, "</%s>\n", name);
	} else if (inside.data == NULL) {
		buf_text(ctx, out, "/>\n");
	} else {
		buf_format(ctx, out, ">\n%s%*s</%s>\n", inside.data,
		    (int)(2 * depth), "", name);
	}
}
