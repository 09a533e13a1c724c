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

const struct option_row cmd_plot_options[] = {
	{ 'f', "format", "FORMAT", "text, linear, markdown, html or man",
	  take_plot_format },
	{ 0, NULL, NULL, NULL, NULL }
};

enum status
cmd_plot(struct run *run, int argc, char **argv)
{
	const struct search search = { .target = PLAN_WORKS,
	    .order = ORDER_LEVEL };
	struct address address = { .page = PAGE_PLOT };
	enum status status;
	struct library *library = run_library(run, &status);
	struct err err = ERR_INIT;

	if (library == NULL)
		return status;
	address.query = argc == 0 ? "" : run_operands(run, argc, argv);
	if (library_search(library, run, &search, address.query)->total == 0) {
		run_complain("no works for: %s", address.query);
		return STATUS_NOTHING;
	}
	run_print_one(run, page_plot(run, library, &address, run->printer !=
	    NULL && text_same(run->printer->name, "linear")));
	if (!library_ok(library, &err))
		return run_fail(&err);
	return run_finish(STATUS_FOUND);
}
