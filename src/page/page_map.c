/* The evidence gap map of a search. */
#include "page/page_map.h"

#include <limits.h>
#include <string.h>

#include "base/number.h"
#include "base/text.h"
#include "library/filter.h"
#include "page/grid.h"
#include "page/makers.h"
#include "page/page_lists.h"
#include "page/page_search.h"
#include "page/tell.h"
#include "page/wording.h"

struct view {
	struct doc		*doc;
	struct library		*library;
	const struct address	*address;
	const char		*rows;		/* fields */
	const char		*columns;
	struct map		*map;
	struct list		 shown;		/* column numbers + 1 */
	bool			 begun;		/* result_is_begun() */
};

/* Fields. */

static const char *
field_or(const void *ctx, struct library *library, const char *name,
    const char *otherwise)
{
	const char *const *field = library_facet_fields(library, ctx,
	    RECTYPE_WORK);

	for (; name != NULL && *field != NULL; field++)
		if (text_same(*field, name))
			return name;
	return otherwise;
}

struct map *
page_map_of(const void *ctx, struct library *library,
    const struct address *address, const struct result **result)
{
	const struct search all = { .target = RECTYPE_WORK,
	    .order = ORDER_LEVEL };

	*result = library_search(library, ctx, &all, address->query);
	return library_map(library, ctx, *result, field_or(ctx, library,
	    address->rows, "condition"), field_or(ctx, library,
	    address->columns, "outcome"), address->sort != NULL);
}

struct address
page_map_settle(const void *ctx, struct library *library,
    const struct address *address, struct axis *axis)
{
	struct address settled = *address;

	*axis = library_axis(library, ctx, address->columns, address->only,
	    "outcome");
	if (address->columns != NULL)
		settled.columns = axis->field;
	settled.only = axis->ids;
	return settled;
}

/* Links to other maps of the same works. */

static void
link_map(const struct view *view, struct block *line, const char *text,
    const char *rows, const char *columns)
{
	struct address address = *view->address;

	/* The chosen values belong to the old field. */
	if (!text_same(columns, view->columns))
		address.only = NULL;
	address.rows = rows;
	address.columns = columns;
	block_link(line, address_print(view->doc, &address), text);
}

/* Whether a map by this field can have rows: facets need terms. */
static bool
has_values(const struct view *view, const char *name)
{
	const struct field *field = library_field(view->library, name,
	    strlen(name));

	return field == NULL || field->kind != FIELD_TERM || field->facet ==
	    FACET_DESIGN || library_has_terms(view->library, name);
}

static void
put_choices(struct view *view, const char *label, bool rows)
{
	const char *const *field = library_facet_fields(view->library,
	    view->doc, RECTYPE_WORK);
	const char *now = rows ? view->rows : view->columns;
	struct block *line = doc_row(view->doc, label);

	for (; *field != NULL; field++) {
		if (!text_same(*field, now) && !has_values(view, *field))
			continue;
		block_text(line, line->spans.count > 0 ? " " : "");
		if (text_same(*field, now))
			block_add(line, ROLE_GRADE, *field);
		else
			link_map(view, line, *field, rows ? *field :
			    view->rows, rows ? view->columns : *field);
	}
}

/* Names two views of the same works, with a link to the view not shown. */
static void
put_either(struct view *view, const char *label, const char *const names[2],
    bool second, const struct address *other)
{
	struct block *line = doc_row(view->doc, label);
	int i;

	for (i = 0; i < 2; i++) {
		block_text(line, i > 0 ? " " : "");
		if ((i == 1) == second)
			block_add(line, ROLE_GRADE, names[i]);
		else
			block_link(line, address_print(view->doc, other),
			    names[i]);
	}
}

static void
map_page_put_ways(struct view *view)
{
	static const char *const orders[] = { "most works first", "name" };
	static const char *const depths[] = { "all", "broadest only" };
	size_t from = view->doc->blocks.count;
	struct address other = *view->address;
	struct block *line;

	(void)doc_heading(view->doc, "Other maps of the same works");
	put_choices(view, "Rows", true);
	put_choices(view, "Columns", false);
	other.sort = view->address->sort == NULL ? "name" : NULL;
	put_either(view, "Order of rows", orders, other.sort == NULL, &other);
	other.sort = view->address->sort;
	other.depth = view->address->depth == NULL ? "top" : NULL;
	put_either(view, "Terms", depths, other.depth == NULL, &other);
	line = doc_row(view->doc, "Swap rows and columns");
	link_map(view, line, mem_format(view->doc, "%s by %s", view->columns,
	    view->rows), view->columns, view->rows);
	doc_screen(view->doc, from);
}

/* The grid. */

/* Uses the top-level terms as columns, or all terms if there are too few. */
static void
map_page_choose_columns(struct view *view)
{
	const char *only = view->address->only;
	const struct map_head *head;
	size_t tops = 0, i;

	for (i = 0; only != NULL && i < view->map->columns.count; i++) {
		head = list_at(&view->map->columns, i);
		if (text_among_commas(head->id, only))
			list_add(view->doc, &view->shown,
			    (void *)(uintptr_t)(i + 1));
	}
	if (only != NULL)
		return;
	for (i = 0; i < view->map->columns.count; i++) {
		head = list_at(&view->map->columns, i);
		tops += head->depth == 0;
	}
	for (i = 0; i < view->map->columns.count; i++) {
		head = list_at(&view->map->columns, i);
		if (tops < 2 || head->depth == 0)
			list_add(view->doc, &view->shown,
			    (void *)(uintptr_t)(i + 1));
	}
}

static size_t
column_at(const struct view *view, size_t i)
{
	return (size_t)(uintptr_t)list_at(&view->shown, i) - 1;
}

static char *
map_short_name(const struct view *view, const struct map_head *head,
    const struct list *others)
{
	if (text_same(view->columns, "level"))
		return mem_text(view->doc, text_same(head->id, "0") ? "none" :
		    head->id);
	return grid_name(view->doc, view->library, head->id, head->label,
	    others);
}

/* Short column names over the grid, each unique on the map. */
static void
map_put_heads(struct view *view, struct table *table)
{
	struct list names = { .at = NULL };
	const struct map_head *head;
	char *name;
	size_t i;

	for (i = 0; i < view->shown.count; i++) {
		head = list_at(&view->map->columns, column_at(view, i));
		name = map_short_name(view, head, &names);
		table_head(table, name, head->label, NULL);
		list_add(view->doc, &names, name);
	}
}

/* The address of the works in a cell. */
static char *
cell_address(const struct view *view, const char *row, const char *column,
    const char *covers)
{
	struct address address = { .page = PAGE_SEARCH };
	char *cell = mem_format(view->doc, "%s %s%s%s",
	    library_clause(view->library, view->doc, view->rows, row),
	    library_clause(view->library, view->doc, view->columns, column),
	    covers == NULL ? "" : " -covers:", covers == NULL ? "" : covers);

	address.query = (view->begun ? filter_before : filter_both)(view->doc,
	    library_declared(view->library), view->address->query, cell);
	return address_print(view->doc, &address);
}

static const char *
meaning_of(char letter)
{
	size_t i;

	for (i = 0; i < map_letters_count; i++)
		if (map_letters[i].letter == letter)
			return map_letters[i].meaning;
	return "";
}

enum { LINKED_MAX = 4096 };	/* longest query that cells link to, in bytes */

static void
map_page_put_cell(struct view *view, struct table_row *row,
    const struct map_head *head, size_t number, const struct map_cell *cell)
{
	const struct map_head *column = list_at(&view->map->columns,
	    column_at(view, number));
	struct block *block = table_cell(row);
	const char *text;

	if (cell->count == 0) {
		block_text(block, ".");
		(void)block_spoken(block);
		return;
	}
	text = mem_format(view->doc, "%ld %c", cell->count, cell->best);
	/* Each link would contain the whole query, hundreds of times. */
	if (strlen(view->address->query) <= LINKED_MAX)
		block_link(block, cell_address(view, head->id, column->id,
		    cell->covers),
		    text);
	else
		block_text(block, text);
	block_format(block_spoken(block), ROLE_TEXT, "%ld, %s%s", cell->count,
	    cell->best == '-' ? "" : "best ", meaning_of(cell->best));
}

static void
map_page_put_row(struct view *view, struct table *table, size_t number)
{
	const struct map_head *head = list_at(&view->map->rows, number);
	struct table_row *row = table_row(table, head->depth);
	const struct field *field = library_field(view->library, view->rows,
	    strlen(view->rows));
	size_t i;

	if (field != NULL && field->kind == FIELD_TERM &&
	    field->facet != FACET_DESIGN)
		block_link(row->head, address_of(view->doc, RECTYPE_TERM,
		    head->id), head->label);
	else
		block_text(row->head, head->label);
	for (i = 0; i < view->shown.count; i++)
		map_page_put_cell(view, row, head, i, map_cell(view->map,
		    number, column_at(view, i)));
}

static void
map_page_put_grid(struct view *view)
{
	struct table *table = doc_table(view->doc, TABLE_CELLS);
	const struct map_head *head;
	long left = LONG_MAX;
	size_t i;

	map_put_heads(view, table);
	if (view->address->most != NULL)
		(void)!number_natural(view->address->most, LONG_MAX, &left);
	for (i = 0; i < view->map->rows.count; i++) {
		head = list_at(&view->map->rows, i);
		if ((view->address->depth == NULL || head->depth == 0) &&
		    left-- > 0)
			map_page_put_row(view, table, i);
	}
	if (left < 0)
		doc_para(view->doc, mem_format(view->doc, "Rows not shown: %ld.",
		    -left));
}

static void
map_page_put_legend(struct view *view)
{
	static const char numbers[] = "works; a broader term includes its "
	    "narrower terms, and a work may count in several cells";
	static const char covered[] = "works are not counted where their "
	    "findings are on other conditions (covers:CONDITION finds them)";
	static const char gap[] = "not covered here; evidence may exist "
	    "elsewhere";
	struct buf letters = { .data = NULL };
	struct block *row;
	size_t i;

	for (i = 0; i < map_letters_count; i++)
		buf_format(view->doc, &letters, "%s%c %s", i > 0 ? ", " : "",
		    map_letters[i].letter, map_letters[i].meaning);
	doc_gap(view->doc);
	doc_legend(view->doc, "Letters", mem_format(view->doc, "the best kind of "
	    "study in the cell: %s", letters.data));
	row = doc_row(view->doc, "Numbers");
	block_text(row, numbers);
	block_format(block_spoken(row), ROLE_TEXT, "%s; other cells are "
	    "%s", numbers, gap);
	doc_legend(view->doc, ".", gap);
	if (text_same(view->rows, "condition") || text_same(view->columns,
	    "condition"))
		doc_legend(view->doc, "Conditions", covered);
}

/* Says which fields of the map are empty for all works: one or both. */
static void
put_nothing(struct view *view)
{
	bool rows = view->map->rows.count > 0;
	bool columns = view->map->columns.count > 0;

	doc_gap(view->doc);
	doc_para(view->doc, rows || columns ? mem_format(view->doc,
	    "The works here have no %s.", lists_facet_label(view->library,
	    rows ? view->columns : view->rows)) : mem_format(view->doc,
	    "The works here have no %s and no %s.", lists_facet_label(
	    view->library, view->rows), lists_facet_label(view->library,
	    view->columns)));
	if (library_count_found(view->library, "is:imported") > 0)
		doc_para(view->doc, "Imported works have terms only if a "
		    "vocabulary is loaded with them ('strigil -b NAME -b "
		    "FILE').");
	doc_para(view->doc, "Design, level, year and subjects are always "
	    "available.");
}

/* The labels of the chosen columns. */
static char *
chosen_labels(const struct view *view)
{
	struct buf out = { .data = NULL };
	const char *at;
	size_t n;

	for (at = view->address->only; *at != '\0'; at += n + (at[n] == ',')) {
		n = strcspn(at, ",");
		buf_format(view->doc, &out, "%s%s", out.len > 0 ? ", " : "",
		    library_label(view->library, view->doc, mem_text_n(
		    view->doc, at, n)));
	}
	return out.data;
}

struct doc *
page_map(const void *ctx, struct library *library,
    const struct address *address)
{
	struct view view = { doc_new(ctx, "map"), library, NULL,
	    NULL, NULL, NULL, { .at = NULL }, false };
	struct axis axis;
	const struct address settled = page_map_settle(view.doc, library,
	    address, &axis);
	const struct result *result;

	view.address = &settled;
	view.map = page_map_of(view.doc, library, &settled, &result);
	view.begun = result_is_begun(library, result);
	view.rows = view.map->row_field;
	view.columns = view.map->column_field;
	view.doc->address = address_print(view.doc, address);
	view.doc->found = result->total;
	map_page_choose_columns(&view);
	(void)doc_title(view.doc, mem_format(view.doc, "Map of %s%s%s: %s by "
	    "%s", wording_total(view.doc, result), *address->query == '\0' ?
	    "" : " for ", address->query, lists_facet_label(library,
	    view.rows), lists_facet_label(library, view.columns)));
	put_remarks(view.doc, result);
	doc_gap(view.doc);
	tell_unknown_value(view.doc, &axis);
	if (view.map->rows.count == 0 || view.map->columns.count == 0) {
		put_nothing(&view);
	} else if (view.shown.count == 0) {
		doc_para(view.doc, mem_format(view.doc, "This map has none of "
		    "the requested columns: %s.", chosen_labels(&view)));
	} else {
		map_page_put_grid(&view);
		map_page_put_legend(&view);
	}
	map_page_put_ways(&view);
	return view.doc;
}
