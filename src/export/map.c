/* The evidence gap map of a search, as values. */
#include "export/map.h"

#include <limits.h>
#include <string.h>

#include "base/number.h"
#include "base/text.h"
#include "export/cells.h"
#include "export/rows.h"
#include "page/page_map.h"

struct values {
	void				*scratch;
	const struct result		*result;
	const struct map		*map;
	struct list			 rows;		/* row numbers + 1 */
	struct list			 columns;	/* column numbers + 1 */
	const struct export_target	*target;
	bool				 csv;
	bool				 ok;		/* false: the index
							   cannot be read */
};

/* The indexes, plus 1, of the headings that an address selects. */
static struct list
selected_heads(const void *ctx, const struct list *heads,
    const struct address *address, const char *only, long most)
{
	struct list out = { .at = NULL };
	const struct map_head *head;
	size_t i;

	for (i = 0; i < heads->count && (long)out.count < most; i++) {
		head = list_at(heads, i);
		if (only != NULL ? text_among_commas(head->id, only) :
		    address->depth == NULL || head->depth == 0)
			list_add(ctx, &out, (void *)(uintptr_t)(i + 1));
	}
	return out;
}

static size_t
number_at(const struct list *numbers, size_t i)
{
	return (size_t)(uintptr_t)list_at(numbers, i) - 1;
}

static struct values
map_values_of(struct library *library, const struct address *address,
    const struct export_target *target, bool csv)
{
	struct values values = { .target = target, .csv = csv };
	struct err err = ERR_INIT;
	long most = LONG_MAX;

	do {
		mem_free(values.scratch);
		values.scratch = mem_context(NULL);
		values.map = page_map_of(values.scratch, library, address,
		    &values.result);
	} while (library_again(library));
	values.ok = library_ok(library, &err);
	if (address->most != NULL)
		(void)!number_natural(address->most, LONG_MAX, &most);
	values.rows = selected_heads(values.scratch, &values.map->rows,
	    address, NULL, most);
	values.columns = selected_heads(values.scratch, &values.map->columns,
	    address, address->only, LONG_MAX);
	return values;
}

/* Lines. */

/* Writes a cell; CSV quotes it only where it has to. */
static void
write_value(const struct values *values, const char *text, bool first)
{
	const struct export_target *target = values->target;
	struct buf out = { .data = NULL };

	if (!target->raw)
		text = export_cell(values->scratch, text);
	if (!first)
		export_text(target, values->csv ? "," : "\t");
	if (values->csv && strpbrk(text, ",\"\n") != NULL) {
		export_csv_cell(values->scratch, &out, text, true);
		text = out.data;
	}
	export_text(target, text);
}

static void
end_line(const struct values *values)
{
	if (values->csv)
		export_text(values->target, "\r\n");
	else
		values->target->write(values->target->user,
		    &values->target->end, 1);
}

static void
write_row(const struct values *values, size_t row)
{
	const struct map_head *head = list_at(&values->map->rows, row);
	const struct map_cell *cell;
	size_t i;

	write_value(values, head->id, true);
	write_value(values, head->label, false);
	for (i = 0; i < values->columns.count; i++) {
		cell = map_cell(values->map, row, number_at(&values->columns,
		    i));
		write_value(values, cell->count == 0 ? "" : mem_format(
		    values->scratch, "%ld %c", cell->count, cell->best),
		    false);
	}
	end_line(values);
}

static bool
write_lines(struct library *library, const struct address *address,
    const struct export_target *target, bool csv)
{
	struct values values = map_values_of(library, address, target, csv);
	bool found = values.ok && values.result->total > 0;
	const struct map_head *head;
	size_t i;

	if (found) {
		write_value(&values, values.map->row_field, true);
		write_value(&values, "label", false);
		for (i = 0; i < values.columns.count; i++) {
			head = list_at(&values.map->columns, number_at(
			    &values.columns, i));
			write_value(&values, head->id, false);
		}
		end_line(&values);
		for (i = 0; i < values.rows.count; i++)
			write_row(&values, number_at(&values.rows, i));
	}
	mem_free(values.scratch);
	return found;
}

bool
export_map_csv(struct library *library, const struct address *address,
    const struct export_target *target)
{
	return write_lines(library, address, target, true);
}

bool
export_map_tsv(struct library *library, const struct address *address,
    const struct export_target *target)
{
	return write_lines(library, address, target, false);
}

/* JSON. */

static json_t *
head_json(const struct map_head *head)
{
	return json_pack("{s:s, s:s, s:I, s:I}", "id", head->id, "label",
	    head->label, "works", (json_int_t)head->count, "depth",
	    (json_int_t)head->depth);
}

static const char *
letter_meaning(char letter)
{
	size_t i;

	for (i = 0; i < map_letters_count; i++)
		if (map_letters[i].letter == letter)
			return map_letters[i].meaning;
	return NULL;
}

/* The cells of a row that are not gaps. */
static json_t *
cells_json(const struct values *values, size_t row)
{
	const struct map_head *column;
	const struct map_cell *cell;
	json_t *cells = json_array();
	size_t number, i;

	for (i = 0; i < values->columns.count; i++) {
		number = number_at(&values->columns, i);
		column = list_at(&values->map->columns, number);
		cell = map_cell(values->map, row, number);
		if (cell->count == 0)
			continue;
		(void)json_array_append_new(cells, json_pack(
		    "{s:s, s:I, s:s%, s:s?}", "column", column->id, "works",
		    (json_int_t)cell->count, "best", &cell->best, (size_t)1,
		    "meaning", letter_meaning(cell->best)));
	}
	return cells;
}

bool
export_map_json(struct library *library, const struct address *address,
    const struct export_target *target)
{
	struct values values = map_values_of(library, address, target, false);
	bool found = values.ok && values.result->total > 0;
	json_t *columns = json_array(), *rows = json_array(), *row, *all;
	size_t number, i;

	for (i = 0; i < values.columns.count; i++)
		(void)json_array_append_new(columns, head_json(list_at(
		    &values.map->columns, number_at(&values.columns, i))));
	for (i = 0; i < values.rows.count; i++) {
		number = number_at(&values.rows, i);
		row = head_json(list_at(&values.map->rows, number));
		(void)json_object_set_new(row, "cells", cells_json(&values,
		    number));
		(void)json_array_append_new(rows, row);
	}
	all = json_pack("{s:i, s:s, s:I, s:s, s:s, s:o, s:o}",
	    "format-version", EXPORT_FORMAT_VERSION, "query",
	    values.result->asked, "total", (json_int_t)values.result->total,
	    "row-field", values.map->row_field, "column-field",
	    values.map->column_field, "columns", columns, "rows", rows);
	if (values.ok)
		export_rows_json(all, "rows", target);
	json_decref(all);
	mem_free(values.scratch);
	return found;
}
