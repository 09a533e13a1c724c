/* Finds the bibliographies of a run. */
#include "cli/paths.h"

#include <unistd.h>

#include "base/file.h"
#include "base/text.h"
#include "cli/spool.h"
#include "record/value.h"

/* Directories of installed bibliographies, the user's own first. */
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
paths_shelf(struct run *run, struct err *err)
{
	const char *directories[SHELVES];

	shelves(run, directories);
	return shelf_list(run, directories, SHELVES, err);
}

/*
 * The path of a file or directory, or of the installed bibliography of that
 * name.
 */
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

/* The path for a bare name in the user's directory; it need not exist. */
static const char *
file_of_own(struct run *run, const char *name)
{
	char *home = run_home(run, "XDG_DATA_HOME", ".local/share");
	struct err err = ERR_INIT;
	char *directory;

	if (!value_is_id(name)) {
		run_complain("'%s' is not a bibliography's name: use "
		    "lower-case letters, digits and hyphens, or give a path", name);
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
paths_own(struct run *run, const char *name)
{
	if (!run->settings->restricted)
		return is_path(name) ? name : file_of_own(run, name);
	run_complain("no files are written in restricted mode");
	return NULL;
}

const char *
paths_statuses(struct run *run)
{
	char *home = run_home(run, "XDG_DATA_HOME", ".local/share");

	return home == NULL ? NULL : mem_format(run, "%s/status.csv", home);
}

char *
paths_own_name(struct run *run, const char *path)
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

/* A pipe can be read only once, so a file with its content replaces it. */
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
paths_of_run(struct run *run, struct list *paths)
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
