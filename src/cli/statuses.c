/* The user's list of statuses. */
#include "cli/statuses.h"

#include <sys/stat.h>

#include "cli/paths.h"
#include "import/read.h"

/* The result of reading the list. */
struct glance_at_list {
	struct run	*run;
	const char	*problem;	/* first error, or NULL */
	bool		 other;		/* it contains records, not statuses */
};

static void
on_list_problem(void *user, const struct diag *diag)
{
	struct glance_at_list *glance = user;

	if (diag->severity == SEVERITY_ERROR && glance->problem == NULL)
		glance->problem = mem_format(glance->run, "%s:%zu: %s",
		    diag->place.file, diag->place.line, diag->text);
}

static void
on_list_record(void *user, struct found *found)
{
	struct glance_at_list *glance = user;

	glance->other = true;
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
	struct glance_at_list glance = { .run = run };
	const struct read_handler handler = { .record = on_list_record,
	    .user = &glance, .status = on_list_line };
	struct diag_sink sink = { .report = on_list_problem,
	    .user = &glance };
	struct err err = ERR_INIT;
	bool whole = false;

	if (!read_file(path, path, NULL, &handler, &sink, &whole, &err))
		return mem_text(run, err.text);
	if (glance.problem == NULL && (glance.other || !whole))
		return mem_format(run, "%s is not a list of statuses", path);
	return glance.problem;
}

const char *
statuses_find(struct run *run)
{
	const char *path = paths_statuses(run), *problem;
	struct stat st;

	run->statuses_problem = NULL;
	/* A broken link is an error, not an empty list. */
	if (path == NULL || lstat(path, &st) != 0)
		return NULL;
	problem = problem_of(run, path);
	if (problem == NULL)
		return path;
	run->statuses_problem = mem_format(run, "%s: no status of your own "
	    "is shown; correct or remove the file", problem);
	return NULL;
}
