/* strigil claims, terms, compare: pages that have commands of their own. */
#include "base/text.h"
#include "cli/options.h"
#include "cli/run.h"
#include "page/page.h"
#include "page/page_compare.h"

static enum status
print_page(struct run *run, struct library *library,
    const struct address *address)
{
	struct doc *doc = page_make(run, library, address);
	struct err err = ERR_INIT;

	if (doc != NULL)
		run_print_one(run, doc);
	if (!library_ok(library, &err))
		return run_fail(&err);
	return run_finish(doc != NULL ? STATUS_FOUND : STATUS_NOTHING);
}

/* Claims. */

static bool
take_verdict(struct run *run, const char *argument)
{
	struct buf names = { .data = NULL };
	size_t i;

	for (i = 0; i < verdicts.count; i++)
		buf_format(run, &names, "%s%s", i > 0 ? ", " : "",
		    verdicts.at[i].id);
	run->wrong = names.data;
	run->verdict = argument;
	return code_find(&verdicts, argument) != NULL;
}

const struct option_row cmd_claims_options[] = {
	{ 'v', "verdict", "VERDICT", "only claims with this verdict",
	  take_verdict, 0 },
	{ 'f', "format", "FORMAT", .formats = FORMAT_PAGES | FORMAT_CLAIMS },
	{ 0, "plain", NULL, "as --format=tsv", take_plain, 0 },
	{ 0, "json", NULL, "as --format=json", take_json, 0 },
	{ 0, "format-version", "NUMBER", "fail unless JSON is of this "
	  "version", take_format_version, 0 },
	{ '0', "null", NULL, "end lines of ids and tsv with NUL", take_null, 0 },
	{ .name = NULL }
};

enum status
cmd_claims(struct run *run, int argc, char **argv)
{
	const struct search search = { .target = PLAN_CLAIMS,
	    .order = ORDER_LEVEL };
	struct address address = { .page = PAGE_CLAIMS };
	enum status status;
	struct library *library;
	char *query = run_operands(run, argc, argv);

	if (run->verdict != NULL)
		query = mem_format(run, "%s%sverdict:\"%s\"", query,
		    *query == '\0' ? "" : " ", run->verdict);
	if (!run_may_print(run, FORMAT_PAGES | FORMAT_CLAIMS))
		return STATUS_ERROR;
	if (run->format->pages == NULL) {
		run->kind = RECTYPE_CLAIM;
		return cmd_search(run, 1, &query);
	}
	library = run_library(run, &status);
	if (library == NULL)
		return status;
	address.query = query;
	if (library_search(library, run, &search, query)->total == 0) {
		run_complain("no claims for: %s", query);
		return run_finish(STATUS_NOTHING);
	}
	return print_page(run, library, &address);
}

/* Terms. */

static bool
has_table(const struct doc *doc)
{
	const struct block *block;
	size_t i;

	for (i = 0; i < doc->blocks.count; i++) {
		block = doc->blocks.at[i];
		if (block->kind == BLOCK_TABLE)
			return true;
	}
	return false;
}

const struct option_row cmd_terms_options[] = {
	{ 'f', "format", "FORMAT", .formats = FORMAT_PAGES },
	{ .name = NULL }
};

enum status
cmd_terms(struct run *run, int argc, char **argv)
{
	struct address address = { .page = PAGE_TERMS };
	enum status status;
	struct library *library = run_library(run, &status);

	if (library == NULL)
		return status;
	if (argc > 0 && facet_find(argv[0]) != FACET_COUNT) {
		address.facet = argv[0];
		argc--;
		argv++;
	}
	address.query = run_operands(run, argc, argv);
	if (!has_table(page_make(run, library, &address))) {
		run_complain("no terms are called: %s", address.query);
		return run_finish(STATUS_NOTHING);
	}
	return print_page(run, library, &address);
}

/* Comparing. */

const struct option_row cmd_compare_options[] = {
	{ 'f', "format", "FORMAT", .formats = FORMAT_PAGES },
	{ '0', "null", NULL, "ids on the standard input end with NUL",
	  take_null, 0 },
	{ .name = NULL }
};

/* The ids of works, or NULL after complaining. */
static char *
take_works(struct run *run, struct library *library, const struct list *asked)
{
	struct buf ids = { .data = NULL };
	struct address address;
	bool wrong = false;
	size_t i;

	for (i = 0; i < asked->count; i++) {
		if (library_resolve(library, run, asked->at[i], &address) &&
		    address.page == PAGE_RECORD && address.kind == RECTYPE_WORK) {
			buf_format(run, &ids, "%s%s", i > 0 ? "," : "",
			    address.id);
			continue;
		}
		wrong = true;
		run_unknown(run, library, asked->at[i]);
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

	if (!run_ids(run, argc, argv, &asked))
		return STATUS_ERROR;
	if (asked.count < COMPARE_LEAST || asked.count > COMPARE_MOST) {
		run_complain("compare which? 'strigil compare ID ID...', two "
		    "to four works");
		return STATUS_ERROR;
	}
	library = run_library(run, &status);
	if (library == NULL)
		return status;
	address.works = take_works(run, library, &asked);
	if (address.works == NULL)
		return run_finish(STATUS_NOTHING);
	return print_page(run, library, &address);
}
