/* strigil check: looks for problems in bibliographies. */
#include <jansson.h>

#include "cli/commands.h"
#include "cli/options.h"
#include "cli/paths.h"
#include "cli/progress.h"
#include "cli/output.h"
#include "cli/run.h"
#include "cli/spool.h"
#include "page/page_search.h"
#include "export/records.h"
#include "library/ingest.h"
#include "library/membership.h"

const struct option_row cmd_check_options[] = {
	OPTION_ROW_FORMAT(FORMAT_PROBLEMS),
	OPTION_ROW_JSON,
	{ .name = NULL }
};

enum { PRINTED_MAX = 1000 };	/* problems printed; further ones are counted */

struct checking {
	struct run	*run;
	json_t		*problems;	/* with -f json */
	size_t		 count;
};

static void
check_on_problem(void *user, const struct diag *diag)
{
	struct checking *checking = user;

	if (++checking->count > PRINTED_MAX)
		return;
	if (checking->run->format->pages != NULL) {
		progress_print_diag(stdout, diag);
		return;
	}
	(void)json_array_append_new(checking->problems, json_pack(
	    "{s:s%, s:I, s:I, s:s, s:s}", "file", diag->place.file,
	    strlen(diag->place.file), "line", (json_int_t)diag->place.line,
	    "column", (json_int_t)diag->place.column, "severity",
	    severity_name(diag->severity), "text", diag->text));
}

/* Reports the content of a valid file, so that "no records" is noticed. */
static void
print_summary(const struct run *run, const char *path, const char *whole,
    const struct ingest_result *result, const struct diag_sink *sink)
{
	if (run->quiet || run->format->pages == NULL)
		return;
	if (result->elsewhere > 0)
		run_complain("%zu problem%s in other files; 'strigil check %s' "
		    "shows all", result->elsewhere, result->elsewhere == 1 ?
		    "" : "s", whole);
	run_complain("%s%s%s: %s, %s, %s; %zu error%s, %zu warning%s", path,
	    whole == NULL ? "" : " as part of ",
	    whole == NULL ? "" : whole,
	    wording_count(run, RECTYPE_WORK, (long)result->works),
	    wording_count(run, RECTYPE_CLAIM, (long)result->claims),
	    wording_count(run, RECTYPE_TERM, (long)result->terms), sink->errors,
	    sink->errors == 1 ? "" : "s", sink->warnings, sink->warnings ==
	    1 ? "" : "s");
}

static enum status
check_path(struct checking *checking, const char *path, const char *whole,
    const struct list *context, size_t *errors, size_t *warnings)
{
	struct progress *progress = progress_new(checking->run);
	struct diag_sink sink = { .report = check_on_problem,
	    .user = checking };
	struct ingest_result result = { .files = 0 };
	struct err err = ERR_INIT;
	bool ok = ingest_check(path, whole, (const char *const *)context->at,
	    context->count, progress_watch(progress), &sink, &result, &err);

	progress_end(progress);
	*errors += sink.errors;
	*warnings += sink.warnings;
	if (!ok)
		return run_fail(&err);
	print_summary(checking->run, path, whole, &result, &sink);
	return sink.errors > 0 ? STATUS_PROBLEMS :
	    STATUS_FOUND;
}

static void
check_print_json(const struct checking *checking, size_t errors,
    size_t warnings)
{
	output_json(json_pack("{s:i, s:O, s:I, s:I}", "format-version",
	    EXPORT_FORMAT_VERSION, "problems", checking->problems, "errors",
	    (json_int_t)errors, "warnings", (json_int_t)warnings));
}

/*
 * The bibliography that the file is part of, or NULL.  A file next to one is
 * not part of it if it is valid on its own.
 */
static const char *
whole_of(struct run *run, const char *path, const struct list *context)
{
	char *whole = membership_find(run, path,
	    (const char *const *)context->at, context->count);
	struct diag_sink silent = { .report = NULL };
	struct ingest_result result = { .files = 0 };
	struct err err = ERR_INIT;

	if (whole == NULL || context->count > 0 || !ingest_check(path, NULL,
	    NULL, 0, NULL, &silent, &result, &err) || silent.errors > 0)
		return whole;
	return NULL;
}

/* Adds the open bibliographies, as lists and notes link to their pages. */
static bool
context_of(struct run *run, const char *path, struct list *context)
{
	return context->count > 0 || !membership_is_kept(path) ||
	    paths_of_run(run, context);
}

enum status
cmd_check(struct run *run, int argc, char **argv)
{
	struct checking checking = { .run = run, .problems = json_array() };
	struct list context = { .at = NULL }, own;
	size_t errors = 0, warnings = 0;
	enum status worst = STATUS_FOUND, status;
	struct err err = ERR_INIT;
	const char *path, *whole;
	int i;

	if (argc == 0) {
		run_complain("missing file; usage: strigil check FILE...");
		worst = STATUS_ERROR;
	}
	if (run->paths.count > 0 && !paths_of_run(run, &context))
		worst = STATUS_ERROR;
	run_catch_interrupt();
	for (i = 0; i < argc && (worst != STATUS_ERROR || i > 0) && worst !=
	    STATUS_STOPPED; i++) {
		path = spool_is_pipe(argv[i]) ? spool_pipe(run, argv[i],
		    &err) : argv[i];
		whole = path != argv[i] ? NULL : whole_of(run, path,
		    &context);
		own = context;
		status = path == NULL ? run_fail(&err) : whole == NULL &&
		    !context_of(run, path, &own) ? STATUS_ERROR :
		    check_path(&checking, path, whole, &own, &errors,
		    &warnings);
		if (status == STATUS_STOPPED || status == STATUS_ERROR ||
		    worst == STATUS_FOUND)
			worst = status;
	}
	if (checking.count > PRINTED_MAX)
		run_complain("%zu more problems not shown; fix the first %d "
		    "and check again", checking.count - PRINTED_MAX,
		    PRINTED_MAX);
	if (run->format->pages == NULL && argc > 0)
		check_print_json(&checking, errors, warnings);
	json_decref(checking.problems);
	return run_finish(worst);
}
