/* strigil plot: prints what the works of a search found, side by side. */
#include "base/text.h"
#include "edge/options.h"
#include "edge/run.h"
#include "page/page_plot.h"

static bool
take_plot_format(struct run *run, const char *argument)
{
	return take_page_format(run, argument) && run->format == FORMAT_TEXT;
}

static bool
take_plot(struct run *run, const char *argument)
{
	run->wrong = "direction or forest";
	run->plot = argument;
	return text_same(argument, "direction") || text_same(argument,
	    "forest");
}

/* Ids of works, and nothing else, are those works; NULL: a query. */
static char *
query_of_ids(struct run *run, struct library *library, int argc, char **argv)
{
	struct buf query = { .data = NULL };
	struct address address;
	int i;

	for (i = 0; i < argc; i++) {
		if (!library_resolve(library, run, argv[i], &address) ||
		    address.page != PAGE_RECORD || address.kind != KIND_WORK)
			return NULL;
		buf_format(run, &query, "%sid:%s", i > 0 ? " OR " : "",
		    address.id);
	}
	return query.data;
}

const struct option_row cmd_plot_options[] = {
	{ 'k', "kind", "KIND", "direction or forest (both)", take_plot },
	{ 'f', "format", "FORMAT", "text, linear, markdown, html or man",
	  take_plot_format },
	{ 0, NULL, NULL, NULL, NULL }
};

enum status
cmd_plot(struct run *run, int argc, char **argv)
{
	const struct search search = { .target = PLAN_WORKS,
	    .order = ORDER_LEVEL };
	struct address address = { .page = PAGE_PLOT, .plot = run->plot };
	enum status status;
	struct library *library = run_library(run, &status);
	struct err err = ERR_INIT;

	if (library == NULL)
		return status;
	address.query = query_of_ids(run, library, argc, argv);
	if (address.query == NULL)
		address.query = run_operands(run, argc, argv);
	if (library_search(library, run, &search, address.query)->total == 0) {
		run_complain("no works for: %s", address.query);
		return STATUS_NOTHING;
	}
	run_print_one(run, page_plot(run, library, &address));
	if (!library_ok(library, &err))
		return run_fail(&err);
	return run_finish(STATUS_FOUND);
}
