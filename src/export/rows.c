/* Tables of values that are not records: the terms, for instance. */
#include "export/rows.h"

#include <string.h>

#include "base/text.h"
#include "export/cells.h"

static int
write_piece(const char *text, size_t n, void *user)
{
	const struct export_target *target = user;

	target->write(target->user, text, n);
	return 0;
}

void
export_rows_json(const json_t *all, const char *rows,
    const struct export_target *target)
{
	(void)rows;
	(void)json_dump_callback(all, write_piece, (void *)(uintptr_t)target,
	    EXPORT_JSON_FLAGS);
	export_text(target, "\n");
}

/* A value as the text of a cell, owned by `ctx`. */
static char *
cell_text(const void *ctx, const json_t *value)
{
	struct buf out = { .data = NULL };
	const char *text;
	size_t i;

	if (json_is_integer(value))
		return mem_format(ctx, "%lld",
		    (long long)json_integer_value(value));
	if (json_is_string(value))
		buf_text(ctx, &out, json_string_value(value));
	for (i = 0; i < json_array_size(value); i++) {
		text = json_string_value(json_array_get(value, i));
		buf_format(ctx, &out, "%s%s", i > 0 ? "; " : "", text);
	}
	text = buf_string(&out);
	return text_clean(ctx, text, strlen(text));
}

static void
write_keys(const json_t *row, const struct export_target *target)
{
	const char *key, *before = "";
	json_t *value;

	json_object_foreach((json_t *)(uintptr_t)row, key, value) {
		export_text(target, before);
		export_text(target, key);
		before = ",";
	}
	export_text(target, "\r\n");
}

void
export_rows_csv(const json_t *all, const char *rows,
    const struct export_target *target)
{
	const json_t *list = json_object_get(all, rows);
	void *scratch = mem_context(NULL);
	struct buf out;
	const char *key;
	json_t *row, *value;
	size_t i;

	if (json_array_size(list) > 0)
		write_keys(json_array_get(list, 0), target);
	json_array_foreach(list, i, row) {
		out = (struct buf){ .data = NULL };
		json_object_foreach(row, key, value)
			export_csv_cell(scratch, &out, cell_text(scratch,
			    value), target->raw);
		buf_text(scratch, &out, "\r\n");
		export_text(target, out.data);
	}
	mem_free(scratch);
}

void
export_rows_tsv(const json_t *all, const char *rows,
    const struct export_target *target)
{
	const json_t *list = json_object_get(all, rows);
	void *scratch = mem_context(NULL);
	const char *key, *before, *cell;
	json_t *row, *value;
	size_t i;

	json_array_foreach(list, i, row) {
		before = "";
		json_object_foreach(row, key, value) {
			cell = cell_text(scratch, value);
			export_text(target, before);
			export_text(target, target->raw ? cell :
			    export_cell(scratch, cell));
			before = "\t";
		}
		target->write(target->user, &target->end, 1);
	}
	mem_free(scratch);
}
