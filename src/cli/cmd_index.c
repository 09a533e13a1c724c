/* strigil index: builds the index, or prints its path. */
#include "base/text.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/progress.h"
#include "cli/bibliography.h"
#include "cli/run.h"
#include "page/page_search.h"

const struct option_row cmd_index_options[] = {
	{ 'r', "rebuild", NULL, "rebuild the index even if it is up to date",
	  FLAG(struct index_options, rebuild) },
	{ 0, "check", NULL, "check the whole index, and rebuild it if damaged",
	  FLAG(struct index_options, check) },
	{ 'w', "where", NULL, "print the path of the index without building it",
	  FLAG(struct index_options, where) },
	{ 'o', "output", "FILE", "build the index as FILE, to install with a "
	  "bibliography", TEXT(struct index_options, output) },
	{ .name = NULL }
};

static enum status
print_where(struct run *run, const struct cache_request *request)
{
	char *path = cache_where(run, request), *clean;

	if (path == NULL) {
		run_complain("no directory for the index: neither "
		    "XDG_CACHE_HOME nor HOME is a directory");
		return STATUS_ERROR;
	}
	clean = text_clean(run, path, strlen(path));
	(void)printf("%s\n", clean);
	return run_finish(STATUS_FOUND);
}

static enum status
build_at(struct run *run, const struct cache_request *request)
{
	const struct index_options *options = run->options;
	struct ingest_result result;
	struct err err = ERR_INIT;
	char *path = *options->output == '/' ? mem_text(run, options->output) :
	    mem_format(run, "./%s", options->output);

	if (cache_build_at(request, path, &result, &err))
		return STATUS_FOUND;
	return run_fail(&err);
}

static const char *const origins[] = {
	[CACHE_INSTALLED] = "installed, fresh",
	[CACHE_FRESH] = "fresh",
	[CACHE_BUILT] = "built",
	[CACHE_PRIVATE] = "not saved",
};

static enum status
print_counts(struct run *run, struct library *library,
    const struct cache_answer *answer)
{
	long works = library_count(library, RECTYPE_WORK);
	long claims = library_count(library, RECTYPE_CLAIM);
	long terms = library_count(library, RECTYPE_TERM);
	struct err err = ERR_INIT;

	if (!library_ok(library, &err))
		return run_fail(&err);
	if (!run->quiet)
		(void)printf("%s: %s, %s, %s (%s)\n",
		    answer->path == NULL ? "-" : text_clean(run, answer->path,
		    strlen(answer->path)), wording_count(run, RECTYPE_WORK,
		    works), wording_count(run, RECTYPE_CLAIM, claims),
		    wording_count(run, RECTYPE_TERM, terms),
		    origins[answer->origin]);
	return run_finish(STATUS_FOUND);
}

enum status
cmd_index(struct run *run, int argc, char **argv)
{
	const struct index_options *options = run->options;
	struct progress *progress = progress_new(run);
	struct cache_request request;
	struct cache_answer answer;
	struct library *library;
	struct err err = ERR_INIT;
	enum status status;

	(void)argv;
	if (argc > 0) {
		run_complain("index takes no arguments; name bibliographies "
		    "with -b");
		return STATUS_ERROR;
	}
	if (options->output != NULL && run->settings->restricted) {
		run_complain("cannot write files in restricted mode");
		return STATUS_ERROR;
	}
	if (!bibliography_request(run, &request))
		return STATUS_ERROR;
	if (run->statuses_problem != NULL)
		run_complain("%s", run->statuses_problem);
	request.rebuild = options->rebuild;
	request.whole = options->check;
	request.watch = progress_watch(progress);
	request.sink = progress_sink(progress);
	if (options->where)
		return print_where(run, &request);
	run_catch_interrupt();
	if (options->output != NULL) {
		status = build_at(run, &request);
		progress_end(progress);
		return status;
	}
	library = library_open(run, &request, &answer, &err);
	progress_end(progress);
	if (library == NULL)
		return run_fail(&err);
	if (answer.unsaved != NULL) {
		run_complain("the index was not saved: %s", answer.unsaved);
		return STATUS_ERROR;
	}
	return print_counts(run, library, &answer);
}
