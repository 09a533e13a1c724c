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

enum { PRINTED_MAX = 1000 };	/* further problems are only counted */

struct checking {
	struct run	*run;
	json_t		*problems;	/* collected for -f json */
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

/* Adds the count of a type to a sentence; `always`: even if it is 0. */
static void
check_add_count(struct run *run, struct buf *out,
    const struct ingest_result *result, enum rectype type, bool always)
{
	long count = (long)result->records[type];

	if (count > 0 || always)
		buf_format(run, out, "%s%s", out->len > 0 ? ", " : "",
		    wording_count(run, type, count));
}

/*
 * The content of a file: works, claims and terms, unless it has only other
 * records.
 */
static char *
content_of(struct run *run, const struct ingest_result *result)
{
	const size_t *records = result->records;
	bool only_others = records[RECTYPE_WORK] + records[RECTYPE_CLAIM] +
	    records[RECTYPE_TERM] == 0 && records[RECTYPE_TOPIC] +
	    records[RECTYPE_LIST] + records[RECTYPE_NOTES] > 0;
	struct buf out = { .data = NULL };

	check_add_count(run, &out, result, RECTYPE_WORK, !only_others);
	check_add_count(run, &out, result, RECTYPE_CLAIM, !only_others);
	check_add_count(run, &out, result, RECTYPE_TERM, !only_others);
	check_add_count(run, &out, result, RECTYPE_TOPIC, false);
	check_add_count(run, &out, result, RECTYPE_LIST, false);
	if (records[RECTYPE_LIST] > 0)
		buf_format(run, &out, " with %zu item%s", result->items,
		    result->items == 1 ? "" : "s");
	if (records[RECTYPE_NOTES] > 0)
		buf_format(run, &out, "%snotes on %zu page%s", out.len > 0 ?
		    ", " : "", result->noted, result->noted == 1 ? "" : "s");
	return out.data;
}

/* Reports the content of a valid file, so that "no records" is noticed. */
static void
print_summary(struct run *run, const char *path, const char *whole,
    const struct ingest_result *result, const struct diag_sink *sink)
{
	if (run->quiet || run->format->pages == NULL)
		return;
	if (result->elsewhere > 0)
		run_complain("%zu problem%s in other files; 'strigil check %s' "
		    "shows all", result->elsewhere, result->elsewhere == 1 ?
		    "" : "s", whole);
	run_complain("%s: %s; %zu error%s, %zu warning%s", whole == NULL ?
	    path : mem_format(run, "%s as part of %s", path, whole),
	    content_of(run, result), sink->errors, sink->errors == 1 ? "" :
	    "s", sink->warnings, sink->warnings == 1 ? "" : "s");
}

/* A target of the check. */
struct checked {
	const char	*path;		/* NULL: it cannot be read */
	const char	*whole;		/* bibliography that it is part of, or
					   NULL */
	struct list	 context;
	struct list	 remarks;	/* struct diag: on overlaps with
					   other targets */
};

static enum status
check_target(struct checking *checking, const struct checked *target,
    bool alone, size_t *errors, size_t *warnings)
{
	struct progress *progress;
	struct diag_sink sink = { .report = check_on_problem,
	    .user = checking };
	struct ingest_result result = { .items = 0 };
	struct err err = ERR_INIT;
	bool ok;
	size_t i;

	if (target->path == NULL)
		return STATUS_ERROR;
	for (i = 0; i < target->remarks.count; i++)
		diag_forward(&sink, list_at(&target->remarks, i));
	progress = progress_new(checking->run);
	ok = ingest_check(target->path, target->whole, alone,
	    (const char *const *)target->context.at, target->context.count,
	    progress_watch(progress), &sink, &result, &err);
	progress_end(progress);
	*errors += sink.errors;
	*warnings += sink.warnings;
	if (!ok)
		return run_fail(&err);
	print_summary(checking->run, target->path, target->whole, &result,
	    &sink);
	return sink.errors > 0 ? STATUS_PROBLEMS :
	    STATUS_FOUND;
}

/*
 * Finds the bibliography that the file is part of; NULL for none.  A file next
 * to a bibliography is not part of it if it is valid on its own.
 */
static bool
find_whole(struct run *run, struct checked *target)
{
	const struct list *context = &target->context;
	struct diag_sink silent = { .report = NULL };
	struct ingest_result result = { .items = 0 };
	struct err err = ERR_INIT;
	char *whole;

	if (!membership_find(run, target->path, (const char *const *)
	    context->at, context->count, &whole, &err)) {
		(void)run_fail(&err);
		return false;
	}
	if (whole == NULL || context->count > 0 || !ingest_check(target->path,
	    NULL, true, NULL, 0, NULL, &silent, &result, &err) ||
	    silent.errors > 0)
		target->whole = whole;
	return true;
}

/* Adds the open bibliographies, as lists and notes link to their pages. */
static bool
add_context(struct run *run, struct checked *target)
{
	struct err err = ERR_INIT;
	bool kept;

	if (target->whole != NULL || target->context.count > 0)
		return true;
	if (!membership_is_kept(target->path, &kept, &err)) {
		(void)run_fail(&err);
		return false;
	}
	return !kept || paths_of_run(run, &target->context);
}

/*
 * Finds the targets that the arguments name; the path of one that failed is
 * NULL.
 */
static void
find_targets(struct run *run, const struct list *context, int argc,
    char **argv, struct list *targets)
{
	struct err err = ERR_INIT;
	struct checked *target;
	int i;

	for (i = 0; i < argc && !run_is_interrupted(); i++) {
		target = mem_new(run, struct checked);
		target->path = spool_is_pipe(argv[i]) ? spool_pipe(run,
		    argv[i], &err) : argv[i];
		target->context = *context;
		if (target->path == NULL)
			(void)run_fail(&err);
		else if ((target->path == argv[i] && !find_whole(run,
		    target)) || !add_context(run, target))
			target->path = NULL;
		list_add(run, targets, target);
	}
}

/* Works in more than one target. */

struct overlapping {
	struct run		*run;
	const struct list	*targets;
};

/* Whether a problem in a file belongs to a target. */
static bool
is_of_target(const struct checked *target, const char *file)
{
	size_t n = target->path == NULL ? 0 : strlen(target->path);

	return n == 0 ? false : target->whole != NULL ? membership_same(file,
	    target->path) : strncmp(file, target->path, n) == 0 && (file[n] == '\0' ||
	    file[n] == '/' || file[n - 1] == '/');
}

static void
on_overlap(void *user, const struct diag *diag)
{
	struct overlapping *overlapping = user;
	struct checked *target;
	struct diag *copy;
	size_t i;

	for (i = 0; i < overlapping->targets->count; i++) {
		target = list_at(overlapping->targets, i);
		if (!is_of_target(target, diag->place.file))
			continue;
		copy = mem_new(overlapping->run, struct diag);
		*copy = *diag;
		copy->text = mem_text(copy, diag->text);
		copy->place.file = target->whole != NULL ? target->path :
		    mem_text(copy, diag->place.file);
		list_add(overlapping->run, &target->remarks, copy);
		return;
	}
}

static void
add_path_once(struct run *run, struct list *paths, const char *path)
{
	size_t i;

	for (i = 0; i < paths->count; i++)
		if (membership_same(list_at(paths, i), path))
			return;
	list_add(run, paths, mem_text(run, path));
}

/* Finds works that would overlap if the targets were loaded together. */
static enum status
find_overlaps(struct run *run, const struct list *context,
    const struct list *targets)
{
	struct overlapping overlapping = { run, targets };
	struct diag_sink sink = { .report = on_overlap,
	    .user = &overlapping };
	struct progress *progress = progress_new(run);
	struct list paths = { .at = NULL };
	const struct checked *target;
	struct err err = ERR_INIT;
	size_t i;
	bool ok;

	for (i = 0; i < context->count; i++)
		add_path_once(run, &paths, list_at(context, i));
	for (i = 0; i < targets->count; i++) {
		target = list_at(targets, i);
		if (target->path != NULL)
			add_path_once(run, &paths, target->whole != NULL ?
			    target->whole : target->path);
	}
	ok = ingest_overlaps((const char *const *)paths.at, paths.count,
	    progress_watch(progress), &sink, &err);
	progress_end(progress);
	return ok ? STATUS_FOUND : run_fail(&err);
}

static enum status
check_targets(struct checking *checking, const struct list *targets,
    size_t *errors, size_t *warnings)
{
	enum status worst = STATUS_FOUND, status;
	size_t i;

	for (i = 0; i < targets->count && worst != STATUS_STOPPED; i++) {
		status = check_target(checking, list_at(targets, i),
		    targets->count == 1, errors, warnings);
		if (status == STATUS_STOPPED || status == STATUS_ERROR ||
		    worst == STATUS_FOUND)
			worst = status;
	}
	return worst;
}

/* Whether all files may be read; complains about the first that may not. */
static bool
may_check(const struct run *run, int argc, char **argv)
{
	int i;

	for (i = 0; i < argc; i++)
		if (!run_may_read(run, argv[i]))
			return false;
	return true;
}

enum status
cmd_check(struct run *run, int argc, char **argv)
{
	struct checking checking = { .run = run, .problems = json_array() };
	struct list context = { .at = NULL }, targets = { .at = NULL };
	size_t errors = 0, warnings = 0;
	enum status worst = STATUS_FOUND;

	run_catch_interrupt();
	if (argc == 0)
		run_complain("missing file; usage: strigil check FILE...");
	if (argc == 0 || !may_check(run, argc, argv) ||
	    (run->paths.count > 0 && !paths_of_run(run, &context)))
		worst = STATUS_ERROR;
	else
		find_targets(run, &context, argc, argv, &targets);
	if (run_is_interrupted())
		worst = STATUS_STOPPED;
	if (worst == STATUS_FOUND && targets.count > 1)
		worst = find_overlaps(run, &context, &targets);
	if (worst == STATUS_FOUND)
		worst = check_targets(&checking, &targets, &errors, &warnings);
	if (checking.count > PRINTED_MAX)
		run_complain("problems not shown: %zu; fix the first %d and "
		    "check again", checking.count - PRINTED_MAX,
		    PRINTED_MAX);
	if (run->format->pages == NULL && argc > 0)
		output_json(json_pack("{s:i, s:O, s:I, s:I}",
		    "format-version", EXPORT_FORMAT_VERSION, "problems",
		    checking.problems, "errors", (json_int_t)errors,
		    "warnings", (json_int_t)warnings));
	json_decref(checking.problems);
	return run_finish(worst);
}
