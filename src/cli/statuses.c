/* The user's list of statuses. */
#include "cli/statuses.h"

#include <errno.h>
#include <sys/stat.h>

#include "cli/paths.h"
#include "import/read.h"

/* The result of a check of the list. */
struct list_check {
	struct run	*run;
	const char	*problem;	/* first error, or NULL */
	bool		 other;		/* the file contains records, not
					   statuses */
};

static void
on_list_problem(void *user, const struct diag *diag)
{
	struct list_check *check = user;

	if (diag->severity == SEVERITY_ERROR && check->problem == NULL)
		check->problem = mem_format(check->run, "%s:%zu: %s",
		    diag->place.file, diag->place.line, diag->text);
}

static void
on_list_record(void *user, struct found *found)
{
	struct list_check *check = user;

	check->other = true;
	mem_free(found);
}

static void
on_list_line(void *user, const struct status_line *line)
{
	(void)user;
	(void)line;
}

/* Why the list cannot be used, owned by `run`; NULL if it can. */
static const char *
problem_of(struct run *run, const char *path)
{
	struct list_check check = { .run = run };
	const struct read_handler handler = { .record = on_list_record,
	    .user = &check, .status = on_list_line };
	struct diag_sink sink = { .report = on_list_problem,
	    .user = &check };
	struct err err = ERR_INIT;
	bool whole = false;

	if (!read_file(path, path, NULL, &handler, &sink, &whole, &err))
		return mem_text(run, err.text);
	if (check.problem == NULL && (check.other || !whole))
		return mem_format(run, "%s is not a list of retractions", path);
	return check.problem;
}

const char *
statuses_find(struct run *run)
{
	const char *path = paths_statuses(run), *problem;
	struct stat st;

	run->statuses_problem = NULL;
	/* A broken link, or a directory that cannot be read, is an error. */
	if (path == NULL || (lstat(path, &st) != 0 && (errno == ENOENT ||
	    errno == ENOTDIR)))
		return NULL;
	problem = problem_of(run, path);
	if (problem == NULL)
		return path;
	run->statuses_problem = mem_format(run, "%s: your retraction "
	    "notices are not shown; correct or remove the file", problem);
	return NULL;
}
