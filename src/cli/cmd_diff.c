/* strigil diff: shows the changes between two states of a bibliography. */
#include <stdint.h>

#include "cli/bibliography.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/output.h"
#include "export/changes.h"
#include "page/page_changes.h"

const struct option_row cmd_diff_options[] = {
	OPTION_ROW_FORMAT(FORMAT_PAGES | FORMAT_CHANGES),
	OPTION_ROW_JSON,
	{ .name = NULL }
};

/*
 * Opens one of the two states.  Returns NULL, with the status set and the
 * reason printed, also if the user's statuses cannot be read: they would appear
 * as differences.
 */
static struct library *
diff_open(struct run *run, char *name, enum status *status)
{
	struct library *library;

	if (name != NULL) {
		run->paths = (struct list){ .at = NULL };
		list_add(run, &run->paths, name);
	}
	library = bibliography_open(run, status);
	if (library == NULL || run->statuses_problem == NULL)
		return library;
	*status = STATUS_ERROR;
	return NULL;
}

static enum status
diff_print(struct run *run, struct library *before, struct library *after)
{
	const struct snapshot *old = snapshot_take(run, before);
	const struct snapshot *now = snapshot_take(run, after);
	struct list changes = changes_between(run, old, now);
	struct err err = ERR_INIT;

	changes_name_members(&changes, before, after);
	if (!library_ok(before, &err) || !library_ok(after, &err))
		return run_fail(&err);
	if (run->format->pages == NULL)
		output_json(changes_json(old, now, &changes));
	else
		output_doc(run, page_changes(run, after, old, now, &changes,
		    SIZE_MAX));
	return run_finish(changes.count == 0 ? STATUS_FOUND :
	    STATUS_NOTHING);
}

enum status
cmd_diff(struct run *run, int argc, char **argv)
{
	struct library *before, *after;
	enum status status;

	if (argc < 1 || argc > 2) {
		run_complain("missing files; usage: strigil diff OLD [NEW]");
		return STATUS_ERROR;
	}
	if (run->settings->restricted) {
		run_complain("cannot read other files in restricted mode");
		return STATUS_ERROR;
	}
	/*
	 * Open NEW first: it defaults to the bibliography of -b, which OLD
	 * replaces.
	 */
	after = diff_open(run, argc == 2 ? argv[1] : NULL, &status);
	before = after == NULL ? NULL : diff_open(run, argv[0], &status);
	return before == NULL ? status : diff_print(run, before, after);
}
