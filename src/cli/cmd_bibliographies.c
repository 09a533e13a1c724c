/* strigil bibliographies: lists the installed bibliographies. */
#include <stdio.h>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/paths.h"
#include "cli/run.h"
#include "export/records.h"
#include "library/shelf.h"

const struct option_row cmd_bibliographies_options[] = {
	OPTION_ROW_FORMAT(FORMAT_PROBLEMS),
	OPTION_ROW_JSON,
	{ .name = NULL }
};

static void
bibliographies_print_json(const struct list *list)
{
	json_t *root = json_object(), *all = json_array();
	const struct shelved *one;
	size_t i;

	for (i = 0; i < list->count; i++) {
		one = list_at(list, i);
		(void)json_array_append_new(all, json_pack("{s:s, s:s, s:s, "
		    "s:b}", "name", one->name, "title", one->title, "path",
		    one->path, "left-out", one->hidden_by != NULL));
	}
	(void)json_object_set_new(root, "format-version", json_integer(
	    EXPORT_FORMAT_VERSION));
	(void)json_object_set_new(root, "bibliographies", all);
	output_json(root);
}

enum status
cmd_bibliographies(struct run *run, int argc, char **argv)
{
	struct err err = ERR_INIT;
	struct list list = paths_shelf(run, &err);
	const struct shelved *one;
	size_t i;

	(void)argv;
	if (argc > 0) {
		run_complain("bibliographies takes no arguments");
		return STATUS_ERROR;
	}
	if (run->format->pages == NULL)
		bibliographies_print_json(&list);
	for (i = 0; run->format->pages != NULL && i < list.count; i++) {
		one = list_at(&list, i);
		(void)printf("%-16s %s\n%-16s %s\n", one->name, one->title,
		    "", text_clean(run, one->path, strlen(one->path)));
		if (one->hidden_by != NULL)
			(void)printf("%-16s left out, since the one above has "
			    "the same name; -b opens it by its path\n", "");
	}
	if (err.code != ERR_NONE)
		return run_fail(&err);
	return run_finish(list.count > 0 ? STATUS_FOUND : STATUS_NOTHING);
}
