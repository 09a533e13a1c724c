/* strigil show: prints works, claims, terms. */
#include "base/text.h"
#include "cli/options.h"
#include "cli/pager.h"
#include "cli/run.h"
#include "page/page.h"
#include "export/json.h"
#include "export/records.h"

const struct option_row cmd_show_options[] = {
	{ 'f', "format", "FORMAT", "text, linear, markdown, html, man or json",
	  take_page_format },
	{ 0, "json", NULL, "as --format=json", take_json },
	{ 0, "format-version", "NUMBER", "fail unless JSON is of this "
	  "version", take_format_version },
	{ '0', "null", NULL, "ids on the standard input end with NUL",
	  take_null },
	{ 0, NULL, NULL, NULL, NULL }
};

/* A record as itself, another page as what stands on it. */
static void
add_json(struct run *run, struct library *library, json_t *answer,
    const struct address *address)
{
	json_t *pages = json_object_get(answer, "pages");

	if (address->page == PAGE_RECORD) {
		export_json_add(answer, address->kind, library_record(library,
		    run, address->kind, address->id));
		return;
	}
	if (pages == NULL) {
		pages = json_array();
		(void)json_object_set_new(answer, "pages", pages);
	}
	(void)json_array_append_new(pages, doc_json(page_make(run, library,
	    address)));
}

/* Whether there is a page at an address. */
static bool
is_page(struct run *run, struct library *library, const char *text,
    struct address *address)
{
	struct doc *doc;

	if (!library_resolve(library, run, text, address))
		return false;
	if (address->page == PAGE_RECORD)
		return true;
	doc = page_make(run, library, address);
	return doc != NULL;
}

/* What is there, as asked for; then what is not. */
static enum status
show(struct run *run, struct library *library, const struct list *asked)
{
	json_t *answer = export_json();
	struct list docs = { .at = NULL }, unknown = { .at = NULL };
	struct address address;
	size_t i;

	for (i = 0; i < asked->count; i++) {
		if (!is_page(run, library, asked->at[i], &address))
			list_add(run, &unknown, asked->at[i]);
		else if (run->format != FORMAT_JSON)
			list_add(run, &docs, page_make(run, library,
			    &address));
		else
			add_json(run, library, answer, &address);
	}
	if (docs.count > 0)
		pager_start(run);
	for (i = 0; i < unknown.count; i++)
		run_unknown(run, library, unknown.at[i]);
	if (docs.count > 0)
		run_print(run, &docs);
	if (run->format == FORMAT_JSON) {
		(void)json_dumpf(answer, stdout, JSON_INDENT(1) |
		    JSON_REAL_PRECISION(15));
		(void)fputs("\n", stdout);
	}
	json_decref(answer);
	return unknown.count > 0 ? STATUS_NOTHING : STATUS_FOUND;
}

enum status
cmd_show(struct run *run, int argc, char **argv)
{
	struct list asked = { .at = NULL };
	struct err err = ERR_INIT;
	struct library *library;
	enum status status;

	if (argc == 0) {
		run_complain("show what? 'strigil show ADDRESS...'");
		return STATUS_ERROR;
	}
	if (!run_ids(run, argc, argv, &asked))
		return STATUS_ERROR;
	if (asked.count == 0)
		return STATUS_NOTHING;
	library = run_library(run, &status);
	if (library == NULL)
		return status;
	status = show(run, library, &asked);
	if (!library_ok(library, &err))
		status = run_fail(&err);
	return run_finish(status);
}
