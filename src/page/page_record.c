/* Any record, member by member, as its schema has it. */
#include "page/page_record.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "page/makers.h"
#include "page/wording.h"

/* "smallest_difference" as "Smallest difference". */
static char *
record_name_of(const void *ctx, const struct member *member)
{
	char *name = mem_text(ctx, member->key), *p;

	for (p = name; *p != '\0'; p++)
		if (*p == '_')
			*p = ' ';
	name[0] = (char)toupper((unsigned char)name[0]);
	return name;
}

/* What a page calls a record, or its id where there is no such record. */
static const char *
words_for_record(struct doc *doc, struct library *library, enum rectype type,
    const char *id)
{
	const void *record = type == RECTYPE_TERM ? NULL :
	    library_record(library, doc, type, id);

	if (type == RECTYPE_TERM)
		return library_label(library, doc, id);
	if (record == NULL)
		return id;
	return type == RECTYPE_WORK ? wording_short(doc, record) :
	    type == RECTYPE_CLAIM ? ((const struct claim *)record)->statement :
	    type == RECTYPE_PROPOSITION ?
	    ((const struct proposition *)record)->statement :
	    ((const struct article *)record)->label;
}

static void
put_value(struct block *block, struct doc *doc, struct library *library,
    const struct member *member, const char *value)
{
	enum rectype type = rectype_of_member(member);
	struct address to;

	if (type != RECTYPE_COUNT)
		block_link(block, address_of(doc, type, value),
		    words_for_record(doc, library, type, value));
	else if (member->type == VALUE_ADDRESS && library_resolve(library, doc,
	    value, &to))
		block_link(block, value, value);
	else
		block_text(block, member->type == VALUE_CHOICE ?
		    code_label(member->choices, value) : member->type ==
		    VALUE_CODE ? about_label(library_about(library),
		    member->choices, value) : value);
}

void
put_part_line(struct block *line, struct doc *doc, struct library *library,
    const struct schema *schema, const void *part)
{
	const struct member *m;
	const struct list *list;
	const char *before = "";
	size_t i;

	for (m = schema->members; m < schema->members + schema->count; m++) {
		list = m->many ? record_list(part, m) : NULL;
		if (m->type == VALUE_RECORD || (m->many ? list->count == 0 :
		    record_value(part, m) == NULL))
			continue;
		block_format(line, ROLE_TEXT, "%s%s: ", before,
		    record_name_of(doc, m));
		before = "; ";
		if (!m->many)
			put_value(line, doc, library, m, record_value(part,
			    m));
		for (i = 0; m->many && i < list->count; i++) {
			block_text(line, i > 0 ? ", " : "");
			put_value(line, doc, library, m, list_at(list, i));
		}
	}
}

static void
record_put_part(struct doc *doc, struct library *library,
    const struct schema *schema, const void *part)
{
	const struct member *m;
	const struct list *list;
	size_t i;

	put_part_line(doc_item(doc, 0), doc, library, schema, part);
	for (m = schema->members; m < schema->members + schema->count; m++) {
		if (m->type != VALUE_RECORD)
			continue;
		list = m->many ? record_list(part, m) : NULL;
		for (i = 0; m->many && i < list->count; i++)
			put_part_line(doc_paragraph(doc, 2), doc, library,
			    m->schema, list_at(list, i));
		if (!m->many && record_value(part, m) != NULL)
			put_part_line(doc_paragraph(doc, 2), doc, library,
			    m->schema, record_value(part, m));
	}
}

static void
put_member_parts(struct doc *doc, struct library *library,
    const char *heading, const struct member *m, const void *record)
{
	const struct list *list = m->many ? record_list(record, m) : NULL;
	size_t i;

	if (m->many ? list->count == 0 : record_value(record, m) == NULL)
		return;
	(void)doc_heading(doc, heading);
	if (!m->many)
		record_put_part(doc, library, m->schema, record_value(record,
		    m));
	for (i = 0; m->many && i < list->count; i++)
		record_put_part(doc, library, m->schema, list_at(list, i));
}

void
put_parts(struct doc *doc, struct library *library, const char *heading,
    const struct schema *schema, const void *record, const char *key)
{
	const struct member *m;

	for (m = schema->members; m < schema->members + schema->count; m++)
		if (text_same(m->key, key))
			put_member_parts(doc, library, heading, m, record);
}

static void
put_member(struct doc *doc, struct library *library, const struct member *m,
    const void *record)
{
	const struct list *list;
	struct block *row;
	size_t i;

	if (!m->many) {
		if (record_value(record, m) != NULL)
			put_value(doc_row(doc, record_name_of(doc, m)), doc,
			    library, m, record_value(record, m));
		return;
	}
	list = record_list(record, m);
	for (i = 0; i < list->count; i++) {
		row = doc_row(doc, record_name_of(doc, m));
		put_value(row, doc, library, m, list_at(list, i));
	}
}

void
put_members(struct doc *doc, struct library *library,
    const struct schema *schema, const void *record)
{
	const struct member *m;

	for (m = schema->members; m < schema->members + schema->count; m++)
		if (m->type == VALUE_RECORD)
			put_member_parts(doc, library, record_name_of(doc, m),
			    m, record);
		else if (!(m->need & NEED_ID))
			put_member(doc, library, m, record);
}
