/* strigil map: prints the evidence gap map of a search. */
#include "base/text.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/bibliography.h"
#include "cli/run.h"
#include "cli/search_log.h"
#include "page/makers.h"

static const char *
field_choice(size_t i)
{
	return facet_fields(RECTYPE_WORK)[i];
}

const struct option_row cmd_map_options[] = {
	{ 'r', "rows", "FIELD", "what the rows are (condition)",
	  TEXT(struct map_options, rows), .choice = field_choice },
	{ 'c', "columns", "FIELD", "what the columns are (outcome)",
	  TEXT(struct map_options, columns), .choice = field_choice },
	{ 's', "sort", "ORDER", "of rows: works (most first) or name",
	  CHOICE(struct map_options, by_name), CHOICES("works", "name") },
	{ 'o', "only", "NAMES", "these columns alone: terms or values, with "
	  "commas between them", TEXT(struct map_options, only) },
	{ 'n', "max", "NUMBER", "print at most this many rows",
	  NUMBER(struct map_options, most, 100000) },
	{ 't', "top", NULL, "broadest terms only; each counts what is below "
	  "it", FLAG(struct map_options, top) },
	OPTION_ROW_FORMAT(FORMAT_PAGES | FORMAT_MAP),
	OPTION_ROW_PLAIN,
	OPTION_ROW_NULL("end lines of ids and tsv with NUL"),
	{ .name = NULL }
};

/* Whether the map has such a field; false after complaining. */
static bool
map_has_field(struct run *run, struct library *library, const char *option,
    const char *name)
{
	const char *const *known = library_facet_fields(library, run,
	    RECTYPE_WORK);
	struct buf all = { .data = NULL };
	size_t i;

	for (i = 0; name != NULL && known[i] != NULL; i++) {
		if (text_same(known[i], name))
			return true;
		buf_format(run, &all, "%s%s", i == 0 ? "" : known[i + 1] ==
		    NULL ? " or " : ", ", known[i]);
	}
	if (name != NULL)
		run_complain("--%s: unknown value '%s'; choose %s", option,
		    name, all.data);
	return name == NULL;
}

char *
run_columns(struct run *run, struct library *library, const char *names,
    bool terms)
{
	struct buf ids = { .data = NULL };
	struct address address;
	const char *at;
	char *name;
	size_t n;

	for (at = names; *at != '\0'; at += n + (at[n] == ',')) {
		n = strcspn(at, ",");
		name = text_clean(run, at, n);
		if (library_resolve(library, run, name, &address) &&
		    address.page == PAGE_RECORD && address.kind ==
		    RECTYPE_TERM) {
			name = mem_text(run, address.id);
		} else if (terms) {
			run_unknown(run, library, name);
			return NULL;
		}
		buf_format(run, &ids, "%s%s", ids.len > 0 ? "," : "", name);
	}
	return mem_text(run, buf_string(&ids));
}

enum status
cmd_map(struct run *run, int argc, char **argv)
{
	const struct map_options *options = run->options;
	struct address address = { .page = PAGE_MAP, .rows = options->rows,
	    .columns = options->columns, .sort = options->by_name ? "name" :
	    NULL, .depth = options->top ? "top" : NULL };
	enum status status;
	struct library *library;
	struct doc *doc;
	const char *lines;

	if (!output_may(run, FORMAT_PAGES | FORMAT_MAP))
		return STATUS_ERROR;
	library = bibliography_open(run, &status);
	if (library == NULL)
		return status;
	if (!map_has_field(run, library, "rows", options->rows) ||
	    !map_has_field(run, library, "columns", options->columns))
		return STATUS_ERROR;
	if (options->only != NULL)
		address.only = run_columns(run, library, options->only,
		    false);
	if (options->most > 0)
		address.most = mem_format(run, "%ld", options->most);
	address.query = argc == 0 ? "" : run_operands(run, argc, argv);
	search_log_of_command(run, library, RECTYPE_WORK, address.query);
	if (run->format->map != NULL) {
		lines = run->format->map(run, library, &address);
		if (lines == NULL)
			return run_nothing(run, "no works for", address.query);
		output_lines(run, lines);
	} else {
		doc = page_map(run, library, &address);
		if (doc->found == 0)
			return run_nothing(run, "no works for", address.query);
		output_doc(run, doc);
	}
	return run_finish(STATUS_FOUND);
}
