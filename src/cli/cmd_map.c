/* strigil map: prints the evidence gap map of a search. */
#include "base/text.h"
#include "cli/options.h"
#include "cli/run.h"
#include "page/page_map.h"

static bool
take_field(struct run *run, const char *argument, const char **field)
{
	const char *const *name;

	run->wrong = "mechanism, condition, outcome, technique, instrument, "
	    "region, population, design, level, year, subjects, known or "
	    "is";
	for (name = facet_fields(PLAN_WORKS); *name != NULL; name++)
		if (text_same(*name, argument))
			break;
	*field = *name;
	return *name != NULL;
}

static bool
take_rows(struct run *run, const char *argument)
{
	return take_field(run, argument, &run->rows);
}

static bool
take_columns(struct run *run, const char *argument)
{
	return take_field(run, argument, &run->columns);
}

static bool
take_row_order(struct run *run, const char *argument)
{
	run->wrong = "works or name";
	run->by_name = text_same(argument, "name");
	return run->by_name || text_same(argument, "works");
}

static bool
take_top(struct run *run, const char *argument)
{
	(void)argument;
	run->top = true;
	return true;
}

const struct option_row cmd_map_options[] = {
	{ 'r', "rows", "FIELD", "what the rows are (condition)", take_rows, 0 },
	{ 'c', "columns", "FIELD", "what the columns are (outcome)",
	  take_columns, 0 },
	{ 's', "sort", "ORDER", "of rows: works (most first) or name",
	  take_row_order, 0 },
	{ 't', "top", NULL, "broadest terms only; each counts what is below "
	  "it", take_top, 0 },
	{ 'f', "format", "FORMAT", .formats = FORMAT_PAGES | FORMAT_MAP },
	{ 0, "plain", NULL, "as --format=tsv", take_plain, 0 },
	{ '0', "null", NULL, "end lines of ids and tsv with NUL", take_null, 0 },
	{ .name = NULL }
};

enum status
cmd_map(struct run *run, int argc, char **argv)
{
	struct address address = { .page = PAGE_MAP, .rows = run->rows,
	    .columns = run->columns, .sort = run->by_name ? "name" : NULL,
	    .depth = run->top ? "top" : NULL };
	enum status status;
	struct library *library;
	const struct search search = { .target = PLAN_WORKS,
	    .order = ORDER_LEVEL };
	struct err err = ERR_INIT;

	if (!run_may_print(run, FORMAT_PAGES | FORMAT_MAP))
		return STATUS_ERROR;
	library = run_library(run, &status);
	if (library == NULL)
		return status;
	address.query = argc == 0 ? "" : run_operands(run, argc, argv);
	if (library_search(library, run, &search, address.query)->total == 0) {
		run_complain("no works for: %s", address.query);
		return STATUS_NOTHING;
	}
	if (run->format->map != NULL)
		run_put_lines(run, run->format->map(run, library, &address));
	else
		run_print_one(run, page_map(run, library, &address));
	if (!library_ok(library, &err))
		return run_fail(&err);
	return run_finish(STATUS_FOUND);
}
