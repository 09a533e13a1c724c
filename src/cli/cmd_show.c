/* strigil show: prints works, claims, terms. */
#include "base/text.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/pager.h"
#include "cli/output.h"
#include "cli/bibliography.h"
#include "cli/run.h"
#include "page/page.h"
#include "page/page_answer.h"

const struct option_row cmd_show_options[] = {
	OPTION_ROW_FORMAT(FORMAT_PAGES | FORMAT_RECORDS | FORMAT_WORKS),
	OPTION_ROW_JSON,
	OPTION_ROW_FIELDS,
	OPTION_ROW_NULL("ids on standard input end in NUL"),
	OPTION_ROW_RAW,
	{ .name = NULL }
};

/* Finds the page at an address; false if there is none. */
static bool
show_find(struct run *run, struct library *library, const char *text,
    struct address *address, struct list *docs)
{
	struct doc *doc;

	if (!library_resolve(library, run, text, address) &&
	    !answer_resolve(library, run, text, address))
		return false;
	if (run->format->pages == NULL && address->page == PAGE_RECORD)
		return true;
	doc = page_make(run, library, address);
	if (doc != NULL)
		list_add(run, docs, doc);
	return doc != NULL;
}

/*
 * Writes records, or the works of lists; returns how many could not be written.
 */
static size_t
show_records(struct run *run, struct library *library,
    const struct list *found)
{
	size_t others, left;
	const struct list all = export_works_of_lists(run, run->format,
	    library, found, &others);
	const struct export_source source = { library, NULL, &all,
	    &run->keys };
	const struct export_target target = output_target(run);

	left = all.count - format_write(run->format, &source, &target);
	if (others > 0 && !run->quiet)
		run_complain("list items left out because they are not works "
		    "in the open bibliographies: %zu", others);
	if (left > 0)
		run_complain("%zu of %zu cannot be printed as %s", left,
		    all.count, run->format->name);
	return all.count == 0 ? 1 : left;
}

/* Prints the pages found in the requested format, then those not found. */
static enum status
show_docs(struct run *run, struct library *library, const struct list *asked)
{
	struct list found = { .at = NULL }, docs = { .at = NULL };
	struct list unknown = { .at = NULL };
	struct address *addresses = mem_array(run, struct address,
	    asked->count);
	size_t left = 0, i;

	for (i = 0; i < asked->count; i++)
		if (show_find(run, library, list_at(asked, i), &addresses[i],
		    &docs))
			list_add(run, &found, &addresses[i]);
		else
			list_add(run, &unknown, list_at(asked, i));
	if (found.count > 0)
		pager_start(run);
	for (i = 0; i < unknown.count; i++)
		run_unknown(run, library, list_at(&unknown, i));
	if (run->format->pages == NULL && found.count > 0)
		left = show_records(run, library, &found);
	else if (docs.count > 0)
		output_docs(run, &docs);
	return unknown.count + left > 0 ? STATUS_NOTHING : STATUS_FOUND;
}

enum status
cmd_show(struct run *run, int argc, char **argv)
{
	struct list asked = { .at = NULL };
	struct library *library;
	enum status status;

	if (argc == 0) {
		run_complain("missing address; usage: strigil show ADDRESS...");
		return STATUS_ERROR;
	}
	if (!output_keys(run) || !run_ids(run, argc, argv, &asked))
		return STATUS_ERROR;
	if (asked.count == 0)
		return STATUS_NOTHING;
	library = bibliography_open(run, &status);
	if (library == NULL)
		return status;
	status = show_docs(run, library, &asked);
	return run_finish(status);
}
