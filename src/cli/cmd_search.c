/* strigil search: prints what a search finds. */
#include <stdlib.h>

#include "base/text.h"
#include "cli/options.h"
#include "cli/pager.h"
#include "cli/run.h"
#include "page/page_facets.h"
#include "page/page_search.h"
#include "export/records.h"

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
	  "other formats: all)", take_limit, 0 },
	{ 'k', "kind", "KIND", "work or claim", take_kind, 0 },
	{ 's', "sort", "ORDER", "relevance, level, year, author, title or n",
	  take_order, 0 },
	{ 'f', "format", "FORMAT", .formats = FORMAT_PAGES | FORMAT_WORKS },
	{ 'e', "explain", NULL, "tell how the query was read",
	  take_explain, 0 },
	{ 'c', "correct", NULL, "replace mistyped words, whatever the others "
	  "find", take_correct, 0 },
	{ 'F', "facets", NULL, "print what the hits are about, counted, "
	  "instead of the hits", take_facets, 0 },
	{ 0, "plain", NULL, "as --format=tsv", take_plain, 0 },
	{ 0, "json", NULL, "as --format=json", take_json, 0 },
	{ 0, "format-version", "NUMBER", "fail unless JSON is of this "
	  "version", take_format_version, 0 },
	{ '0', "null", NULL, "end lines of ids and tsv with NUL", take_null, 0 },
	{ .name = NULL }
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
	if (run->explain && (run->format->pages == NULL || result->total ==
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

/* The hits, or what they are about. */
static void
print_result(struct run *run, struct library *library,
    const struct result *result)
{
	const struct export_source source = { library, result, NULL };
	const struct export_target target = run_target(run);

	if (run->format->pages != NULL)
		run_print_one(run, run->facets ? page_facets(run, library,
		    result, 0, false) : page_search(run, library, result,
		    false));
	else if (run->facets)
		run->format->counts(&source, &target);
	else
		(void)format_write(run->format, &source, &target);
}

/* What is asked of the format, see enum format_use. */
static unsigned
use_of(const struct run *run)
{
	return FORMAT_PAGES | (run->facets ? FORMAT_COUNTS :
	    run->kind == RECTYPE_CLAIM ? FORMAT_CLAIMS : FORMAT_WORKS);
}

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
		    run->format->pages != NULL ? TEXT_HITS : HITS_MAX,
	};
	struct library *library;
	struct result *result;
	struct err err = ERR_INIT;
	enum status status;
	char *query;

	/* "The best so many" may be filled up; "all" are those that match. */
	if (run->format->pages != NULL || run->limit >= 0)
		search.fill = search.limit < HITS_MAX ? search.limit : 0;
	if (argc == 0) {
		run_complain("search for what? 'strigil search QUERY...' "
		    "('' for everything)");
		return STATUS_ERROR;
	}
	if (!run_may_print(run, use_of(run)))
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
	/* An answer for programs is whole, even an empty one. */
	if (result->total > 0 || (run->format->takes & FORMAT_RECORDS) != 0)
		print_result(run, library, result);
	return run_finish(result->total > 0 ? STATUS_FOUND : STATUS_NOTHING);
}
