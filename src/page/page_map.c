/* The evidence gap map of a search. */
#include "page/page_map.h"

#include <string.h>

#include "base/text.h"
#include "page/grid.h"
#include "page/page_search.h"

enum {
	LABEL_CELLS = 26,
	CELL_LEAST = 7,
	WIDTH = 76		/* of label and columns */
};

struct view {
	struct doc		*doc;
	struct library		*library;
	const struct address	*address;
	const char		*rows;		/* fields */
	const char		*columns;
	struct map		*map;
	struct list		 shown;		/* numbers of columns + 1 */
	size_t			 cell;		/* cells of a column */
	size_t			 most;		/* columns side by side */
};

/* Fields. */

static bool
is_field(const char *name)
{
	const char *const *field = facet_fields(PLAN_WORKS);

	for (; name != NULL && *field != NULL; field++)
		if (text_same(*field, name))
			return true;
	return false;
}

static const char *
field_or(const char *name, const char *otherwise)
{
	return is_field(name) ? name : otherwise;
}

static const struct result *
find_works(const void *ctx, struct library *library, const char *query)
{
	const struct search all = { .target = PLAN_WORKS,
	    .order = ORDER_LEVEL };

	return library_search(library, ctx, &all, query);
}

/* Links to other maps of the same works. */

static char *
map_address(const struct view *view, const char *rows, const char *columns,
    size_t from)
{
	struct address address = *view->address;

	address.rows = rows;
	address.columns = columns;
	address.from = from;
	return address_print(view->doc, &address);
}

static void
put_choices(struct view *view, const char *label, bool rows)
{
	const char *const *field = facet_fields(PLAN_WORKS);
	const char *now = rows ? view->rows : view->columns;
	struct block *line = doc_row(view->doc, label);

	for (; *field != NULL; field++) {
		if (text_same(*field, now))
			block_add(line, ROLE_GRADE, *field);
		else
			block_link(line, rows ? map_address(view, *field,
			    view->columns, 0) : map_address(view, view->rows,
			    *field, 0), *field);
		block_text(line, field[1] != NULL ? " " : "");
	}
}

static void
put_title(struct view *view, const struct result *result)
{
	const char *query = view->address->query;

	(void)doc_title(view->doc, mem_format(view->doc, "Map of %s%s%s: %s by %s",
	    say_total(view->doc, result), *query == '\0' ? "" : " for ",
	    query, view->rows, view->columns));
}

static void
put_ways(struct view *view)
{
	struct block *line;

	put_choices(view, "Rows", true);
	put_choices(view, "Columns", false);
	line = doc_row(view->doc, "Turn round");
	block_link(line, map_address(view, view->columns, view->rows, 0),
	    mem_format(view->doc, "%s by %s", view->columns, view->rows));
}

/* The grid. */

/* Columns at the top of their tree, or all where there are too few. */
static void
choose_columns(struct view *view)
{
	const struct map_head *head;
	size_t tops = 0, i;

	for (i = 0; i < view->map->columns.count; i++) {
		head = view->map->columns.at[i];
		tops += head->depth == 0;
	}
	for (i = 0; i < view->map->columns.count; i++) {
		head = view->map->columns.at[i];
		if (tops < 2 || head->depth == 0)
			list_add(view->doc, &view->shown,
			    (void *)(uintptr_t)(i + 1));
	}
}

/* A column has room for the largest number. */
static void
choose_widths(struct view *view)
{
	size_t cells = view->map->rows.count * view->map->columns.count, i;
	long most = 0;
	char text[24];
	size_t width;

	for (i = 0; i < cells; i++)
		if (view->map->cells[i].count > most)
			most = view->map->cells[i].count;
	width = (size_t)snprintf(text, sizeof(text), " %ld X", most);
	view->cell = width < CELL_LEAST ? CELL_LEAST : width;
	view->most = (WIDTH - LABEL_CELLS) / view->cell;
}

static size_t
column_at(const struct view *view, size_t i)
{
	return (size_t)(uintptr_t)view->shown.at[i] - 1;
}

/* An abbreviation, a number, or the first letters of the first word. */
static char *
first_name(const struct view *view, const struct map_head *head)
{
	if (text_same(view->columns, "level"))
		return mem_text(view->doc, text_same(head->id, "0") ? "none" :
		    head->id);
	if (text_same(view->columns, "year"))
		return mem_text(view->doc, head->id);
	return grid_name(view->doc, view->library, head->id, head->label,
	    view->cell - 1);
}

/* What a column is called over the grid: like no other column of the map. */
static char *
short_name(const struct view *view, size_t number)
{
	char *name = first_name(view, view->map->columns.at[column_at(view,
	    number)]);
	size_t same = 1, i;

	for (i = 0; i < number; i++)
		same += text_same(name, first_name(view,
		    view->map->columns.at[column_at(view, i)]));
	if (same == 1)
		return name;
	return mem_format(view->doc, "%.*s%zu", (int)text_fit(name,
	    view->cell - 2), name, same);
}

static void
put_column_names(struct view *view, size_t from, size_t to)
{
	struct block *line = doc_line(view->doc);
	size_t i;

	grid_pad(line, ROLE_TEXT, "", LABEL_CELLS);
	for (i = from; i < to; i++)
		block_format(line, ROLE_LABEL, "%*s", (int)view->cell,
		    short_name(view, i));
}

/* The address of the works in a cell. */
static char *
cell_address(const struct view *view, const char *row, const char *column)
{
	const char *query = view->address->query;
	bool several = strstr(query, " OR ") != NULL;
	struct address address = { .page = PAGE_SEARCH };

	address.query = mem_format(view->doc, "%s%s%s%s%s:%s %s:%s", several ?
	    "(" : "", query, several ? ")" : "", *query == '\0' ? "" : " ",
	    view->rows, text_same(view->rows, "level") && text_same(row,
	    "0") ? "none" : row, view->columns, text_same(view->columns,
	    "level") && text_same(column, "0") ? "none" : column);
	return address_print(view->doc, &address);
}

static void
put_row(struct view *view, size_t row, size_t from, size_t to)
{
	const struct map_head *head = view->map->rows.at[row], *column;
	const struct map_cell *cell;
	struct block *line = doc_line(view->doc);
	char *text;
	size_t i;

	grid_pad(line, ROLE_TEXT, mem_format(view->doc, "%*s%s", (int)head->depth, "",
	    head->label), LABEL_CELLS - 1);
	block_text(line, " ");
	for (i = from; i < to; i++) {
		cell = map_cell(view->map, row, column_at(view, i));
		column = view->map->columns.at[column_at(view, i)];
		text = cell->count == 0 ? mem_text(view->doc, ".") :
		    mem_format(view->doc, "%ld %c", cell->count, cell->best);
		block_format(line, ROLE_TEXT, "%*s", (int)(view->cell -
		    strlen(text)), "");
		if (cell->count == 0)
			block_text(line, text);
		else
			block_link(line, cell_address(view, head->id,
			    column->id), text);
	}
}

/* What the names of the columns stand for. */
static void
put_columns(struct view *view, size_t from, size_t to)
{
	const struct map_head *head;
	size_t i;

	doc_gap(view->doc);
	for (i = from; i < to; i++) {
		head = view->map->columns.at[column_at(view, i)];
		if (!text_same(short_name(view, i), head->label))
			doc_tell(view->doc, short_name(view, i),
			    head->label);
	}
}

static void
put_legend(struct view *view)
{
	struct buf letters = { .data = NULL };
	size_t i;

	for (i = 0; i < map_letters_count; i++)
		buf_format(view->doc, &letters, "%s%c %s", i > 0 ? ", " : "",
		    map_letters[i].letter, map_letters[i].meaning);
	doc_gap(view->doc);
	doc_tell(view->doc, "Letters", mem_format(view->doc, "the best kind of "
	    "study in the cell: %s", letters.data));
	doc_tell(view->doc, "Numbers", "works; a broader term counts those of "
	    "its narrower ones, and one work may stand in several cells");
	doc_tell(view->doc, ".", "a gap in this bibliography, which does not "
	    "mean that there is no evidence");
}

static void
put_more(struct view *view, size_t from, size_t to)
{
	struct block *line;

	if (from == 0 && to == view->shown.count)
		return;
	doc_gap(view->doc);
	line = doc_row(view->doc, "More");
	if (from > 0)
		block_link(line, map_address(view, view->rows, view->columns,
		    from < view->most ? 0 : from - view->most),
		    "columns before");
	block_text(line, from > 0 && to < view->shown.count ? ", " : "");
	if (to < view->shown.count)
		block_link(line, map_address(view, view->rows, view->columns,
		    to), mem_format(view->doc, "%zu columns behind",
		    view->shown.count - to));
}

static void
put_grid(struct view *view, size_t from, size_t to)
{
	size_t i;

	put_column_names(view, from, to);
	for (i = 0; i < view->map->rows.count; i++)
		put_row(view, i, from, to);
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

/* The same in words: what there is for each row, gaps left out. */
static void
put_words(struct view *view)
{
	const struct map_head *row, *column;
	const struct map_cell *cell;
	struct block *line;
	size_t i, j, said;

	for (i = 0; i < view->map->rows.count; i++) {
		row = view->map->rows.at[i];
		line = doc_row(view->doc, row->label);
		for (j = 0, said = 0; j < view->shown.count; j++) {
			cell = map_cell(view->map, i, column_at(view, j));
			column = view->map->columns.at[column_at(view, j)];
			if (cell->count > 0)
				block_format(line, ROLE_TEXT, "%s%s %ld, %s%s",
				    said++ > 0 ? "; " : "", column->label,
				    cell->count, cell->best == '-' ? "" :
				    "best ", meaning_of(cell->best));
		}
		block_text(line, said == 0 ? "nothing" : ".");
	}
	doc_say(view->doc, "Numbers are works; a broader term counts those of "
	    "its narrower ones.  What is not named is a gap in this "
	    "bibliography, which does not mean that there is no evidence.");
}

static void
put_nothing(struct view *view)
{
	doc_gap(view->doc);
	doc_say(view->doc, mem_format(view->doc, "Nothing is known here of %s "
	    "or %s: what was imported is about terms only where a vocabulary "
	    "is read with it ('strigil -b iastm -b FILE').  Design, level, "
	    "year and subjects are always known.", view->rows,
	    view->columns));
}

struct doc *
page_map(const void *ctx, struct library *library,
    const struct address *address, enum map_form form)
{
	struct view view = { doc_new(ctx, "map"), library, address,
	    field_or(address->rows, "condition"), field_or(address->columns,
	    "outcome"), NULL, { .at = NULL }, 0, 0 };
	const struct result *result = find_works(view.doc, library,
	    address->query);
	size_t from, to;

	view.doc->address = address_print(view.doc, address);
	view.map = library_map(library, view.doc, result, view.rows,
	    view.columns);
	choose_columns(&view);
	choose_widths(&view);
	put_title(&view, result);
	if (form == MAP_PART)
		put_ways(&view);
	if (view.map->rows.count == 0 || view.map->columns.count == 0) {
		put_nothing(&view);
		return view.doc;
	}
	if (form == MAP_LINEAR) {
		put_words(&view);
		return view.doc;
	}
	from = form == MAP_WHOLE || address->from >= view.shown.count ? 0 :
	    address->from;
	do {
		to = from + view.most < view.shown.count ? from + view.most :
		    view.shown.count;
		doc_gap(view.doc);
		put_grid(&view, from, to);
		if (form == MAP_PART)
			put_more(&view, from, to);
		put_columns(&view, from, to);
		from = to;
	} while (form == MAP_WHOLE && to < view.shown.count);
	put_legend(&view);
	return view.doc;
}

char *
page_map_tsv(const void *ctx, struct library *library,
    const struct address *address)
{
	const struct result *result = find_works(ctx, library,
	    address->query);
	const struct map *map = library_map(library, ctx, result,
	    field_or(address->rows, "condition"), field_or(address->columns,
	    "outcome"));
	const struct map_head *head;
	const struct map_cell *cell;
	struct buf out = { .data = NULL };
	size_t i, j;

	buf_format(ctx, &out, "%s\tlabel", map->row_field);
	for (i = 0; i < map->columns.count; i++) {
		head = map->columns.at[i];
		buf_format(ctx, &out, "\t%s", head->id);
	}
	for (i = 0; i < map->rows.count; i++) {
		head = map->rows.at[i];
		buf_format(ctx, &out, "\n%s\t%s", head->id, head->label);
		for (j = 0; j < map->columns.count; j++) {
			cell = map_cell(map, i, j);
			buf_text(ctx, &out, "\t");
			if (cell->count > 0)
				buf_format(ctx, &out, "%ld %c", cell->count,
				    cell->best);
		}
	}
	buf_text(ctx, &out, "\n");
	return out.data;
}
