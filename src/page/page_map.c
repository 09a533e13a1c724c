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

struct map_page {
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
link_map(const struct map_page *page, struct block *line, const char *text,
    const char *rows, const char *columns)
{
	struct address address = *page->address;

	/* The chosen values are those of the old column field. */
	if (!text_same(columns, page->columns))
		address.only = NULL;
	address.rows = rows;
	address.columns = columns;
	block_link(line, address_print(page->doc, &address), text);
}

/* Whether a map by this field can have rows: facets need terms. */
static bool
has_values(const struct map_page *page, const char *name)
{
	const struct field *field = library_field(page->library, name,
	    strlen(name));

	return field == NULL || field->kind != FIELD_TERM || field->facet ==
	    FACET_DESIGN || library_has_terms(page->library, name);
}

static void
put_choices(struct map_page *page, const char *label, bool rows)
{
	const char *const *field = library_facet_fields(page->library,
	    page->doc, RECTYPE_WORK);
	const char *now = rows ? page->rows : page->columns;
	struct block *line = doc_row(page->doc, label);

	for (; *field != NULL; field++) {
		if (!text_same(*field, now) && !has_values(page, *field))
			continue;
		block_text(line, line->spans.count > 0 ? " " : "");
		if (text_same(*field, now))
			block_add(line, ROLE_GRADE, *field);
		else
			link_map(page, line, *field, rows ? *field :
			    page->rows, rows ? page->columns : *field);
	}
}

/* Names two views of the same works, with a link to the view not shown. */
static void
put_either(struct map_page *page, const char *label, const char *const names[2],
    bool second, const struct address *other)
{
	struct block *line = doc_row(page->doc, label);
	int i;

	for (i = 0; i < 2; i++) {
		block_text(line, i > 0 ? " " : "");
		if ((i == 1) == second)
			block_add(line, ROLE_GRADE, names[i]);
		else
			block_link(line, address_print(page->doc, other),
			    names[i]);
	}
}

static void
map_page_put_ways(struct map_page *page)
{
	static const char *const orders[] = { "most works first", "name" };
	static const char *const depths[] = { "all", "broadest only" };
	size_t from = page->doc->blocks.count;
	struct address other = *page->address;
	struct block *line;

	(void)doc_heading(page->doc, "Other maps of the same works");
	put_choices(page, "Rows", true);
	put_choices(page, "Columns", false);
	other.sort = page->address->sort == NULL ? "name" : NULL;
	put_either(page, "Order of rows", orders, other.sort == NULL, &other);
	other.sort = page->address->sort;
	other.depth = page->address->depth == NULL ? "top" : NULL;
	put_either(page, "Terms", depths, other.depth == NULL, &other);
	line = doc_row(page->doc, "Swap rows and columns");
	link_map(page, line, mem_format(page->doc, "%s by %s", page->columns,
	    page->rows), page->columns, page->rows);
	doc_screen(page->doc, from);
}

/* The grid. */

/* Uses the top-level terms as columns, or all terms if there are too few. */
static void
map_page_choose_columns(struct map_page *page)
{
	const char *only = page->address->only;
	const struct map_head *head;
	size_t tops = 0, i;

	for (i = 0; only != NULL && i < page->map->columns.count; i++) {
		head = list_at(&page->map->columns, i);
		if (text_among_commas(head->id, only))
			list_add(page->doc, &page->shown,
			    (void *)(uintptr_t)(i + 1));
	}
	if (only != NULL)
		return;
	for (i = 0; i < page->map->columns.count; i++) {
		head = list_at(&page->map->columns, i);
		tops += head->depth == 0;
	}
	for (i = 0; i < page->map->columns.count; i++) {
		head = list_at(&page->map->columns, i);
		if (tops < 2 || head->depth == 0)
			list_add(page->doc, &page->shown,
			    (void *)(uintptr_t)(i + 1));
	}
}

static size_t
column_at(const struct map_page *page, size_t i)
{
	return (size_t)(uintptr_t)list_at(&page->shown, i) - 1;
}

static char *
map_short_name(const struct map_page *page, const struct map_head *head,
    const struct list *others)
{
	if (text_same(page->columns, "level"))
		return mem_text(page->doc, text_same(head->id, "0") ? "none" :
		    head->id);
	return grid_name(page->doc, page->library, head->id, head->label,
	    others);
}

/* Short column names over the grid, each unique on the map. */
static void
map_put_heads(struct map_page *page, struct table *table)
{
	struct list names = { .at = NULL };
	const struct map_head *head;
	char *name;
	size_t i;

	for (i = 0; i < page->shown.count; i++) {
		head = list_at(&page->map->columns, column_at(page, i));
		name = map_short_name(page, head, &names);
		table_head(table, name, head->label, NULL);
		list_add(page->doc, &names, name);
	}
}

/* The address of the works in a cell. */
static char *
cell_address(const struct map_page *page, const char *row, const char *column,
    const char *covers)
{
	struct address address = { .page = PAGE_SEARCH };
	char *cell = mem_format(page->doc, "%s %s%s%s",
	    library_clause(page->library, page->doc, page->rows, row),
	    library_clause(page->library, page->doc, page->columns, column),
	    covers == NULL ? "" : " -covers:", covers == NULL ? "" : covers);

	address.query = (page->begun ? filter_before : filter_both)(page->doc,
	    library_declared(page->library), page->address->query, cell);
	return address_print(page->doc, &address);
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
map_page_put_cell(struct map_page *page, struct table_row *row,
    const struct map_head *head, size_t number, const struct map_cell *cell)
{
	const struct map_head *column = list_at(&page->map->columns,
	    column_at(page, number));
	struct block *block = table_cell(row);
	const char *text;

	if (cell->count == 0) {
		block_text(block, ".");
		(void)block_spoken(block);
		return;
	}
	text = mem_format(page->doc, "%ld %c", cell->count, cell->best);
	/* Each link would contain the whole query, hundreds of times. */
	if (strlen(page->address->query) <= LINKED_MAX)
		block_link(block, cell_address(page, head->id, column->id,
		    cell->covers),
		    text);
	else
		block_text(block, text);
	block_format(block_spoken(block), ROLE_TEXT, "%ld, %s%s", cell->count,
	    cell->best == '-' ? "" : "best ", meaning_of(cell->best));
}

static void
map_page_put_row(struct map_page *page, struct table *table, size_t number)
{
	const struct map_head *head = list_at(&page->map->rows, number);
	struct table_row *row = table_row(table, head->depth);
	const struct field *field = library_field(page->library, page->rows,
	    strlen(page->rows));
	size_t i;

	if (field != NULL && field->kind == FIELD_TERM &&
	    field->facet != FACET_DESIGN)
		block_link(row->head, address_of(page->doc, RECTYPE_TERM,
		    head->id), head->label);
	else
		block_text(row->head, head->label);
	for (i = 0; i < page->shown.count; i++)
		map_page_put_cell(page, row, head, i, map_cell(page->map,
		    number, column_at(page, i)));
}

static void
map_page_put_grid(struct map_page *page)
{
	struct table *table = doc_table(page->doc, TABLE_CELLS);
	const struct map_head *head;
	long left = LONG_MAX;
	size_t i;

	map_put_heads(page, table);
	if (page->address->most != NULL)
		(void)!number_natural(page->address->most, LONG_MAX, &left);
	for (i = 0; i < page->map->rows.count; i++) {
		head = list_at(&page->map->rows, i);
		if ((page->address->depth == NULL || head->depth == 0) &&
		    left-- > 0)
			map_page_put_row(page, table, i);
	}
	if (left < 0)
		doc_para(page->doc, mem_format(page->doc, "Rows not shown: %ld.",
		    -left));
}

static void
map_page_put_legend(struct map_page *page)
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
		buf_format(page->doc, &letters, "%s%c %s", i > 0 ? ", " : "",
		    map_letters[i].letter, map_letters[i].meaning);
	doc_gap(page->doc);
	doc_legend(page->doc, "Letters", mem_format(page->doc, "the best kind of "
	    "study in the cell: %s", letters.data));
	row = doc_row(page->doc, "Numbers");
	block_text(row, numbers);
	block_format(block_spoken(row), ROLE_TEXT, "%s; other cells are "
	    "%s", numbers, gap);
	doc_legend(page->doc, ".", gap);
	if (text_same(page->rows, "condition") || text_same(page->columns,
	    "condition"))
		doc_legend(page->doc, "Conditions", covered);
}

/* Says which fields of the map are empty for all works: one or both. */
static void
put_nothing(struct map_page *page)
{
	bool rows = page->map->rows.count > 0;
	bool columns = page->map->columns.count > 0;

	doc_gap(page->doc);
	doc_para(page->doc, rows || columns ? mem_format(page->doc,
	    "The works here have no %s.", lists_facet_label(page->library,
	    rows ? page->columns : page->rows)) : mem_format(page->doc,
	    "The works here have no %s and no %s.", lists_facet_label(
	    page->library, page->rows), lists_facet_label(page->library,
	    page->columns)));
	if (library_count_found(page->library, "is:imported") > 0)
		doc_para(page->doc, "Imported works have terms only if a "
		    "vocabulary is loaded with them ('strigil -b NAME -b "
		    "FILE').");
	doc_para(page->doc, "Design, level, year and subjects are always "
	    "available.");
}

/* The labels of the chosen columns. */
static char *
chosen_labels(const struct map_page *page)
{
	struct buf out = { .data = NULL };
	const char *at;
	size_t n;

	for (at = page->address->only; *at != '\0'; at += n + (at[n] == ',')) {
		n = strcspn(at, ",");
		buf_format(page->doc, &out, "%s%s", out.len > 0 ? ", " : "",
		    library_label(page->library, page->doc, mem_text_n(
		    page->doc, at, n)));
	}
	return out.data;
}

struct doc *
page_map(const void *ctx, struct library *library,
    const struct address *address)
{
	struct map_page page = { doc_new(ctx, "map"), library, NULL,
	    NULL, NULL, NULL, { .at = NULL }, false };
	struct axis axis;
	const struct address settled = page_map_settle(page.doc, library,
	    address, &axis);
	const struct result *result;

	page.address = &settled;
	page.map = page_map_of(page.doc, library, &settled, &result);
	page.begun = result_is_begun(library, result);
	page.rows = page.map->row_field;
	page.columns = page.map->column_field;
	page.doc->address = address_print(page.doc, address);
	page.doc->found = result->total;
	map_page_choose_columns(&page);
	(void)doc_title(page.doc, mem_format(page.doc, "Map of %s%s%s: %s by "
	    "%s", wording_total(page.doc, result), *address->query == '\0' ?
	    "" : " for ", address->query, lists_facet_label(library,
	    page.rows), lists_facet_label(library, page.columns)));
	put_remarks(page.doc, result);
	doc_gap(page.doc);
	tell_unknown_value(page.doc, &axis);
	if (page.map->rows.count == 0 || page.map->columns.count == 0) {
		put_nothing(&page);
	} else if (page.shown.count == 0) {
		doc_para(page.doc, mem_format(page.doc, "This map has none of "
		    "the requested columns: %s.", chosen_labels(&page)));
	} else {
		map_page_put_grid(&page);
		map_page_put_legend(&page);
	}
	map_page_put_ways(&page);
	return page.doc;
}
