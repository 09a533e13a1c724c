/* strigil pack: creates a course pack, a bibliography with reading lists. */
#include "base/file.h"
#include "base/text.h"
#include "cli/bibliography.h"
#include "cli/commands.h"
#include "cli/keeping.h"
#include "cli/options.h"
#include "cli/paths.h"
#include "import/pack.h"
#include "import/pack_write.h"
#include "library/notebook_file.h"
#include "library/sources.h"

enum { MODE = 0666 };

/* The path of the one bibliography of the run; NULL after complaining. */
static const char *
only_path(struct run *run)
{
	struct list paths = { .at = NULL };

	if (!paths_of_run(run, &paths))
		return NULL;
	if (paths.count == 1)
		return list_at(&paths, 0);
	run_complain("a pack contains one bibliography; name it with -b");
	return NULL;
}

/*
 * The file's path in the pack: relative to the directory, without compression
 * suffix.
 */
static char *
name_in_pack(struct run *run, const struct source_file *file)
{
	const char *slash = strrchr(file->path, '/');
	char *name = mem_text(run, *file->name != '\0' ? file->name :
	    slash != NULL ? slash + 1 : file->path);
	size_t n = strlen(name);

	if (n > strlen(".gz") && text_same(name + n - strlen(".gz"), ".gz"))
		name[n - strlen(".gz")] = '\0';
	return sources_in_pack(name) ? name : mem_format(run, "%s.txt", name);
}

static bool
add_sources(struct run *run, struct pack_writer *writer, const char *path,
    struct err *err)
{
	struct list files = { .at = NULL };
	const struct source_file *file;
	size_t i;

	if (!sources_list(run, &path, 1, &files, err))
		return false;
	for (i = 0; i < files.count; i++) {
		file = list_at(&files, i);
		if (!pack_writer_add_file(writer, name_in_pack(run, file),
		    file->path, err))
			return false;
	}
	return true;
}

/* Adds a list of the user; lists of the bibliography are among its sources. */
static bool
pack_add_list(struct run *run, struct pack_writer *writer, const char *name,
    struct err *err)
{
	const struct reading_list *list = notebook_list(keeping_notebook(run),
	    name);
	char *text;

	if (list == NULL)
		return err_set(err, ERR_USAGE, "you have no list '%s'; "
		    "'strigil list' shows your lists", name);
	text = notebook_file_print(run, list);
	return pack_writer_add(writer, mem_format(run, "list-%s.xml", name),
	    text, strlen(text), err);
}

/* An archive with the name of a pack need not be one. */
static bool
may_replace_pack(struct run *run, const char *path, struct err *err)
{
	static const struct file_kind kind = { .name = "a course pack",
	    .count = 2, .bytes = "\x1f\x8b" };
	struct list files = { .at = NULL };
	struct err unread = ERR_INIT;
	struct stat st;

	if (!file_may_become(path, &kind, err))
		return false;
	if (stat(path, &st) != 0 || st.st_size == 0)
		return true;
	return sources_list(run, &path, 1, &files, &unread) ||
	    file_is_not(path, kind.name, err);
}

enum status
cmd_pack(struct run *run, int argc, char **argv)
{
	struct pack_writer *writer = pack_writer_new(run);
	struct buf bytes = { .data = NULL };
	struct err err = ERR_INIT;
	const char *path;
	enum status status;
	int i;

	if (argc == 0 || !pack_is_named(argv[0])) {
		run_complain("usage: strigil pack FILE.tgz [LIST...]");
		return STATUS_ERROR;
	}
	if (run->settings->restricted) {
		run_complain("cannot write files in restricted mode");
		return STATUS_ERROR;
	}
	path = only_path(run);
	if (path == NULL)
		return STATUS_ERROR;
	/*
	 * A bibliography that cannot be opened here cannot be opened elsewhere.
	 */
	if (bibliography_open(run, &status) == NULL)
		return status;
	if (!add_sources(run, writer, path, &err))
		return run_fail(&err);
	for (i = 1; i < argc; i++)
		if (!pack_add_list(run, writer, argv[i], &err))
			return run_fail(&err);
	if (!may_replace_pack(run, argv[0], &err) ||
	    !pack_writer_end(writer, run, &bytes, &err) || !file_replace(
	    argv[0], MODE, bytes.data, bytes.len, &err))
		return run_fail(&err);
	(void)printf("%s\n", text_clean(run, argv[0], strlen(argv[0])));
	return run_finish(STATUS_FOUND);
}
