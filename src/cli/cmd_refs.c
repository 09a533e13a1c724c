/* strigil refs: looks up the references of a text. */
#include <stdio.h>

#include <jansson.h>

#include "base/text.h"
#include "cli/bibliography.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/pager.h"
#include "cli/run.h"
#include "export/export.h"
#include "export/records.h"
#include "page/page_refs.h"

enum { TEXT_MAX = 4 << 20 };

const struct option_row cmd_refs_options[] = {
	OPTION_ROW_FORMAT(FORMAT_PAGES | FORMAT_PROBLEMS),
	OPTION_ROW_JSON,
	{ .name = NULL }
};

/* The text of a file; NULL after complaining. */
static char *
refs_read_text(struct run *run, const char *path)
{
	const char *name = text_same(path, "-") ? "standard input" : path;
	struct buf text = { .data = NULL };

	if (!run_read(run, path, TEXT_MAX, &text))
		return NULL;
	if (text.len > TEXT_MAX)
		run_complain("%s is larger than %d bytes", name, TEXT_MAX);
	else if (text.len > 0 && memchr(text.data, '\0', text.len) != NULL)
		run_complain("%s is not a text file", name);
	else
		return text.data == NULL ? mem_text(run, "") : text.data;
	return NULL;
}

static json_t *
refs_texts(const struct list *list)
{
	json_t *array = json_array();
	size_t i;

	for (i = 0; i < list->count; i++)
		(void)json_array_append_new(array, json_string(
		    list_at(list, i)));
	return array;
}

static json_t *
row_json(const struct refs_row *row)
{
	json_t *object = json_pack("{s:s, s:s}", "text", row->text, "status",
	    refs_status_name(row->status));
	const struct reference_match *reference = row->reference;
	int level;

	if (reference == NULL)
		return object;
	level = work_level(reference->work);
	(void)json_object_set_new(object, "work", json_string(
	    reference->work->id));
	(void)json_object_set_new(object, "level", level == 0 ? json_null() :
	    json_integer(level));
	(void)json_object_set_new(object, "differs", refs_texts(
	    &reference->wrong));
	(void)json_object_set_new(object, "remarks", refs_texts(&row->remarks));
	return object;
}

static void
refs_print_json(const struct refs *refs)
{
	json_t *rows = json_array(), *root;
	size_t i;

	for (i = 0; i < refs->rows.count; i++)
		(void)json_array_append_new(rows, row_json(
		    list_at(&refs->rows, i)));
	root = json_pack("{s:i, s:o, s:I, s:I, s:I, s:I}", "format-version",
	    EXPORT_FORMAT_VERSION, "references", rows, "found",
	    (json_int_t)refs->count[REFS_FOUND], "differs",
	    (json_int_t)refs->count[REFS_DIFFERS], "not-held",
	    (json_int_t)refs->count[REFS_NOT_HELD], "warned",
	    (json_int_t)refs->warned);
	output_json(root);
}

enum status
cmd_refs(struct run *run, int argc, char **argv)
{
	struct library *library;
	enum status status;
	struct refs *refs;
	char *text;

	if (argc != 1) {
		run_complain("missing file; usage: strigil refs FILE, or '-' "
		    "for standard input");
		return STATUS_ERROR;
	}
	text = refs_read_text(run, argv[0]);
	if (text == NULL)
		return STATUS_ERROR;
	library = bibliography_open(run, &status);
	if (library == NULL)
		return status;
	refs = refs_make(run, library, text);
	if (run_has_failed(run))
		return STATUS_ERROR;
	if (run->format->pages != NULL)
		output_doc(run, page_refs(run, refs));
	else
		refs_print_json(refs);
	return run_finish(refs->rows.count == 0 ? STATUS_NOTHING :
	    refs_are_clean(refs) ? STATUS_FOUND : STATUS_PROBLEMS);
}
