/* strigil search: prints what a search finds. */
#include <stdlib.h>

#include "base/text.h"
#include "cli/options.h"
#include "cli/pager.h"
#include "cli/run.h"
#include "page/page_facets.h"
#include "page/page_search.h"
#include "export/records.h"
#include "export/references.h"

enum {
	TEXT_HITS = 20,
	HITS_MAX = 10000000,
	NOTE_COLUMNS = 60,	/* a caret is not put further right */
	NOTE_AFTER = 10		/* columns of the query shown behind it */
};

static bool
take_limit(struct run *run, const char *argument)
{
	run->wrong = "a number, or 'all'";
	if (text_same(argument, "all")) {
		run->limit = HITS_MAX;
		return true;
	}
	return text_integer(argument, 0, HITS_MAX, &run->limit);
}

static bool
take_kind(struct run *run, const char *argument)
{
	run->kind = rectype_find(argument);
	run->wrong = "work or claim";
	return run->kind == RECTYPE_WORK || run->kind == RECTYPE_CLAIM;
}

static bool
take_order(struct run *run, const char *argument)
{
	run->order = search_order_find(argument);
	run->wrong = "relevance, level, year, author, title or n";
	return run->order != ORDER_COUNT;
}

static bool
take_explain(struct run *run, const char *argument)
{
	(void)argument;
	run->explain = true;
	return true;
}

static bool
take_correct(struct run *run, const char *argument)
{
	(void)argument;
	run->correct = true;
	return true;
}

static bool
take_facets(struct run *run, const char *argument)
{
	(void)argument;
	run->facets = true;
	return true;
}

const struct option_row cmd_search_options[] = {
	{ 'n', "max", "NUMBER", "print so many hits, or 'all' (text: 20, "
	  "other formats: all)", take_limit },
	{ 'k', "kind", "KIND", "work or claim", take_kind },
	{ 's', "sort", "ORDER", "relevance, level, year, author, title or n",
	  take_order },
	{ 'f', "format", "FORMAT", "text, linear, markdown, html, man, tsv, "
	  "json, ids, ris, bibtex or csl-json", take_format },
	{ 'e', "explain", NULL, "tell how the query was read",
	  take_explain },
	{ 'c', "correct", NULL, "replace mistyped words, whatever the others "
	  "find", take_correct },
	{ 'F', "facets", NULL, "print what the hits are about, counted, "
	  "instead of the hits", take_facets },
	{ 0, "plain", NULL, "as --format=tsv", take_plain },
	{ 0, "json", NULL, "as --format=json", take_json },
	{ 0, "format-version", "NUMBER", "fail unless JSON is of this "
	  "version", take_format_version },
	{ '0', "null", NULL, "end lines of ids and tsv with NUL", take_null },
	{ 0, NULL, NULL, NULL, NULL }
};

static enum rectype
kind_of(const struct result *result)
{
	return result->asked->target == PLAN_WORKS ? RECTYPE_WORK : RECTYPE_CLAIM;
}

/* Remarks go to stderr, so that they never mix with the hits. */

static void
remark(const struct run *run, const char *text)
{
	if (!run->quiet && *text != '\0')
		run_complain("%s", text);
}

/* A caret under what was not understood. */
static void
remark_notes(struct run *run, const struct query *query,
    const struct list *notes)
{
	const struct query_note *note;
	size_t from, end, i;

	for (i = 0; i < notes->count && !run->quiet; i++) {
		note = notes->at[i];
		from = text_width_n(query->text, note->start);
		if (from > NOTE_COLUMNS) {
			run_complain("column %zu: %s", from + 1, note->text);
			continue;
		}
		end = text_fit(query->text, NOTE_COLUMNS + NOTE_AFTER);
		run_complain("%.*s%s", (int)end, query->text,
		    query->text[end] == '\0' ? "" : "...");
		(void)fprintf(stderr, "         %*s^ %s\n", (int)from, "",
		    note->text);
	}
}

static void
remark_all(struct run *run, const struct result *result)
{
	struct list lines;
	const char *query;
	size_t i;

	remark_notes(run, result->asked->query, &result->asked->query->notes);
	remark_notes(run, result->asked->query, &result->asked->notes);
	/* The text begins with the reading as it is. */
	if (run->explain && (run->format != FORMAT_TEXT || result->total ==
	    0 || *wording_interpretation(run, result->plan) == '\0'))
		remark(run, mem_format(run, "read as: %s", *wording_interpretation(run,
		    result->plan) == '\0' ? "text" : wording_interpretation(run,
		    result->plan)));
	remark(run, wording_relaxation(run, result));
	if (result->total > 0)
		return;
	query = result->asked->query->text;
	remark(run, mem_format(run, "no %s%s%s", rectype_plural(kind_of(result)),
	    *query == '\0' ? "" : " for: ", query));
	lines = wording_emptiness(run, result);
	for (i = 0; i < lines.count; i++)
		remark(run, mem_format(run, "  %s",
		    (const char *)lines.at[i]));
}

/* The formats. */

static void
hits_as_text(struct run *run, struct library *library,
    const struct result *result)
{
	run_print_one(run, page_search(run, library, result, false));
}

static void
hits_as_tsv(struct run *run, struct library *library,
    const struct result *result)
{
	void *scratch, *record;
	char *line;
	size_t i;

	for (i = 0; i < result->count; i++) {
		scratch = mem_context(run);
		record = library_row(library, scratch, kind_of(result),
		    result->hits[i].record);
		line = record == NULL ? NULL : result->asked->target ==
		    PLAN_WORKS ? export_tsv_work(scratch, record) :
		    export_tsv_claim(scratch, library, record);
		if (line != NULL)
			(void)printf("%s%c", line, run->null ? '\0' : '\n');
		mem_free(scratch);
	}
}

static void
hits_as_ids(struct run *run, struct library *library,
    const struct result *result)
{
	char *id;
	size_t i;

	for (i = 0; i < result->count; i++) {
		id = library_id(library, run, result->hits[i].record);
		if (id != NULL)
			(void)printf("%s%c", id, run->null ? '\0' : '\n');
		mem_free(id);
	}
}

static void
hits_as_json(struct run *run, struct library *library,
    const struct result *result)
{
	json_t *answer = export_json();
	void *scratch, *record;
	size_t i;

	(void)json_object_set_new(answer, "query",
	    json_string(result->asked->query->text));
	(void)json_object_set_new(answer, "read-as",
	    json_string(wording_interpretation(run, result->plan)));
	(void)json_object_set_new(answer, "remark",
	    json_string(wording_relaxation(run, result)));
	(void)json_object_set_new(answer, "total",
	    json_integer(result->total));
	(void)json_object_set_new(answer, "partial",
	    json_integer((json_int_t)result->partial));
	for (i = 0; i < result->count; i++) {
		scratch = mem_context(run);
		record = library_hit(library, scratch, kind_of(result),
		    result->hits[i].record);
		if (record != NULL)
			export_json_add(answer, kind_of(result), record);
		mem_free(scratch);
	}
	(void)json_dumpf(answer, stdout, JSON_INDENT(1) |
	    JSON_REAL_PRECISION(15));
	(void)fputs("\n", stdout);
	json_decref(answer);
}

/* For reference managers. */

static void
hits_as_references(struct run *run, struct library *library,
    const struct result *result)
{
	const struct work *work;
	void *scratch;
	char *text;
	size_t i;

	for (i = 0; i < result->count; i++) {
		scratch = mem_context(run);
		work = library_row(library, scratch, RECTYPE_WORK,
		    result->hits[i].record);
		text = work == NULL ? mem_text(scratch, "") : run->format ==
		    FORMAT_RIS ? reference_ris(scratch, work) :
		    reference_bibtex(scratch, work);
		(void)printf("%s%s", i > 0 ? "\n" : "", text);
		mem_free(scratch);
	}
}

static void
hits_as_csl(struct run *run, struct library *library,
    const struct result *result)
{
	json_t *list = json_array();
	const struct work *work;
	void *scratch;
	size_t i;

	for (i = 0; i < result->count; i++) {
		scratch = mem_context(run);
		work = library_row(library, scratch, RECTYPE_WORK,
		    result->hits[i].record);
		if (work != NULL)
			(void)json_array_append_new(list,
			    reference_csl(work));
		mem_free(scratch);
	}
	(void)json_dumpf(list, stdout, JSON_INDENT(1));
	(void)fputs("\n", stdout);
	json_decref(list);
}

/* What the hits are about. */

static void
facets_as_text(struct run *run, struct library *library,
    const struct result *result)
{
	run_print_one(run, page_facets(run, library, result, 0,
	    false));
}

static void
facets_as_tsv(struct run *run, struct library *library,
    const struct result *result)
{
	const char *const *field = facet_fields(result->asked->target);
	const struct facet_count *row;
	struct list counts;
	size_t i;

	for (; *field != NULL; field++) {
		counts = library_facet(library, run, result, *field);
		for (i = 0; i < counts.count; i++) {
			row = counts.at[i];
			(void)printf("%s\t%s\t%ld\t%s%c", *field, row->id,
			    row->count, row->label, run->null ? '\0' : '\n');
		}
	}
}

static void
facets_as_json(struct run *run, struct library *library,
    const struct result *result)
{
	const char *const *field = facet_fields(result->asked->target);
	json_t *answer = json_object(), *all = json_object(), *rows;
	const struct facet_count *row;
	struct list counts;
	size_t i;

	for (; *field != NULL; field++) {
		counts = library_facet(library, run, result, *field);
		rows = json_array();
		for (i = 0; i < counts.count; i++) {
			row = counts.at[i];
			(void)json_array_append_new(rows, json_pack(
			    "{s:s, s:s, s:I}", "id", row->id, "label",
			    row->label, "count", (json_int_t)row->count));
		}
		(void)json_object_set_new(all, *field, rows);
	}
	(void)json_object_set_new(answer, "format-version",
	    json_integer(EXPORT_FORMAT_VERSION));
	(void)json_object_set_new(answer, "query",
	    json_string(result->asked->query->text));
	(void)json_object_set_new(answer, "total",
	    json_integer(result->total));
	(void)json_object_set_new(answer, "facets", all);
	(void)json_dumpf(answer, stdout, JSON_INDENT(1));
	(void)fputs("\n", stdout);
	json_decref(answer);
}

static void	(*const facet_formats[])(struct run *, struct library *,
		    const struct result *) = {
	[FORMAT_TEXT] = facets_as_text,
	[FORMAT_TSV] = facets_as_tsv,
	[FORMAT_JSON] = facets_as_json,
	[FORMAT_IDS] = facets_as_tsv,
};

static void	(*const hit_formats[])(struct run *, struct library *,
		    const struct result *) = {
	[FORMAT_TEXT] = hits_as_text,
	[FORMAT_TSV] = hits_as_tsv,
	[FORMAT_JSON] = hits_as_json,
	[FORMAT_IDS] = hits_as_ids,
	[FORMAT_RIS] = hits_as_references,
	[FORMAT_BIBTEX] = hits_as_references,
	[FORMAT_CSL] = hits_as_csl,
};

static char *
correct(struct run *run, struct library *library, char *query)
{
	char *corrected = library_correct(library, run, query);

	if (corrected == NULL)
		return query;
	remark(run, mem_format(run, "corrected to: %s", corrected));
	return corrected;
}

enum status
cmd_search(struct run *run, int argc, char **argv)
{
	struct search search = {
		.target = run->kind == RECTYPE_CLAIM ? PLAN_CLAIMS : PLAN_WORKS,
		.order = run->order,
		.limit = run->limit >= 0 ? (size_t)run->limit :
		    run->format == FORMAT_TEXT ? TEXT_HITS : HITS_MAX,
	};
	struct library *library;
	struct result *result;
	struct err err = ERR_INIT;
	enum status status;
	char *query;

	/* "The best so many" may be filled up; "all" are those that match. */
	if (run->format == FORMAT_TEXT || run->limit >= 0)
		search.fill = search.limit < HITS_MAX ? search.limit : 0;
	if (argc == 0) {
		run_complain("search for what? 'strigil search QUERY...' "
		    "('' for everything)");
		return STATUS_ERROR;
	}
	if (run->format >= FORMAT_RIS && (run->kind == RECTYPE_CLAIM ||
	    run->facets)) {
		run_complain("only works can be printed as references");
		return STATUS_ERROR;
	}
	if (!run_may_end_with_null(run))
		return STATUS_ERROR;
	library = run_library(run, &status);
	if (library == NULL)
		return status;
	query = run_operands(run, argc, argv);
	if (run->correct)
		query = correct(run, library, query);
	result = library_search(library, run, &search, query);
	if (!library_ok(library, &err))
		return run_fail(&err);
	if (result->total > 0)
		pager_start(run);
	remark_all(run, result);
	if (result->total > 0 || run->format == FORMAT_JSON)
		(run->facets ? facet_formats : hit_formats)[run->format](run,
		    library, result);
	return run_finish(result->total > 0 ? STATUS_FOUND : STATUS_NOTHING);
}
