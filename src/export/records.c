/* Export: records in formats for other programs. */
#include "export/records.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "export/answers.h"
#include "page/page_answer.h"
#include "export/json.h"
#include "export/references.h"
#include "export/rows.h"
#include "page/findings_table.h"
#include "page/page.h"
#include "page/page_search.h"
#include "record/work_status.h"

static const enum rectype exported[] = { RECTYPE_WORK, RECTYPE_CLAIM,
    RECTYPE_PROPOSITION, RECTYPE_TOPIC, RECTYPE_TERM, RECTYPE_ARTICLE,
    RECTYPE_TRIAL_LIST, RECTYPE_ABOUT, RECTYPE_ENTRY, RECTYPE_TOUR,
    RECTYPE_LIST, RECTYPE_NOTES };

/* An answer with the version and an empty list for each type. */
static json_t *
answer_new(void)
{
	json_t *answer = json_object();
	size_t i;

	(void)json_object_set_new(answer, "format-version",
	    json_integer(EXPORT_FORMAT_VERSION));
	for (i = 0; i < COUNT(exported); i++)
		(void)json_object_set_new(answer, rectype_plural(exported[i]),
		    json_array());
	return answer;
}

/* Adds a record, with derived members, to the list of its type. */
static void
answer_add(json_t *answer, enum rectype kind, const void *record)
{
	json_t *list = json_object_get(answer, rectype_plural(kind));

	if (list != NULL)
		(void)json_array_append_new(list, record_json(
		    rectype_schema(kind), record, true));
}

static const char *
records_or_blank(const char *text)
{
	return text == NULL ? "" : text;
}

char *
export_tsv_work(const void *ctx, const struct work *work)
{
	const struct notice *status = work_status(work);

	return mem_format(ctx, "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s", work->id,
	    records_or_blank(work->level_adjusted != NULL ?
	    work->level_adjusted : work->level), work->design,
	    work->participants == NULL ? "" :
	    records_or_blank(work->participants->n),
	    records_or_blank(work->year), records_or_blank(reference_people(ctx,
	    &work->authors)), work->title, status == NULL ? "" :
	    records_or_blank(code_label(&notice_kinds, status->kind)));
}

char *
export_tsv_claim(const void *ctx, const struct claim *claim)
{
	return mem_format(ctx, "%s\t%s\t%s\t%s\t%s\t%s", claim->id,
	    records_or_blank(claim->verdict), claim->kind,
	    claim->hedge, claim->article, claim->statement);
}

size_t
export_all_ids(const struct export_source *source,
    const struct export_target *target)
{
	size_t n = export_count(source), written = 0, i;
	const struct address *address;
	char *id;

	for (i = 0; i < n; i++) {
		if (export_type(source, i) == RECTYPE_COUNT)
			continue;
		address = source->result != NULL ? NULL :
		    list_at(source->addresses, i);
		id = address != NULL ? mem_text(NULL, address->id) :
		    library_id(source->library, NULL,
		    source->result->hits[i].record);
		if (id != NULL) {
			export_text(target, id);
			target->write(target->user, &target->end, 1);
			written++;
		}
		mem_free(id);
	}
	return written;
}

/* JSON. */

/* Writes the JSON, and releases it. */
static void
dump(json_t *json, const struct export_target *target)
{
	export_rows_json(json, NULL, target);
	json_decref(json);
}

/* Adds the query, its interpretation, and the number of results. */
static void
add_search(json_t *answer, const struct result *result)
{
	void *scratch = mem_context(NULL);

	(void)json_object_set_new(answer, "query",
	    json_string(result->asked));
	(void)json_object_set_new(answer, "read-as",
	    json_string(result->interpretation));
	(void)json_object_set_new(answer, "remark",
	    json_string(wording_relaxation(scratch, result)));
	(void)json_object_set_new(answer, "total",
	    json_integer(result->total));
	(void)json_object_set_new(answer, "partial",
	    json_integer((json_int_t)result->partial));
	mem_free(scratch);
}

/* Adds a page other than a record, as its blocks. */
static bool
add_page(json_t *answer, const struct export_source *source,
    const void *ctx, size_t i)
{
	json_t *pages = json_object_get(answer, "pages");
	struct doc *doc = page_make(ctx, source->library,
	    list_at(source->addresses, i));

	if (doc == NULL)
		return false;
	if (pages == NULL) {
		pages = json_array();
		(void)json_object_set_new(answer, "pages", pages);
	}
	(void)json_array_append_new(pages, doc_json(doc));
	return true;
}

/* Adds the summary of findings on the page of a record. */
static void
add_summary(json_t *answer, const struct export_source *source,
    const void *ctx, size_t i, const void *record)
{
	enum rectype kind = export_type(source, i);
	json_t *summaries = json_object_get(answer, "summaries");
	struct doc *doc = doc_new(ctx, "summary");

	put_summary_of_findings(doc, source->library, kind, record);
	if (doc->blocks.count == 0)
		return;
	doc->address = address_of(doc, kind, record_id(rectype_schema(kind),
	    record));
	if (summaries == NULL) {
		summaries = json_array();
		(void)json_object_set_new(answer, "summaries", summaries);
	}
	(void)json_array_append_new(summaries, doc_json(doc));
}

/* Adds the answer to the query, or null if there is none. */
static void
add_answer(json_t *all, const struct export_source *source)
{
	void *scratch = mem_context(NULL);
	const struct answer *answer = result_answer(scratch, source->library,
	    source->result);

	(void)json_object_set_new(all, "answer", answer == NULL ? json_null() :
	    answer_json(source->library, answer));
	mem_free(scratch);
}

/* Keeps only the id and the selected keys of a record. */
static void
keep_keys(json_t *record, const struct list *keys)
{
	const char *key;
	json_t *value;
	void *next;

	json_object_foreach_safe(record, next, key, value)
		if (!text_same(key, "id") && !list_holds(keys, key))
			(void)json_object_del(record, key);
}

static void
keep_keys_of_all(json_t *answer, const struct list *keys)
{
	json_t *records, *record;
	const char *type;
	size_t i;

	json_object_foreach(answer, type, records)
		if (!text_same(type, "pages"))
			json_array_foreach(records, i, record)
				keep_keys(record, keys);
}

/* Writes a list item, each line prefixed by `margin`; releases the record. */
static void
dump_listed(json_t *record, const struct export_target *target,
    const char *margin, bool first)
{
	char *text = json_dumps(record, EXPORT_JSON_FLAGS), *line;
	size_t n;

	export_text(target, first ? "" : ",");
	export_text(target, margin);
	for (line = text; *line != '\0'; line += n) {
		n = strcspn(line, "\n");
		target->write(target->user, line, n);
		if (line[n] == '\n') {
			export_text(target, margin);
			n++;
		}
	}
	free(text);
	json_decref(record);
}

/* Writes the hits one by one, so that only one is in memory. */
static size_t
dump_hits(const struct export_source *source,
    const struct export_target *target)
{
	enum rectype kind = source->result->target;
	size_t n = export_count(source), written = 0, i;
	void *scratch, *record;
	json_t *json;

	for (i = 0; i < n; i++) {
		scratch = mem_context(NULL);
		record = export_record(source, scratch, i, true);
		if (record != NULL) {
			json = record_json(rectype_schema(kind), record, true);
			if (source->keys != NULL && source->keys->count > 0)
				keep_keys(json, source->keys);
			dump_listed(json, target, "\n  ", written == 0);
			written++;
		}
		mem_free(scratch);
	}
	return written;
}

/* Writes the answer to a search, with the hits inserted in its empty list. */
static size_t
dump_result(const struct export_source *source,
    const struct export_target *target)
{
	json_t *answer = answer_new();
	char *text, *mark, *at;
	size_t written;

	add_search(answer, source->result);
	add_answer(answer, source);
	text = json_dumps(answer, EXPORT_JSON_FLAGS);
	json_decref(answer);
	mark = mem_format(NULL, "\n \"%s\": []",
	    rectype_plural(source->result->target));
	at = strstr(text, mark) + strlen(mark) - 1;
	target->write(target->user, text, (size_t)(at - text));
	written = dump_hits(source, target);
	export_text(target, written > 0 ? "\n " : "");
	export_text(target, at);
	export_text(target, "\n");
	mem_free(mark);
	free(text);
	return written;
}

size_t
export_all_json(const struct export_source *source,
    const struct export_target *target)
{
	size_t n = export_count(source), written = 0, i;
	void *scratch, *record;
	json_t *answer;

	if (source->result != NULL)
		return dump_result(source, target);
	answer = answer_new();
	for (i = 0; i < n; i++) {
		scratch = mem_context(NULL);
		record = export_record(source, scratch, i, true);
		if (record != NULL)
			answer_add(answer, export_type(source, i), record);
		if (record != NULL && (source->keys == NULL ||
		    source->keys->count == 0))
			add_summary(answer, source, scratch, i, record);
		if (record != NULL || (export_type(source, i) ==
		    RECTYPE_COUNT && add_page(answer, source, scratch, i)))
			written++;
		mem_free(scratch);
	}
	if (source->keys != NULL && source->keys->count > 0)
		keep_keys_of_all(answer, source->keys);
	dump(answer, target);
	return written;
}

void
export_docs_json(const struct list *docs, const struct export_target *target)
{
	json_t *answer = answer_new(), *pages = json_array();
	size_t i;

	for (i = 0; i < docs->count; i++)
		(void)json_array_append_new(pages, doc_json(list_at(docs, i)));
	(void)json_object_set_new(answer, "pages", pages);
	dump(answer, target);
}

size_t
export_all_csl(const struct export_source *source,
    const struct export_target *target)
{
	size_t n = export_count(source), written = 0, i;
	const struct work *work;
	void *scratch;

	export_text(target, "[");
	for (i = 0; i < n; i++) {
		if (export_type(source, i) != RECTYPE_WORK)
			continue;
		scratch = mem_context(NULL);
		work = export_record(source, scratch, i, false);
		if (work != NULL) {
			dump_listed(reference_csl(work), target, "\n ",
			    written == 0);
			written++;
		}
		mem_free(scratch);
	}
	export_text(target, written > 0 ? "\n]\n" : "]\n");
	return written;
}

/* The results counted by topic. */

void
export_counts_tsv(const struct export_source *source,
    const struct export_target *target)
{
	const struct result *result = source->result;
	void *scratch = mem_context(NULL);
	const char *const *field = library_facet_fields(source->library,
	    scratch, result->target);
	const struct facet_count *row;
	struct list counts;
	size_t i;

	for (; *field != NULL; field++) {
		counts = library_facet(source->library, scratch, result,
		    *field);
		for (i = 0; i < counts.count; i++) {
			row = list_at(&counts, i);
			export_text(target, mem_format(scratch,
			    "%s\t%s\t%ld\t%s", *field, row->id, row->count,
			    row->label));
			target->write(target->user, &target->end, 1);
		}
	}
	mem_free(scratch);
}

static json_t *
counts_of(const struct export_source *source, const void *ctx,
    const char *field)
{
	json_t *rows = json_array();
	struct list counts = library_facet(source->library, ctx,
	    source->result, field);
	const struct facet_count *row;
	size_t i;

	for (i = 0; i < counts.count; i++) {
		row = list_at(&counts, i);
		(void)json_array_append_new(rows, json_pack(
		    "{s:s, s:s, s:I}", "id", row->id, "label", row->label,
		    "count", (json_int_t)row->count));
	}
	return rows;
}

void
export_counts_json(const struct export_source *source,
    const struct export_target *target)
{
	const struct result *result = source->result;
	json_t *answer = json_object(), *all = json_object();
	void *scratch = mem_context(NULL);
	const char *const *field = library_facet_fields(source->library,
	    scratch, result->target);

	for (; *field != NULL; field++)
		(void)json_object_set_new(all, *field, counts_of(source,
		    scratch, *field));
	(void)json_object_set_new(answer, "format-version",
	    json_integer(EXPORT_FORMAT_VERSION));
	(void)json_object_set_new(answer, "query",
	    json_string(result->asked));
	(void)json_object_set_new(answer, "total",
	    json_integer(result->total));
	(void)json_object_set_new(answer, "facets", all);
	dump(answer, target);
	mem_free(scratch);
}
