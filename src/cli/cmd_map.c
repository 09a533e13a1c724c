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
	{ 'r', "rows", "FIELD", "field for the rows (condition)",
	  TEXT(struct map_options, rows), .choice = field_choice },
	{ 'c', "columns", "FIELD|NAMES", "field for the columns (outcome), or "
	  "only these, like --only",
	  TEXTS(struct map_options, columns), .choice = field_choice },
	{ 's', "sort", "ORDER", "of rows: works (most first) or name",
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
	OPTION_ROW_NULL("end lines of tsv with NUL"),
	OPTION_ROW_RAW,
	{ .name = NULL }
};

static bool
map_is_field(const char *const *known, const char *name)
{
	size_t i;

	for (i = 0; known[i] != NULL; i++)
		if (text_same(known[i], name))
			return true;
	return false;
}

/* Complains about a value that is neither a field nor a term. */
static bool
refuse_field(struct run *run, struct library *library, const char *option,
    const char *name, const char *or_else)
{
	const char *const *known = library_facet_fields(library, run,
	    RECTYPE_WORK);
	struct buf all = { .data = NULL };
	size_t i;

	for (i = 0; known[i] != NULL; i++)
		buf_format(run, &all, "%s%s", i == 0 ? "" : known[i + 1] ==
		    NULL && *or_else == '\0' ? " or " : ", ", known[i]);
	run_complain("--%s: unknown value '%s'; choose %s%s", option, name,
	    all.data, or_else);
	return false;
}

/* Whether all names in a comma-separated list are terms. */
static bool
are_terms(struct run *run, struct library *library, const char *names)
{
	struct address address;
	const char *at;
	size_t n;

	for (at = names; *at != '\0'; at += n + (at[n] == ',')) {
		n = strcspn(at, ",");
		if (!library_resolve(library, run, text_clean(run, at, n),
		    &address) || address.page != PAGE_RECORD || address.kind !=
		    RECTYPE_TERM)
			return false;
	}
	return true;
}

/*
 * Parses --columns: one field, or terms, which are added to `only`.  False
 * after complaining about other values, or about a second field.
 */
static bool
take_columns(struct run *run, struct library *library, const char **field,
    struct list *only)
{
	const struct map_options *options = run->options;
	const char *const *known = library_facet_fields(library, run,
	    RECTYPE_WORK), *name;
	size_t i;

	*only = options->only;
	for (i = 0; i < options->columns.count; i++) {
		name = list_at(&options->columns, i);
		if (!map_is_field(known, name)) {
			if (!are_terms(run, library, name))
				return refuse_field(run, library, "columns",
				    name, ", or terms as columns");
			list_add(run, only, mem_text(run, name));
		} else if (*field != NULL && !text_same(*field, name)) {
			run_complain("--columns: given twice, as '%s' and "
			    "'%s'; choose one field", *field, name);
			return false;
		} else {
			*field = name;
		}
	}
	return true;
}

char *
run_columns(struct run *run, struct library *library,
    const struct list *given, bool terms)
{
	struct buf ids = { .data = NULL }, names = { .data = NULL };
	struct address address;
	const char *at;
	char *name;
	size_t n, i;

	for (i = 0; i < given->count; i++)
		buf_format(run, &names, "%s%s", i > 0 ? "," : "",
		    (const char *)list_at(given, i));
	for (at = buf_string(&names); *at != '\0'; at += n + (at[n] == ',')) {
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
	    .sort = options->by_name ? "name" : NULL, .depth = options->top ?
	    "top" : NULL };
	struct list only;
	enum status status;
	struct library *library;
	struct doc *doc;
	const struct export_target target = output_target(run);

	if (!output_may(run, FORMAT_PAGES | FORMAT_MAP))
		return STATUS_ERROR;
	library = bibliography_open(run, &status);
	if (library == NULL)
		return status;
	if (!take_columns(run, library, &address.columns, &only))
		return STATUS_ERROR;
	if (options->rows != NULL && !map_is_field(library_facet_fields(library,
	    run, RECTYPE_WORK), options->rows)) {
		(void)refuse_field(run, library, "rows", options->rows, "");
		return STATUS_ERROR;
	}
	if (only.count > 0)
		address.only = run_columns(run, library, &only, false);
	if (options->most > 0)
		address.most = mem_format(run, "%ld", options->most);
	address.query = argc == 0 ? "" : run_operands(run, argc, argv);
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
