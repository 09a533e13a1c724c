/* strigil map: prints the evidence gap map of a search. */
#include "base/text.h"
#include "edge/options.h"
#include "edge/run.h"
#include "page/page_map.h"

static bool
take_field(struct run *run, const char *argument, const char **field)
{
	const char *const *name;

	run->wrong = "mechanism, condition, outcome, technique, instrument, "
	    "region, population, design, level, year, subjects or is";
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

const struct option_row cmd_map_options[] = {
	{ 'r', "rows", "FIELD", "what the rows are (condition)", take_rows },
	{ 'c', "columns", "FIELD", "what the columns are (outcome)",
	  take_columns },
	{ 'f', "format", "FORMAT", "text, linear, markdown, html, man or tsv",
	  take_map_format },
	{ 0, NULL, NULL, NULL, NULL }
};

enum status
cmd_map(struct run *run, int argc, char **argv)
{
	struct address address = { .page = PAGE_MAP, .rows = run->rows,
	    .columns = run->columns };
	enum status status;
	struct library *library = run_library(run, &status);
	const struct search search = { .target = PLAN_WORKS,
	    .order = ORDER_LEVEL };
	struct err err = ERR_INIT;
	bool linear = run->printer != NULL &&
	    text_same(run->printer->name, "linear");

	if (library == NULL)
		return status;
	address.query = argc == 0 ? "" : run_operands(run, argc, argv);
	if (library_search(library, run, &search, address.query)->total == 0) {
		run_complain("no works for: %s", address.query);
		return STATUS_NOTHING;
	}
	if (run->format == FORMAT_TSV)
		(void)fputs(page_map_tsv(run, library, &address), stdout);
	else
		run_print_one(run, page_map(run, library, &address, linear ?
		    MAP_LINEAR : MAP_WHOLE));
	if (!library_ok(library, &err))
		return run_fail(&err);
	return run_finish(STATUS_FOUND);
}
