/* The bibliographies of a run: which ones, and opening them. */
#include "cli/bibliography.h"

#include <unistd.h>

#include "answer/knowledge.h"
#include "base/file.h"
#include "base/text.h"
#include "cli/keeping.h"
#include "cli/progress.h"
#include "cli/sandbox.h"
#include "cli/restrict.h"
#include "cli/saved_state.h"
#include "cli/spool.h"
#include "library/shelf.h"
#include "record/value.h"

/* Where bibliographies are installed: the user's own first. */
enum { SHELVES = 2 };

static void
shelves(struct run *run, const char *directories[SHELVES])
{
	char *home = run_home(run, "XDG_DATA_HOME", ".local/share");

	directories[0] = home == NULL ? NULL : mem_format(run,
	    "%s/bibliographies", home);
	directories[1] = run_data_directory(run);
}

struct list
bibliography_shelf(struct run *run, struct err *err)
{
	const char *directories[SHELVES];

	shelves(run, directories);
	return shelf_list(run, directories, SHELVES, err);
}

/* A file or directory as it is, or an installed bibliography. */
static const char *
find_bibliography(struct run *run, const char *name)
{
	const char *directories[SHELVES];
	char *path;

	if (access(name, F_OK) == 0 || strchr(name, '/') != NULL)
		return name;
	shelves(run, directories);
	path = shelf_find(run, directories, SHELVES, name);
	return path != NULL ? path : name;
}

static bool
is_path(const char *name)
{
	size_t n = strlen(name);

	return strchr(name, '/') != NULL || (n > strlen(".xml") &&
	    text_same(name + n - strlen(".xml"), ".xml"));
}

/* The file of a bare name among the user's own, which need not exist. */
static const char *
file_of_own(struct run *run, const char *name)
{
	char *home = run_home(run, "XDG_DATA_HOME", ".local/share");
	struct err err = ERR_INIT;
	char *directory;

	if (!value_is_id(name)) {
		run_complain("'%s' cannot be the name of a bibliography: "
		    "small letters, digits and hyphens, or a path", name);
		return NULL;
	}
	if (home == NULL) {
		run_complain("there is no home directory for '%s'; name a "
		    "file", name);
		return NULL;
	}
	directory = mem_format(run, "%s/bibliographies", home);
	if (!file_make_directory(directory, &err)) {
		(void)run_fail(&err);
		return NULL;
	}
	return mem_format(run, "%s/%s.xml", directory, name);
}

const char *
bibliography_own(struct run *run, const char *name)
{
	if (!run->settings->restricted)
		return is_path(name) ? name : file_of_own(run, name);
	run_complain("no file is written in restricted mode");
	return NULL;
}

char *
bibliography_own_name(struct run *run, const char *path)
{
	const char *slash = strrchr(path, '/');
	char *name = mem_text(run, slash == NULL ? path : slash + 1), *p;

	for (p = name; *p != '\0' && *p != '.'; p++)
		if (*p >= 'A' && *p <= 'Z')
			*p = (char)(*p - 'A' + 'a');
		else if (strchr("abcdefghijklmnopqrstuvwxyz0123456789", *p) ==
		    NULL)
			*p = '-';
	*p = '\0';
	return value_is_id(name) ? name : mem_text(run, "bibliography");
}

/* A pipe is read once; its file takes its place. */
static bool
spool_paths(struct run *run, struct list *named)
{
	struct err err = ERR_INIT;
	const char *path;
	size_t i;

	for (i = 0; i < named->count; i++) {
		if (!spool_is_pipe(list_at(named, i)))
			continue;
		path = spool_pipe(run, list_at(named, i), &err);
		if (path == NULL) {
			run_complain("%s", err.text);
			return false;
		}
		named->at[i] = mem_text(run, path);
		run->spooled = true;
	}
	return true;
}

bool
bibliography_paths(struct run *run, struct list *paths)
{
	struct list *named = run->paths.count > 0 ? &run->paths :
	    &run->configured;
	const char *data;
	size_t i;

	if (!spool_paths(run, named))
		return false;
	for (i = 0; i < named->count; i++)
		list_add(run, paths, mem_text(run, find_bibliography(run,
		    list_at(named, i))));
	if (paths->count > 0)
		return true;
	data = run_data_directory(run);
	if (data == NULL) {
		run_complain("the bundled bibliography is not installed; name "
		    "one with -b, or set STRIGIL_DATA");
		return false;
	}
	list_add(run, paths, mem_format(run, "%s/" BIBLIOGRAPHY, data));
	return true;
}

bool
bibliography_request(struct run *run, struct cache_request *request)
{
	struct list paths = { .at = NULL };

	if (!bibliography_paths(run, &paths))
		return false;
	*request = (struct cache_request){
		.paths = (const char *const *)paths.at,
		.count = paths.count,
		.installed = run_data_directory(run),
		.directory = run->spooled ? NULL : run_home(run,
		    "XDG_CACHE_HOME", ".cache"),
		.prepare = knowledge_prepare,
	};
	return true;
}

/* Says how many were left out: a search without them must not seem whole. */
static void
complain_left_out(const struct run *run, long count)
{
	if (count > 0 && !run->quiet)
		run_complain("%ld %s left out; 'strigil show problems' says "
		    "why",
		    count, count == 1 ? "record has errors and was" :
		    "records have errors and were");
}

/* Once in a run, and silent where nothing is to be written. */
static void
complain_unsaved(const struct run *run, const struct cache_answer *answer)
{
	if (answer->unsaved != NULL && !run->quiet &&
	    !run->settings->restricted)
		run_complain("the index is not kept and every run builds it: "
		    "%s", answer->unsaved);
}

static bool
is_ending(void *user)
{
	(void)user;
	return run_is_interrupted();
}

/* Shows problems as they come and keeps the first error. */
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
		library_limit(library, RESTRICTED_SECONDS);
	complain_unsaved(run, &answer);
	complain_left_out(run, library_left_out(library));
	*status = STATUS_FOUND;
	return library;
}
