/* strigil plot: plots the results of works side by side. */
#include "base/text.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/bibliography.h"
#include "cli/run.h"
#include "cli/search_log.h"
#include "library/axis.h"
#include "page/makers.h"

/*
 * The query for works if all operands are ids; otherwise NULL, with *wrong set
 * to the first operand that is not an id.
 */
static char *
query_of_ids(struct run *run, struct library *library, const struct list *ids,
    const char **wrong)
{
	struct buf query = { .data = NULL };
	struct address address;
	size_t i;

	for (i = 0; i < ids->count; i++) {
		*wrong = list_at(ids, i);
		if (!library_resolve(library, run, *wrong, &address) ||
		    address.page != PAGE_RECORD || address.kind != RECTYPE_WORK)
			return NULL;
		buf_format(run, &query, "%sid:%s", i > 0 ? " OR " : "",
		    address.id);
	}
	return query.data;
}

enum { NAMED_MAX = 32 };

/*
 * The query to plot, owned by the run.  NULL after complaining, with a status.
 */
static char *
take_query(struct run *run, struct library *library, const struct list *ids,
    int argc, char **argv, enum status *status)
{
	const char *wrong = NULL;
	char *query = query_of_ids(run, library, ids, &wrong);

	if (query != NULL && ids->count > NAMED_MAX) {
		run_complain("%zu works are too many for one plot; name at "
		    "most %d", ids->count, NAMED_MAX);
		*status = STATUS_ERROR;
		return NULL;
	}
	if (query != NULL || !run_reads_ids(argc, argv))
		return query != NULL ? query : run_operands(run, argc, argv);
	if (wrong != NULL)
		run_unknown(run, library, wrong);
	*status = STATUS_NOTHING;
	return NULL;
}

const struct option_row cmd_plot_options[] = {
	{ 'k', "kind", "KIND", "direction or forest (default: both)",
	  NAME(struct plot_options, kind), CHOICES("direction", "forest") },
	{ 'c', "columns", "NAMES", "only these outcomes, separated by "
	  "commas; may be repeated", TEXTS(struct plot_options, columns) },
	{ 'n', "max", "NUMBER", "plot at most NUMBER works, strongest first",
	  NUMBER(struct plot_options, most, 200) },
	OPTION_ROW_FORMAT(FORMAT_PAGES),
	OPTION_ROW_NULL("ids on standard input end in NUL"),
	{ .name = NULL }
};

/* Parses --columns.  False after complaining. */
static bool
plot_outcomes(struct run *run, struct library *library,
    struct address *address)
{
	const struct plot_options *options = run->options;
	const struct axis axis = library_axis(library, run, NULL, run_names(
	    run, &options->columns), "outcome");

	address->only = axis.ids;
	if (axis.unknown != NULL)
		run_unknown_value(run, "columns", &axis, "'strigil terms "
		    "outcome' lists them");
	return axis.unknown == NULL;
}

enum status
cmd_plot(struct run *run, int argc, char **argv)
{
	const struct plot_options *options = run->options;
	struct address address = { .page = PAGE_PLOT, .plot = options->kind };
	enum status status;
	struct list ids = { .at = NULL };
	struct library *library;
	struct doc *doc;

	if (!run_ids(run, argc, argv, &ids))
		return STATUS_ERROR;
	library = bibliography_open(run, &status);
	if (library == NULL)
		return status;
	if (!plot_outcomes(run, library, &address))
		return STATUS_ERROR;
	if (options->most > 0)
		address.most = mem_format(run, "%ld", options->most);
	address.query = take_query(run, library, &ids, argc, argv,
	    &status);
	if (address.query == NULL)
		return status;
	search_log_of_command(run, library, RECTYPE_WORK, address.query);
	doc = page_plot(run, library, &address);
	if (doc->found == 0)
		return run_nothing(run, "no works for", address.query);
	output_doc(run, doc);
	return run_finish(STATUS_FOUND);
}
