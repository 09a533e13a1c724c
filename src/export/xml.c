/*
 * strigil's own XML, strigil-bibliography(5): every member that is written in
 * XML, by the tables of the schemas.  What an import found of a level is left
 * out: it follows from the design, and its reason is not an appraiser's.
 */
#include "export/records.h"

#include "base/text.h"
#include "record/rectype.h"

#define SPACE	"urn:strigil:bibliography:2"

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

static bool
xml_is_left_out(const struct member *member, bool imported)
{
	return imported && (text_same(member->name, "level") ||
	    text_same(member->name, "level-reason"));
}

static void	add_record(const void *ctx, struct buf *out, const char *name,
		    const struct schema *schema, const void *record,
		    unsigned depth, bool imported);

static void
xml_add_value(const void *ctx, struct buf *out, const struct member *member,
    const void *value, unsigned depth)
{
	if (member->type == VALUE_RECORD) {
		add_record(ctx, out, member->name, member->schema, value,
		    depth, false);
		return;
	}
	buf_format(ctx, out, "%*s<%s>", (int)(2 * depth), "", member->name);
	xml_add_escaped(ctx, out, value);
	buf_format(ctx, out, "</%s>\n", member->name);
}

static const void *
value_at(const struct member *member, const void *record)
{
	return *(const void *const *)(const void *)((const char *)record +
	    member->offset);
}

static void
add_attributes(const void *ctx, struct buf *out, const struct schema *schema,
    const void *record)
{
	const struct member *member;
	size_t i;

	for (i = 0; i < schema->count; i++) {
		member = &schema->members[i];
		if (member->form != FORM_ATTRIBUTE || value_at(member, record)
		    == NULL)
			continue;
		buf_format(ctx, out, " %s=\"", member->name);
		xml_add_escaped(ctx, out, value_at(member, record));
		buf_text(ctx, out, "\"");
	}
}

/* The members inside the element; returns whether there were any. */
static void
xml_add_members(const void *ctx, struct buf *out, const struct schema *schema,
    const void *record, unsigned depth, bool imported)
{
	const struct member *member;
	const struct list *list;
	size_t i, k;

	for (i = 0; i < schema->count; i++) {
		member = &schema->members[i];
		if (member->form != FORM_ELEMENT ||
		    xml_is_left_out(member, imported))
			continue;
		list = (const void *)((const char *)record + member->offset);
		for (k = 0; member->many && k < list->count; k++)
			xml_add_value(ctx, out, member, list->at[k], depth);
		if (!member->many && value_at(member, record) != NULL)
			xml_add_value(ctx, out, member, value_at(member,
			    record), depth);
	}
}

static void
add_record(const void *ctx, struct buf *out, const char *name,
    const struct schema *schema, const void *record, unsigned depth,
    bool imported)
{
	struct buf inside = { .data = NULL };
	const char *content = NULL;
	size_t i;

	for (i = 0; i < schema->count; i++)
		if (schema->members[i].form == FORM_CONTENT)
			content = value_at(&schema->members[i], record);
	xml_add_members(ctx, &inside, schema, record, depth + 1, imported);
	buf_format(ctx, out, "%*s<%s", (int)(2 * depth), "", name);
	add_attributes(ctx, out, schema, record);
	if (content != NULL) {
		buf_text(ctx, out, ">");
		xml_add_escaped(ctx, out, content);
		buf_format(ctx, out, "</%s>\n", name);
	} else if (inside.data == NULL) {
		buf_text(ctx, out, "/>\n");
	} else {
		buf_format(ctx, out, ">\n%s%*s</%s>\n", inside.data,
		    (int)(2 * depth), "", name);
	}
}

size_t
export_all_xml(const struct export_source *source,
    const struct export_target *target)
{
	size_t n = export_count(source), written = 0, i;
	struct buf out;
	void *scratch;
	const struct work *work;

	export_text(target, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<bibliography xmlns=\"" SPACE "\">\n");
	for (i = 0; i < n; i++) {
		if (export_type(source, i) != RECTYPE_WORK)
			continue;
		scratch = mem_context(NULL);
		work = export_record(source, scratch, i, false);
		out = (struct buf){ .data = NULL };
		if (work != NULL) {
			add_record(scratch, &out, "work", &work_schema, work,
			    1, work->imported != NULL);
			export_text(target, buf_string(&out));
			written++;
		}
		mem_free(scratch);
	}
	export_text(target, "</bibliography>\n");
	return written;
}
