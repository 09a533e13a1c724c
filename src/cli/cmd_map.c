/* strigil map: prints the evidence gap map of a search. */
#include "base/text.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/bibliography.h"
#include "cli/run.h"
#include "cli/search_log.h"
#include "page/makers.h"
#include "page/page_map.h"

static const char *
field_choice(size_t i)
{
	return facet_fields(RECTYPE_WORK)[i];
}

const struct option_row cmd_map_options[] = {
	{ 'r', "rows", "FIELD", "field for the rows (default: condition)",
	  TEXT(struct map_options, rows), .choice = field_choice },
	{ 'c', "columns", "FIELD|NAMES", "field for the columns (default: "
	  "outcome), or a list of columns, as for --only",
	  TEXTS(struct map_options, columns), .choice = field_choice },
	{ 's', "sort", "ORDER", "order of the rows: works (most first) or name",
	  CHOICE(struct map_options, by_name), CHOICES("works", "name") },
	{ 'o', "only", "NAMES", "only these columns: terms or values, "
	  "separated by commas", TEXTS(struct map_options, only) },
	{ 'n', "max", "NUMBER", "print at most this many rows",
	  NUMBER(struct map_options, most, 100000) },
	{ 't', "top", NULL, "broadest terms only; each includes its narrower "
	  "terms", FLAG(struct map_options, top) },
	OPTION_ROW_FORMAT(FORMAT_PAGES | FORMAT_MAP),
	OPTION_ROW_PLAIN,
	OPTION_ROW_JSON,
	OPTION_ROW_NULL("end each tsv line with NUL"),
	OPTION_ROW_RAW,
	{ .name = NULL }
};

/* The names of all fields for rows and columns: "a, b or c". */
static char *
all_fields(struct run *run, struct library *library)
{
	const char *const *known = library_facet_fields(library, run,
	    RECTYPE_WORK);
	struct buf all = { .data = NULL };
	size_t i;

	for (i = 0; known[i] != NULL; i++)
		buf_format(run, &all, "%s%s", i == 0 ? "" : known[i + 1] ==
		    NULL ? " or " : ", ", known[i]);
	return all.data;
}

/* Parses --columns and --only.  False after complaining. */
static bool
take_columns(struct run *run, struct library *library,
    struct address *address)
{
	const struct map_options *options = run->options;
	const char *option = options->columns.count > 0 ? "columns" : "only";
	struct axis axis;

	address->columns = run_names(run, &options->columns);
	address->only = run_names(run, &options->only);
	*address = page_map_settle(run, library, address, &axis);
	if (axis.second != NULL)
		run_complain("--%s: given twice, as '%s' and '%s'; choose one "
		    "field", option, axis.field, axis.second);
	else if (axis.unknown != NULL)
		run_unknown_value(run, option, &axis, mem_format(run, "choose "
		    "%s, or names of columns", all_fields(run, library)));
	return axis.second == NULL && axis.unknown == NULL;
}

static bool
map_check_rows(struct run *run, struct library *library)
{
	const struct map_options *options = run->options;

	if (options->rows == NULL || library_is_axis(library, options->rows))
		return true;
	run_complain("--rows: unknown value '%s'; choose %s", options->rows,
	    all_fields(run, library));
	return false;
}

enum status
cmd_map(struct run *run, int argc, char **argv)
{
	const struct map_options *options = run->options;
	struct address address = { .page = PAGE_MAP, .rows = options->rows,
	    .sort = options->by_name ? "name" : NULL, .depth = options->top ?
	    "top" : NULL };
	enum status status;
	struct library *library;
	struct doc *doc;
	const struct export_target target = output_target(run);

	if (!output_may(run, FORMAT_PAGES | FORMAT_MAP))
		return STATUS_ERROR;
	library = bibliography_open(run, &status);
	if (library == NULL)
		return status;
	address.query = argc == 0 ? "" : run_operands(run, argc, argv);
	if (!map_check_rows(run, library) || !take_columns(run, library, &address))
		return STATUS_ERROR;
	if (options->most > 0)
		address.most = mem_format(run, "%ld", options->most);
	search_log_of_command(run, library, RECTYPE_WORK, address.query);
	if (run->format->map != NULL) {
		if (!run->format->map(library, &address, &target))
			return run_nothing(run, "no works for", address.query);
	} else {
		doc = page_map(run, library, &address);
		if (doc->found == 0)
			return run_nothing(run, "no works for", address.query);
		output_doc(run, doc);
	}
	return run_finish(STATUS_FOUND);
}
