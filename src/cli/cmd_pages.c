/* strigil claims, terms and compare: commands that print one page. */
#include "base/text.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/bibliography.h"
#include "cli/run.h"
#include "export/comparison.h"
#include "export/terms.h"
#include "page/page.h"
#include "page/page_compare.h"
#include "page/page_compare_topics.h"

/*
 * Prints a page.  If its query finds nothing, reports that instead (`what` "no
 * claims for", then the query).
 */
static enum status
pages_print_page(struct run *run, struct doc *doc, const char *nothing,
    const char *query)
{
	if (doc == NULL || doc->found == 0)
		return run_nothing(run, nothing, query);
	output_doc(run, doc);
	return run_finish(STATUS_FOUND);
}

/* Claims. */

const struct option_row cmd_claims_options[] = {
	{ 'v', "verdict", "VERDICT", "only claims with this verdict",
	  NAME(struct claims_options, verdict), .codes = &verdicts },
	OPTION_ROW_FORMAT(FORMAT_PAGES | FORMAT_CLAIMS),
	OPTION_ROW_PLAIN,
	OPTION_ROW_JSON,
	OPTION_ROW_NULL("end each id or tsv line with NUL"),
	OPTION_ROW_RAW,
	{ .name = NULL }
};

enum status
cmd_claims(struct run *run, int argc, char **argv)
{
	const struct claims_options *options = run->options;
	struct search_options hits = cmd_search_defaults;
	struct address address = { .page = PAGE_CLAIMS };
	enum status status;
	struct library *library;
	char *query = run_operands(run, argc, argv);

	if (options->verdict != NULL)
		query = mem_format(run, "%s%sverdict:\"%s\"", query,
		    *query == '\0' ? "" : " ", options->verdict);
	if (!output_may(run, FORMAT_PAGES | FORMAT_CLAIMS))
		return STATUS_ERROR;
	/* Best match first if there are words, otherwise by verdict. */
	if (run->format->pages == NULL || argc > 0) {
		hits.claims = 1;
		run->options = &hits;
		return cmd_search(run, 1, &query);
	}
	library = bibliography_open(run, &status);
	if (library == NULL)
		return status;
	address.query = query;
	return pages_print_page(run, page_make(run, library, &address),
	    "no claims for", query);
}

/* Terms. */

const struct option_row cmd_terms_options[] = {
	OPTION_ROW_FORMAT(FORMAT_PAGES | FORMAT_ROWS),
	OPTION_ROW_PLAIN,
	OPTION_ROW_JSON,
	OPTION_ROW_NULL("end each tsv line with NUL"),
	OPTION_ROW_RAW,
	{ .name = NULL }
};

/*
 * Writes a list as rows and frees it.  JSON is written even if the list is
 * empty.
 */
static enum status
pages_print_rows(struct run *run, json_t *all, const char *rows,
    const char *nothing, const char *query)
{
	const struct export_target target = output_target(run);
	size_t count = json_array_size(json_object_get(all, rows));

	if (!run_has_failed(run) && (count > 0 || (run->format->takes &
	    FORMAT_RECORDS) != 0))
		run->format->rows(all, rows, &target);
	json_decref(all);
	return count == 0 ? run_nothing(run, nothing, query) :
	    run_finish(STATUS_FOUND);
}

enum status
cmd_terms(struct run *run, int argc, char **argv)
{
	struct address address = { .page = PAGE_TERMS };
	const struct field *field;
	enum status status;
	struct library *library;

	if (!output_may(run, FORMAT_PAGES | FORMAT_ROWS))
		return STATUS_ERROR;
	library = bibliography_open(run, &status);
	if (library == NULL)
		return status;
	field = argc == 0 ? NULL : library_field(library, argv[0],
	    strlen(argv[0]));
	if (field != NULL && field->kind == FIELD_TERM && field_facet(field) !=
	    NULL && text_same(field->name, argv[0])) {
		address.facet = argv[0];
		argc--;
		argv++;
	}
	address.query = run_operands(run, argc, argv);
	if (run->format->rows != NULL)
		return pages_print_rows(run, terms_json(library, address.facet,
		    address.query), "terms", "no terms match", address.query);
	return pages_print_page(run, page_make(run, library, &address),
	    "no terms match", address.query);
}

/* Comparison. */

const struct option_row cmd_compare_options[] = {
	OPTION_ROW_FORMAT(FORMAT_PAGES | FORMAT_ROWS),
	OPTION_ROW_PLAIN,
	OPTION_ROW_JSON,
	OPTION_ROW_NULL("end each tsv line with NUL; ids on standard input "
	    "also end in NUL"),
	OPTION_ROW_RAW,
	{ .name = NULL }
};

/* The ids of works, or addresses of topics; NULL after complaining. */
static char *
pages_take_works(struct run *run, struct library *library,
    const struct list *asked)
{
	enum rectype kind = compares_topics(library, list_at(asked, 0)) ?
	    RECTYPE_TOPIC : RECTYPE_WORK;
	struct buf ids = { .data = NULL };
	struct list seen = { .at = NULL };
	struct address address;
	bool wrong = false;
	size_t i;

	for (i = 0; i < asked->count; i++) {
		if (library_resolve(library, run, list_at(asked, i),
		    &address) && address.page == PAGE_RECORD &&
		    address.kind == kind) {
			if (list_holds(&seen, address.id)) {
				run_complain("'%s' is given twice; name "
				    "another to compare it with", (const char *)list_at(
				    asked, i));
				return NULL;
			}
			list_add(run, &seen, mem_text(run, address.id));
			buf_format(run, &ids, "%s%s", i > 0 ? "," : "",
			    kind == RECTYPE_WORK ? address.id : address_of(run,
			    kind, address.id));
			continue;
		}
		wrong = true;
		if (library_resolve(library, run, list_at(asked, i),
		    &address))
			run_complain("cannot compare '%s' with the others: "
			    "compare works with works, or topics with topics", (const
			    char *)list_at(asked, i));
		else
			run_unknown(run, library, list_at(asked, i));
	}
	if (kind == RECTYPE_TOPIC && asked->count > COMPARE_LEAST) {
		run_complain("only two topics can be compared at a time");
		return NULL;
	}
	return wrong ? NULL : ids.data;
}

enum status
cmd_compare(struct run *run, int argc, char **argv)
{
	struct address address = { .page = PAGE_COMPARE, .query = "" };
	struct list asked = { .at = NULL };
	enum status status;
	struct library *library;
	struct doc *doc;

	if (!run_ids(run, argc, argv, &asked))
		return STATUS_ERROR;
	if (asked.count < COMPARE_LEAST || asked.count > COMPARE_MOST) {
		run_complain("usage: strigil compare ID ID..., with two to "
		    "four works, or two topics");
		return STATUS_ERROR;
	}
	library = bibliography_open(run, &status);
	if (library == NULL)
		return status;
	address.works = pages_take_works(run, library, &asked);
	if (address.works == NULL)
		return run_finish(STATUS_NOTHING);
	doc = page_make(run, library, &address);
	if (doc == NULL || run->format->rows == NULL)
		return pages_print_page(run, doc, "no works for", "");
	return pages_print_rows(run, comparison_json(doc), "rows", "no works "
	    "for", "");
}
