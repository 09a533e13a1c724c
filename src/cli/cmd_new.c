/*
 * strigil new: creates a bibliography or topic for the user from a template.
 * tests/formats/check-grammar checks that the template of a bibliography has
 * every element.
 */
#include <unistd.h>

#include "base/file.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/paths.h"
#include "cli/run.h"

/* The template of KIND is new-KIND.template. */
static const char *const kinds[] = { "bibliography", "topic" };

enum { SKELETON_MAX = 1 << 20, MODE = 0666 };

void
new_kinds_print(const char *start)
{
	size_t i;

	for (i = 0; i < COUNT(kinds); i++)
		if (text_begins(kinds[i], start))
			(void)printf("%s\n", kinds[i]);
}

/*
 * The template with "new-KIND" replaced by the name, owned by the run; NULL
 * after complaining.
 */
static char *
skeleton_text(struct run *run, const char *kind, const char *name)
{
	const char *data = run_data_directory(run);
	char *id = mem_format(run, "new-%s", kind), *text, *at, *next;
	char *path = mem_format(run, "%s/%s.template", data, id);
	struct buf out = { .data = NULL };
	struct err err = ERR_INIT;

	if (data == NULL || file_read(run, path, SKELETON_MAX, &text, &err) !=
	    FILE_READ) {
		run_complain("strigil's data are not installed; set "
		    "STRIGIL_DATA to the data directory");
		return NULL;
	}
	for (at = text; (next = strstr(at, id)) != NULL; at = next +
	    strlen(id)) {
		buf_add(run, &out, at, (size_t)(next - at));
		buf_text(run, &out, name);
	}
	buf_text(run, &out, at);
	return out.data;
}

static enum status
skeleton_write(struct run *run, const char *kind, const char *name)
{
	const char *path = paths_own(run, name);
	char *text = path == NULL ? NULL : skeleton_text(run, kind,
	    paths_own_name(run, path));
	struct err err = ERR_INIT;
	struct file_writer *writer;

	if (text == NULL)
		return STATUS_ERROR;
	writer = file_begin(run, path, MODE, &err);
	if (writer == NULL)
		return run_fail(&err);
	if (access(path, F_OK) == 0) {
		file_abandon(writer);
		run_complain("%s already exists; choose another name, or edit "
		    "that file", path);
		return STATUS_ERROR;
	}
	if (!file_commit(writer, text, strlen(text), &err))
		return run_fail(&err);
	(void)printf("%s\n", text_clean(run, path, strlen(path)));
	return run_finish(STATUS_FOUND);
}

enum status
cmd_new(struct run *run, int argc, char **argv)
{
	if (argc != 2 || !TEXT_AMONG(argv[0], kinds)) {
		run_complain("usage: strigil new bibliography NAME, or "
		    "strigil new topic NAME");
		return STATUS_ERROR;
	}
	return skeleton_write(run, argv[0], argv[1]);
}
