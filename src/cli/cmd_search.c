/* strigil search: prints the results of a search. */
#include <stdlib.h>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/pager.h"
#include "cli/output.h"
#include "cli/bibliography.h"
#include "cli/paths.h"
#include "cli/run.h"
#include "cli/search_log.h"
#include "page/page_facets.h"
#include "page/page_answer.h"
#include "page/page_search.h"
#include "export/records.h"
#include "export/stream.h"

enum {
	TEXT_HITS = 20,
	HITS_MAX = 10000000,
	NOTE_COLUMNS = 60,	/* maximum columns before the caret */
	NOTE_AFTER = 10		/* columns of the query after the caret */
};

static const char *
order_choice(size_t i)
{
	return i < ORDER_COUNT ? order_name((enum order)i) :
	    NULL;
}

const struct search_options cmd_search_defaults = { .order = ORDER_COUNT,
    .limit = -1 };

const struct option_row cmd_search_options[] = {
	{ 'n', "max", "NUMBER", "print at most NUMBER results, or 'all' "
	  "(default: 20 as text, all in other formats)",
	  NUMBER(struct search_options, limit,
	  HITS_MAX), .all = "all" },
	{ 'k', "kind", "KIND", NULL, CHOICE(struct search_options, claims),
	  CHOICES("work", "claim") },
	{ 's', "sort", "ORDER", NULL, CHOICE(struct search_options, order),
	  .choice = order_choice },
	OPTION_ROW_FORMAT(FORMAT_PAGES | FORMAT_WORKS),
	{ 'e', "explain", NULL, "show how the query was understood",
	  FLAG(struct search_options, explain) },
	{ 'c', "correct", NULL, "correct mistyped words even if the other "
	  "words find results", FLAG(struct search_options, correct) },
	{ 0, "as-typed", NULL, "never correct mistyped words",
	  FLAG(struct search_options, as_typed) },
	{ 'F', "facets", NULL, "count the results by topic instead of printing "
	  "them", FLAG(struct search_options, facets) },
	OPTION_ROW_PLAIN,
	OPTION_ROW_JSON,
	OPTION_ROW_FIELDS,
	OPTION_ROW_NULL("end each id or tsv line with NUL"),
	OPTION_ROW_RAW,
	{ .name = NULL }
};

/* Remarks go to stderr, so that they never mix with the results. */

static void
remark_search(const struct run *run, const char *text)
{
	if (!run->quiet && *text != '\0')
		run_complain("%s", text);
}

/* Marks with a caret the parts of the query that were not understood. */
static void
remark_notes(struct run *run, const struct result *result)
{
	const char *query = result->asked;
	const struct note *note;
	size_t from, end, i;

	for (i = 0; i < result->notes.count && !run->quiet; i++) {
		note = list_at(&result->notes, i);
		from = text_width_n(query, note->start);
		if (from > NOTE_COLUMNS) {
			run_complain("column %zu: %s", from + 1, note->text);
			continue;
		}
		end = text_fit(query, NOTE_COLUMNS + NOTE_AFTER);
		run_complain("%.*s%s", (int)end, query,
		    query[end] == '\0' ? "" : "...");
		(void)fprintf(stderr, "         %*s^ %s\n", (int)from, "",
		    note->text);
	}
}

static void
remark_all(struct run *run, const struct result *result)
{
	const struct search_options *options = run->options;
	const char *read_as = result->interpretation, *query;
	struct list lines;
	size_t i;

	remark_notes(run, result);
	/* The text format already starts with the interpretation. */
	if (options->explain && (run->format->pages == NULL ||
	    result->total == 0 || *read_as == '\0'))
		remark_search(run, mem_format(run, "Searching for: %s",
		    *read_as == '\0' ? "text" : read_as));
	remark_search(run, mem_format(run, "%s%s", wording_relaxation(run,
	    result), result->corrected == NULL ? "" :
	    " (--as-typed keeps your spelling)"));
	if (result->total > 0)
		return;
	query = result->asked;
	remark_search(run, mem_format(run, "no %s%s%s",
	    rectype_plural(result->target), *query == '\0' ? "" :
	    " for: ", query));
	lines = wording_emptiness(run, result);
	for (i = 0; i < lines.count; i++)
		remark_search(run, mem_format(run, "  %s",
		    (const char *)list_at(&lines, i)));
	paths_tell_others(run);
}

/* Prints the results as a document, in pieces if the format allows it. */
static void
print_found(struct run *run, struct library *library,
    const struct result *result)
{
	const struct export_target target = output_target(run);
	struct print_options options;
	struct search_pieces *pieces;
	struct export_stream *stream;
	struct doc *doc;

	if (run->format->joint == NULL) {
		output_doc(run, page_search(run, library, result, false));
		return;
	}
	pager_start(run);
	options = output_options(run);
	pieces = page_search_pieces(run, library, result, false);
	stream = export_stream_new(run, run->format, library,
	    run->settings->citation, &options, &target);
	while (!run_has_failed(run) && !ferror(stdout) &&
	    (doc = page_search_next(NULL, pieces)) != NULL) {
		export_stream_add(stream, doc);
		mem_free(doc);
	}
	if (!run_has_failed(run) && !ferror(stdout))
		export_stream_end(stream);
}

/* Prints the results, or their topics. */
static void
print_result(struct run *run, struct library *library,
    const struct result *result)
{
	const struct search_options *options = run->options;
	const struct export_source source = { library, result, NULL,
	    &run->keys };
	const struct export_target target = output_target(run);

	if (run->format->pages != NULL && options->facets)
		output_doc(run, page_facets(run, library, result, 0, false));
	else if (run->format->pages != NULL)
		print_found(run, library, result);
	else if (options->facets)
		run->format->counts(&source, &target);
	else
		(void)format_write(run->format, &source, &target);
}

/* The features that the output needs (enum format_use). */
static unsigned
use_of(const struct search_options *options)
{
	return FORMAT_PAGES | (options->facets ? FORMAT_COUNTS :
	    options->claims ? FORMAT_CLAIMS : FORMAT_WORKS);
}

static char *
correct_query(struct run *run, struct library *library, char *query)
{
	char *corrected = library_correct(library, run, query);

	if (corrected == NULL)
		return query;
	remark_search(run, mem_format(run, "corrected to: %s", corrected));
	return corrected;
}

static char *
keep_query(struct run *run, struct library *library, char *query)
{
	char *kept = library_as_typed(library, run, query);

	return kept == NULL ? query : kept;
}

/* Whether a topic or proposition answers a query that has no results. */
static bool
is_answered(struct run *run, struct library *library,
    const struct result *result)
{
	const struct answer *answer = result_answer(run, library, result);

	return answer != NULL && answer_is_found(answer);
}

enum status
cmd_search(struct run *run, int argc, char **argv)
{
	const struct search_options *options = run->options;
	struct search search = {
		.target = options->claims ? RECTYPE_CLAIM : RECTYPE_WORK,
		.order = options->order,
		.limit = options->limit >= 0 ? (size_t)options->limit :
		    run->format->pages != NULL ? TEXT_HITS : HITS_MAX,
	};
	struct library *library;
	struct result *result;
	enum status status;
	bool found;
	char *query;

	/*
	 * A given number may include partial matches; "all" means full matches
	 * only.
	 */
	if (run->format->pages != NULL || options->limit >= 0)
		search.fill = search.limit < HITS_MAX ? search.limit : 0;
	if (argc == 0) {
		run_complain("missing query; usage: strigil search QUERY "
		    "('' for everything)");
		return STATUS_ERROR;
	}
	if (!output_may(run, use_of(options)) || !output_keys(run))
		return STATUS_ERROR;
	library = bibliography_open(run, &status);
	if (library == NULL)
		return status;
	query = run_operands(run, argc, argv);
	if (options->as_typed)
		query = keep_query(run, library, query);
	else if (options->correct)
		query = correct_query(run, library, query);
	result = library_search(library, run, &search, query);
	if (run_has_failed(run))
		return STATUS_ERROR;
	search_log_of_command(run, library, search.target, query);
	found = result->total > 0 || is_answered(run, library, result);
	if (found)
		pager_start(run);
	remark_all(run, result);
	/* Output for programs must be well-formed even without results. */
	if (result->total > 0 || (found && run->format->pages != NULL) ||
	    run->format->all != NULL)
		print_result(run, library, result);
	return run_finish(found ? STATUS_FOUND : STATUS_NOTHING);
}
