/* Finds and opens the bibliographies of a run. */
#include "cli/bibliography.h"

#include "answer/knowledge.h"
#include "base/file.h"
#include "base/text.h"
#include "cli/keeping.h"
#include "cli/paths.h"
#include "cli/progress.h"
#include "cli/sandbox.h"
#include "cli/restrict.h"
#include "cli/saved_state.h"
#include "cli/spool.h"
#include "cli/statuses.h"
#include "library/shelf.h"
#include "library/sources.h"
#include "page/page_answer.h"
#include "record/value.h"

bool
bibliography_request(struct run *run, struct cache_request *request)
{
	const char *statuses = statuses_find(run);
	struct list paths = { .at = NULL };

	if (!paths_of_run(run, &paths))
		return false;
	/*
	 * Added as the last source, as it changes the status of works in the
	 * others.
	 */
	if (statuses != NULL)
		list_add(run, &paths, mem_text(run, statuses));
	*request = (struct cache_request){
		.paths = (const char *const *)paths.at,
		.count = paths.count,
		.installed = run_data_directory(run),
		.directory = run->spooled ? NULL : run_home(run,
		    "XDG_CACHE_HOME", ".cache"),
		.prepare = knowledge_prepare, .finish = library_prepare,
		.version = knowledge_version(), .lead = answer_lead,
	};
	return true;
}

/*
 * Says how many records were left out, as searches would seem complete
 * otherwise.
 */
static void
complain_left_out(const struct run *run, long count)
{
	if (count > 0 && !run->quiet)
		run_complain(count == 1 ? "%ld record has errors and was left "
		    "out; 'strigil show problems' says why" : "%ld records "
		    "have errors and were left out; 'strigil show problems' "
		    "says why", count);
}

/* Complains once per run, and only if the index should have been saved. */
static void
complain_unsaved(const struct run *run, const struct cache_answer *answer)
{
	if (answer->unsaved != NULL && !run->quiet &&
	    !run->settings->restricted)
		run_complain("cannot save the index, so every run rebuilds "
		    "it: %s", answer->unsaved);
}

/*
 * Names the entries of directories that cannot be opened, as searches would
 * seem complete otherwise.  A build has reported them already.
 */
static void
complain_unreadable(const struct run *run, const struct cache_request *request,
    const struct cache_answer *answer)
{
	struct diag_sink sink = { .report = progress_report };
	struct list passed = { .at = NULL };
	const struct source_file *file;
	size_t i;

	if (!run->quiet && (answer->origin == CACHE_INSTALLED ||
	    answer->origin == CACHE_FRESH))
		passed = sources_passed_over(run, request->paths,
		    request->count);
	for (i = 0; i < passed.count; i++) {
		file = list_at(&passed, i);
		if (file->unreadable)
			diag_warning(&sink, (struct place){ file->path, 0, 1 },
			    "not read: %s", file->foreign);
	}
}

static bool
is_ending(void *user)
{
	(void)user;
	return run_is_interrupted();
}

/* Prints problems as they are found and keeps the first error. */
struct watching {
	struct run		*run;
	struct diag_sink	*shown;
};

static void
on_source_problem(void *user, const struct diag *diag)
{
	struct watching *watching = user;
	const char *file = diag->place.file, *slash = strrchr(file, '/');

	if (diag->severity == SEVERITY_ERROR &&
	    watching->run->problem == NULL)
		watching->run->problem = mem_format(watching->run, "%s:%zu: %s",
		    slash == NULL ? file : slash + 1, diag->place.line,
		    diag->text);
	diag_forward(watching->shown, diag);
}

/* A command has one limit for its whole answer; a session sets its own. */
static void
begin_limit(const struct run *run, struct library *library)
{
	library_limit(library, RESTRICTED_SECONDS);
	if (*run->command->name != '\0' && !text_same(run->command->name,
	    "serve"))
		(void)!library_begin(library);
}

struct library *
bibliography_open(struct run *run, enum status *status)
{
	struct cache_request request;
	struct progress *progress = progress_new(run);
	struct err err = ERR_INIT;
	struct cache_answer answer;
	struct library *library;
	unsigned parts;
	struct watching watching = { run, progress_sink(progress) };
	struct diag_sink sink = { .report = on_source_problem,
	    .user = &watching };

	*status = STATUS_ERROR;
	if (!bibliography_request(run, &request))
		return NULL;
	request.watch = progress_watch(progress);
	request.sink = &sink;
	run->problem = NULL;
	run_catch_interrupt();
	library = library_open(run, &request, &answer, &err);
	progress_end(progress);
	if (library == NULL) {
		if (run->problem == NULL)
			run->problem = mem_text(run, err.text);
		else if (run->quiet)
			run_complain("%s", run->problem);
		*status = run_fail(&err);
		return NULL;
	}
	run->library = library;
	library_attach(library, keeping_notebook(run));
	if (run->settings->restricted && !sandbox_enter(&parts, &err)) {
		*status = run_fail(&err);
		return NULL;
	}
	library_end_when(library, is_ending, NULL);
	library_seen_by(library, saved_recall_seen, run);
	if (run->settings->restricted)
		begin_limit(run, library);
	complain_unsaved(run, &answer);
	complain_unreadable(run, &request, &answer);
	complain_left_out(run, library_left_out(library));
	if (run->statuses_problem != NULL)
		run_complain("%s", run->statuses_problem);
	*status = STATUS_FOUND;
	return library;
}
