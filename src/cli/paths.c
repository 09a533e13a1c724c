/* Finds the bibliographies of a run. */
#include "cli/paths.h"

#include <unistd.h>

#include "base/file.h"
#include "base/text.h"
#include "cli/spool.h"
#include "record/value.h"

/* Directories of installed bibliographies, the user's own first. */
enum { SHELVES = 2 };

/* If there are more than this many others, they are only counted. */
enum { OTHERS_TOLD = 3 };

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

/* Says which other bibliographies of the same name are not opened. */
static void
tell_hidden(struct run *run, const struct list *shelf,
    const struct shelved *first)
{
	const struct shelved *one;
	size_t i;

	for (i = 0; i < shelf->count && !run->quiet; i++) {
		one = list_at(shelf, i);
		if (one->hidden_by == first)
			run_complain("'%s' is %s; %s has the same name and was "
			    "left out: rename one, or open it by its path",
			    first->name, first->path, one->path);
	}
}

/* The file or directory of that name on a shelf, even if it cannot be read. */
static const char *
file_on_shelf(struct run *run, const char *name)
{
	static const char *const endings[] = { "", ".xml", ".xml.gz" };
	const char *directories[SHELVES];
	const char *path;
	size_t i, j;

	shelves(run, directories);
	for (i = 0; i < SHELVES; i++)
		for (j = 0; directories[i] != NULL && j < 3; j++) {
			path = mem_format(run, "%s/%s%s", directories[i],
			    name, endings[j]);
			if (access(path, F_OK) == 0)
				return path;
		}
	return name;
}

/*
 * The path of a file or directory, or of the installed bibliography of that
 * name.
 */
static const char *
find_bibliography(struct run *run, const char *name)
{
	struct err err = ERR_INIT;
	const struct shelved *found;
	struct list shelf;

	if (access(name, F_OK) == 0 || strchr(name, '/') != NULL)
		return name;
	shelf = paths_shelf(run, &err);
	found = shelf_find(&shelf, name);
	if (found == NULL && err.code != ERR_NONE)
		run_complain("%s", err.text);
	if (found == NULL)
		return file_on_shelf(run, name);
	tell_hidden(run, &shelf, found);
	return found->path;
}

void
paths_tell_others(struct run *run)
{
	struct err err = ERR_INIT;
	struct list shelf, others = { .at = NULL };
	struct shelved *one;
	size_t i;

	if (run->quiet || run->settings->restricted || run->paths.count +
	    run->configured.count > 0)
		return;
	shelf = paths_shelf(run, &err);
	for (i = 0; i < shelf.count; i++) {
		one = list_at(&shelf, i);
		if (one->hidden_by == NULL && !text_same(one->file,
		    BIBLIOGRAPHY))
			list_add(run, &others, one);
	}
	for (i = 0; i < others.count && others.count <= OTHERS_TOLD; i++) {
		one = list_at(&others, i);
		run_complain("also installed: -b %s (%s)", one->name,
		    one->title);
	}
	if (others.count > OTHERS_TOLD)
		run_complain("%zu other bibliographies are installed; 'strigil "
		    "bibliographies' lists them", others.count);
}

static bool
is_path(const char *name)
{
	size_t n = strlen(name);

	return strchr(name, '/') != NULL || (n > strlen(".xml") &&
	    text_same(name + n - strlen(".xml"), ".xml"));
}

/*
 * Whether no installed bibliography has the name, so that a new one would not
 * hide it; complains if one has.
 */
static bool
name_is_free(struct run *run, const char *name)
{
	struct err err = ERR_INIT;
	struct list shelf = paths_shelf(run, &err);
	const struct shelved *holder = shelf_find(&shelf, name);

	if (holder != NULL)
		run_complain("'%s' is already the name of an installed "
		    "bibliography: choose another, such as 'my-%s'", name,
		    name);
	else if (err.code != ERR_NONE)
		(void)run_fail(&err);
	return holder == NULL && err.code == ERR_NONE;
}

/* The path for a bare name in the user's directory; it need not exist. */
static const char *
file_of_own(struct run *run, const char *name)
{
	char *home = run_home(run, "XDG_DATA_HOME", ".local/share");
	struct err err = ERR_INIT;
	char *directory, *path;

	if (!value_is_id(name)) {
		run_complain("'%s' is not a bibliography's name: use "
		    "lower-case letters, digits and hyphens, or give a path", name);
		return NULL;
	}
	if (home == NULL) {
		run_complain("no home directory in which to find '%s'; give a "
		    "path", name);
		return NULL;
	}
	directory = mem_format(run, "%s/bibliographies", home);
	if (!file_make_directory(directory, &err)) {
		(void)run_fail(&err);
		return NULL;
	}
	path = mem_format(run, "%s/%s.xml", directory, name);
	return access(path, F_OK) == 0 || name_is_free(run, name) ? path : NULL;
}

const char *
paths_own(struct run *run, const char *name)
{
	if (!run->settings->restricted)
		return is_path(name) ? name : file_of_own(run, name);
	run_complain("cannot write files in restricted mode");
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
	/*
	 * Each name is looked up once: its path replaces it, so that remarks
	 * are not repeated.
	 */
	for (i = 0; i < named->count; i++) {
		named->at[i] = mem_text(run, find_bibliography(run,
		    list_at(named, i)));
		list_add(run, paths, list_at(named, i));
	}
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
