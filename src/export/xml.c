/*
 * strigil's own XML, strigil-bibliography(5): works with all records that they
 * refer to, so that the file loads on its own.
 */
#include "export/xml.h"

#include "base/text.h"
#include "export/records.h"
#include "library/identity.h"
#include "record/element.h"
#include "record/rectype.h"
#include "record/term.h"

/*
 * The suffix of the id in the header, as the file is not the bibliography
 * itself.
 */
#define SUFFIX	"-works"

/*
 * Whether an appraiser should fill in a member: one from the design to the
 * sources that has no value.
 */
static bool
xml_is_blank(const struct member *member, const struct work *work)
{
	return member->form == FORM_ELEMENT && (member->many ?
	    record_list(work, member)->count == 0 : record_value(work,
	    member) == NULL) && member->offset > offsetof(struct work,
	    design_label) && member->offset < offsetof(struct work,
	    identification) && member->offset != offsetof(struct work,
	    level) && member->offset != offsetof(struct work, study);
}

/*
 * The values of a closed list, separated by bars; nothing if the list is long.
 */
static void
xml_add_choices(const void *ctx, struct buf *out, const struct member *member)
{
	enum { SHOWN_MAX = 8 };
	const struct codelist *list = member->choices;
	size_t i;

	for (i = 0; list != NULL && list->count <= SHOWN_MAX && i <
	    list->count; i++)
		buf_format(ctx, out, "%s%s", i > 0 ? "|" : "",
		    list->at[i].id);
}

/* Adds an element to fill in, with its required parts. */
static void
xml_add_blank(const void *ctx, struct buf *out, const struct member *member)
{
	const struct schema *schema = member->schema;
	const struct member *part;
	bool content = false;
	size_t i;

	buf_format(ctx, out, "      <%s", member->name);
	for (i = 0; schema != NULL && i < schema->count; i++) {
		part = &schema->members[i];
		if (part->form == FORM_ATTRIBUTE && (part->need & NEED_XML)) {
			buf_format(ctx, out, " %s=\"", part->name);
			xml_add_choices(ctx, out, part);
			buf_text(ctx, out, "\"");
		}
		content = content || part->form == FORM_ELEMENT;
	}
	buf_text(ctx, out, ">");
	xml_add_choices(ctx, out, member);
	for (i = 0; content && i < schema->count; i++) {
		part = &schema->members[i];
		if (part->form == FORM_ELEMENT && (part->need & NEED_XML))
			buf_format(ctx, out, "<%s></%s>", part->name,
			    part->name);
	}
	buf_format(ctx, out, "</%s>\n", member->name);
}

void
xml_add_work(const void *ctx, struct buf *out, const struct work *work)
{
	static const char end[] = "  </work>\n";
	size_t i;

	xml_add_record(ctx, out, "work", &work_schema, work, 1);
	if (work->imported == NULL)
		return;
	out->len -= strlen(end);
	buf_text(ctx, out, "    <!-- To appraise this work, fill in these "
	    "elements from the full text, and remove the\n         comment "
	    "marks, <level> and <level-reason>; 'strigil help "
	    "bibliography'\n         explains the elements.\n");
	for (i = 0; i < work_schema.count; i++)
		if (xml_is_blank(&work_schema.members[i], work))
			xml_add_blank(ctx, out, &work_schema.members[i]);
	buf_format(ctx, out, "    -->\n%s", end);
}

/* Records that works refer to. */

static void
xml_need_term(const void *ctx, struct xml_needs *needs,
    struct library *library, const char *id)
{
	const struct term *term = list_holds(&needs->terms, id) ? NULL :
	    library_record(library, ctx, RECTYPE_TERM, id);

	if (term == NULL)
		return;
	list_add(ctx, &needs->terms, mem_text(ctx, id));
	if (term->broader != NULL)
		xml_need_term(ctx, needs, library, term->broader);
}

static void
xml_need(const void *ctx, struct xml_needs *needs, struct library *library,
    const struct member *member, const char *text)
{
	enum rectype type = rectype_of_member(member);

	if (type == RECTYPE_TERM)
		xml_need_term(ctx, needs, library, text);
	if (member->type != VALUE_LINK || !text_begins(text, "article:"))
		return;
	text += strlen("article:");
	if (!list_holds(&needs->articles, text))
		list_add(ctx, &needs->articles, mem_text(ctx, text));
}

static void
xml_need_all(const void *ctx, struct xml_needs *needs, struct library *library,
    const struct schema *schema, const void *record)
{
	const struct member *member;
	const struct list *list;
	struct list one;
	void *value;
	size_t i, k;

	for (i = 0; i < schema->count; i++) {
		member = &schema->members[i];
		if (member->form == FORM_DERIVED || member->form == FORM_NONE)
			continue;
		value = member->many ? NULL : (void *)(uintptr_t)
		    record_value(record, member);
		one = (struct list){ .at = &value, .count = value != NULL };
		list = member->many ? record_list(record, member) : &one;
		for (k = 0; k < list->count; k++)
			if (member->type == VALUE_RECORD)
				xml_need_all(ctx, needs, library, member->schema,
				    list_at(list, k));
			else
				xml_need(ctx, needs, library, member,
				    list_at(list, k));
	}
}

void
xml_add_needs(const void *ctx, struct xml_needs *needs,
    struct library *library, const struct work *work)
{
	needs->about = needs->about || work->imported == NULL;
	xml_need_all(ctx, needs, library, &work_schema, work);
}

/* The file. */

/* The source, rights and codes of the bibliography. */
static void
xml_add_about(const void *ctx, struct buf *out, struct library *library)
{
	const struct about *about = library_about(library);
	struct about head;
	bool again = about != NULL && strlen(about->id) >
	    strlen(SUFFIX) && text_same(about->id + strlen(about->id) -
	    strlen(SUFFIX), SUFFIX);

	if (about == NULL)
		return;
	head = (struct about){ .at = about->at, .id = again ? about->id :
	    mem_format(ctx, "%.57s" SUFFIX, about->id),
	    .title = again ? about->title : mem_format(ctx, "Works of: %s",
	    about->title),
	    .version = about->version, .rights = about->rights,
	    .rights_url = about->rights_url,
	    .description = about->description,
	    .directness = about->directness, .codes = about->codes };
	xml_add_record(ctx, out, "about", &about_schema, &head, 1);
	buf_text(ctx, out, "  <!-- Works only.  Claims and topics, and "
	    "which articles cite a work, are\n       in the full "
	    "bibliography. -->\n");
}

static void
xml_add_needed(const void *ctx, struct buf *out, struct library *library,
    enum rectype type, const struct list *ids)
{
	const void *record;
	size_t i;

	for (i = 0; i < ids->count; i++) {
		record = library_record(library, ctx, type, list_at(ids, i));
		if (record != NULL)
			xml_add_record(ctx, out, rectype_name(type),
			    rectype_schema(type), record, 1);
	}
}

/*
 * Writes the records that works need before the works, as these are checked
 * against the header.
 */
static void
xml_write_needs(const struct export_source *source,
    const struct export_target *target)
{
	struct xml_needs needs = { .about = false };
	size_t n = export_count(source), i;
	void *ctx = mem_context(NULL), *scratch;
	struct buf out = { .data = NULL };
	const struct work *work;

	for (i = 0; i < n; i++) {
		scratch = mem_context(NULL);
		work = export_type(source, i) != RECTYPE_WORK ? NULL :
		    export_record(source, scratch, i, false);
		if (work != NULL)
			xml_add_needs(ctx, &needs, source->library, work);
		mem_free(scratch);
	}
	if (needs.about)
		xml_add_about(ctx, &out, source->library);
	xml_add_needed(ctx, &out, source->library, RECTYPE_ARTICLE,
	    &needs.articles);
	xml_add_needed(ctx, &out, source->library, RECTYPE_TERM, &needs.terms);
	if (out.data != NULL)
		export_text(target, out.data);
	mem_free(ctx);
}

static bool
exports_work(const struct export_source *source, const char *id)
{
	size_t n = export_count(source), i;
	const struct work *work;
	bool found = false;
	void *scratch;

	for (i = 0; i < n && !found; i++) {
		scratch = mem_context(NULL);
		work = export_type(source, i) != RECTYPE_WORK ? NULL :
		    export_record(source, scratch, i, false);
		found = work != NULL && text_same(work->id, id);
		mem_free(scratch);
	}
	return found;
}

/*
 * The i-th work, without identifiers that belong to another work in the file.
 */
static const struct work *
xml_work(const struct export_source *source, const void *ctx, size_t i)
{
	struct work *work = export_type(source, i) != RECTYPE_WORK ? NULL :
	    export_record(source, ctx, i, false);
	const struct work *rival = work == NULL ? NULL : library_rival(
	    source->library, ctx, work);

	if (rival != NULL && exports_work(source, rival->id))
		identity_give_up(work, rival);
	if (work != NULL)
		work_forget_sides(work);
	return work;
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
	    "<bibliography xmlns=\"" XML_NAMESPACE "\">\n");
	xml_write_needs(source, target);
	for (i = 0; i < n; i++) {
		scratch = mem_context(NULL);
		work = xml_work(source, scratch, i);
		if (work != NULL) {
			out = (struct buf){ .data = NULL };
			xml_add_record(scratch, &out, "work", &work_schema,
			    work, 1);
			export_text(target, buf_string(&out));
			written++;
		}
		mem_free(scratch);
	}
	export_text(target, "</bibliography>\n");
	return written;
}
