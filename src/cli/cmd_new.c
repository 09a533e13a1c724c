/*
 * strigil new: begins a bibliography of one's own with the skeleton among the
 * data, in which tests/formats/check-grammar looks for every element.
 */
#include <unistd.h>

#include "base/file.h"
#include "base/text.h"
#include "cli/bibliography.h"
#include "cli/options.h"
#include "cli/run.h"

/* The id in the skeleton that becomes the name. */
#define PLACEHOLDER	"new-bibliography"

enum { SKELETON_MAX = 1 << 20, MODE = 0666 };

/* The skeleton under its new name, owned by the run; NULL after complaining. */
static char *
skeleton_text(struct run *run, const char *name)
{
	const char *data = run_data_directory(run);
	char *path = mem_format(run, "%s/" PLACEHOLDER ".template", data), *text,
	    *at;
	struct err err = ERR_INIT;

	if (data == NULL || file_read(run, path, SKELETON_MAX, &text, &err) !=
	    FILE_READ || (at = strstr(text, PLACEHOLDER)) == NULL) {
		run_complain("the data of strigil are not installed; set "
		    "STRIGIL_DATA to where they are");
		return NULL;
	}
	*at = '\0';
	return mem_format(run, "%s%s%s", text, name, at +
	    strlen(PLACEHOLDER));
}

static enum status
skeleton_write(struct run *run, const char *name)
{
	const char *path = bibliography_own(run, name);
	char *text = path == NULL ? NULL : skeleton_text(run,
	    bibliography_own_name(run, path));
	struct err err = ERR_INIT;
	struct file_writer *writer;

	if (text == NULL)
		return STATUS_ERROR;
	writer = file_begin(run, path, MODE, &err);
	if (writer == NULL)
		return run_fail(&err);
	if (access(path, F_OK) == 0) {
		file_abandon(writer);
		run_complain("%s exists already; choose another name, or edit "
		    "it", path);
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
	if (argc != 2 || !text_same(argv[0], "bibliography")) {
		run_complain("usage: strigil new bibliography NAME");
		return STATUS_ERROR;
	}
	return skeleton_write(run, argv[1]);
}
