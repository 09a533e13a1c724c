/* The table of a comparison, as rows. */
#include "export/comparison.h"

#include <string.h>

#include "base/text.h"
#include "export/rows.h"

static const struct table *
table_of(const struct doc *doc)
{
	const struct block *block;
	size_t i;

	for (i = 0; i < doc->blocks.count; i++) {
		block = list_at(&doc->blocks, i);
		if (block->kind == BLOCK_TABLE)
			return block->table;
	}
	return NULL;
}

/* The id in the address of a column. */
static const char *
column_id(const struct table *table, size_t column)
{
	const struct table_head *head = list_at(&table->heads, column);

	return strchr(head->link, '/') + 1;
}

/*
 * A row as JSON.  The row's heading names the point compared and says whether all
 * columns agree; JSON has only the name.
 */
static json_t *
point_json(const void *ctx, const struct table *table,
    const struct table_row *row)
{
	const struct span *point = list_at(&row->head->spans, 0);
	json_t *json = json_pack("{s:s}", "point", point->text);
	size_t i;

	for (i = 0; i < row->cells.count; i++)
		(void)json_object_set_new(json, column_id(table, i),
		    json_string(block_plain(ctx, list_at(&row->cells, i))));
	return json;
}

json_t *
comparison_json(const struct doc *doc)
{
	const struct table *table = table_of(doc);
	json_t *compared = json_array(), *rows = json_array();
	void *scratch = mem_context(NULL);
	const struct table_head *head;
	size_t i;

	for (i = 0; i < table->heads.count; i++) {
		head = list_at(&table->heads, i);
		(void)json_array_append_new(compared, json_string(head->link));
	}
	for (i = 0; i < table->rows.count; i++)
		(void)json_array_append_new(rows, point_json(scratch, table,
		    list_at(&table->rows, i)));
	mem_free(scratch);
	return json_pack("{s:i, s:o, s:o}", "format-version",
	    EXPORT_FORMAT_VERSION, "compared", compared, "rows", rows);
}
