/* Layout: breaks a document into lines of a given width. */
#include "page/layout.h"

#include <assert.h>

#include "base/text.h"

enum {
	WIDTH_MIN = 20,
	TEXT_MAX = 76,		/* cells of running text in a line */
	STEP = 2,		/* cells of one indent */
	LABEL_MAX = 14,		/* cells of a row's heading */
	GRID_LABEL = 26,	/* maximum cells of a grid's row headings */
	GRID_LABEL_LEAST = 16,	/* the maximum if the columns need the space */
	GRID_CELL = 7,		/* minimum cells of a grid column */
	HEAD_LINES = 3,		/* maximum lines of a grid column's
				   heading */
	PROSE_CELL = 18,	/* minimum cells of a column of text */
	STACKED_BELOW = 84	/* cells: narrower screens show text columns one
				   below the other */
};

struct layout_state {
	const void	*ctx;
	struct layout	*layout;
	struct layout_options	 options;
	size_t		 table_column;	/* column of the table being laid out */
};

/* The text of a block as one string, and the offsets of its spans. */
struct flat {
	struct buf	 text;
	size_t		*starts;	/* offset of each span, and the end */
	size_t		*links;		/* number of each span's link, or 0 */
	size_t		 count;
	const char	*whole;		/* complete text from which its
					   pieces are cut, or NULL */
};

static struct line *
line_at(struct layout_state *st, size_t number)
{
	struct layout *layout = st->layout;

	while (layout->lines.count <= number)
		list_add(layout, &layout->lines, mem_new(layout,
		    struct line));
	return list_at(&layout->lines, number);
}

/* The number of lines so far. */
static size_t
next_line(const struct layout_state *st)
{
	return st->layout->lines.count;
}

/* The piece, or NULL if there is no text. */
static struct piece *
layout_add_piece(struct layout_state *st, size_t line, size_t column, enum role role,
    const char *text, size_t n, size_t link)
{
	struct piece *piece;
	struct anchor *anchor;

	if (n == 0)
		return NULL;
	piece = mem_new(st->layout, struct piece);
	piece->column = column;
	piece->text = mem_text_n(piece, text, n);
	piece->role = role;
	piece->link_number = link;
	list_add(st->layout, &line_at(st, line)->pieces, piece);
	if (link == 0)
		return piece;
	anchor = list_at(&st->layout->anchors, link - 1);
	if (anchor->shown)
		return piece;
	anchor->shown = true;
	anchor->line = line;
	anchor->column = column;
	return piece;
}

static size_t
add_anchor(struct layout_state *st, const char *address)
{
	struct anchor *anchor = mem_new(st->layout, struct anchor);

	/*
	 * Copy the text, because the blocks of a prose table are freed before
	 * the layout.
	 */
	anchor->address = mem_text(anchor, address);
	anchor->table_column = st->table_column;
	list_add(st->layout, &st->layout->anchors, anchor);
	return st->layout->anchors.count;
}

static void
layout_put_label(struct layout_state *st, size_t line, size_t column, const char *text,
    const char *link)
{
	char *ascii = st->options.ascii ? text_ascii(st->ctx, text) : NULL;

	text = ascii != NULL ? ascii : text;
	(void)layout_add_piece(st, line, column, ROLE_LABEL, text, strlen(text),
	    link == NULL ? 0 : add_anchor(st, link));
}

/* In a drawing, text after an ellipsis stays in its column. */
static char *
ascii_of(struct layout_state *st, const struct block *block, const char *text)
{
	const char *cut = block->kind == BLOCK_VERBATIM ? strstr(text, "…") :
	    NULL;
	char *start;
	size_t cells;

	if (cut == NULL)
		return text_ascii(st->ctx, text);
	start = text_ascii(st->ctx, mem_text_n(st->ctx, text, (size_t)(cut -
	    text)));
	cells = text_width(start);
	return mem_format(st->ctx, "%.*s%s", (int)text_fit(start, cells < 2 ?
	    0 : cells - 2), start, text_ascii(st->ctx, cut));
}

static void
flatten(struct layout_state *st, const struct block *block, struct flat *flat)
{
	const struct span *span;
	char *ascii;
	size_t i;

	*flat = (struct flat){ .count = block->spans.count };
	flat->starts = mem_array(st->ctx, size_t, flat->count + 1);
	flat->links = mem_array(st->ctx, size_t, flat->count + 1);
	for (i = 0; i < flat->count; i++) {
		span = list_at(&block->spans, i);
		flat->starts[i] = flat->text.len;
		if (span->link != NULL)
			flat->links[i] = add_anchor(st, span->link);
		ascii = st->options.ascii ? ascii_of(st, block, span->text) :
		    NULL;
		buf_text(st->ctx, &flat->text, ascii != NULL ? ascii :
		    span->text);
	}
	flat->starts[flat->count] = flat->text.len;
	if (st->options.web)
		flat->whole = mem_text(st->layout, buf_string(&flat->text));
}

/* Adds bytes from..to of the flat text to a line, span by span. */
static void
put_range(struct layout_state *st, size_t line, const struct block *block,
    const struct flat *flat, size_t from, size_t to, size_t column)
{
	const char *text = buf_string(&flat->text);
	const struct span *span;
	struct piece *piece;
	size_t i, start, end;

	for (i = 0; i < flat->count; i++) {
		start = flat->starts[i] > from ? flat->starts[i] : from;
		end = flat->starts[i + 1] < to ? flat->starts[i + 1] : to;
		if (start >= end)
			continue;
		span = list_at(&block->spans, i);
		piece = layout_add_piece(st, line, column + text_width_n(text +
		    from, start - from), span->role, text + start, end -
		    start, flat->links[i]);
		piece->whole = flat->whole;
		piece->from = start;
	}
}

/* The columns that a block of text may use. */
struct box {
	size_t	first;		/* first column of the first line */
	size_t	rest;		/* first column of the other lines */
	size_t	limit;		/* column where lines end */
};

/* Wraps a block starting at a line; returns the number of the next line. */
static size_t
wrap(struct layout_state *st, const struct block *block, size_t line,
    const struct box *box)
{
	struct flat flat;
	const char *text, *at, *next;
	size_t room, n, column = box->first;

	flatten(st, block, &flat);
	text = buf_string(&flat.text);
	for (at = text; *at != '\0'; at = next) {
		room = box->limit > column + 1 ? box->limit - column : 1;
		if (room > TEXT_MAX)
			room = TEXT_MAX;
		n = text_line(at, room, &next);
		put_range(st, line++, block, &flat, (size_t)(at - text),
		    (size_t)(at - text) + n, column);
		column = box->rest;
	}
	return line;
}

static void
layout_put_paragraph(struct layout_state *st, const struct block *block, size_t column)
{
	(void)wrap(st, block, next_line(st), &(struct box){ column, column,
	    st->options.width });
}

/* Headings share a column; on a narrow screen each gets its own line. */
static void
layout_put_row(struct layout_state *st, const struct block *block)
{
	size_t line = next_line(st), column = LABEL_MAX + STEP;
	bool narrow = st->options.width < 40;

	layout_put_label(st, line, 0, block->label, block->label_link);
	(void)line_at(st, line);
	if (text_width(block->label) > LABEL_MAX || narrow) {
		line++;
		column = narrow ? STEP : column;
	}
	(void)wrap(st, block, line, &(struct box){ column, column,
	    st->options.width });
}

static void
put_item(struct layout_state *st, const struct block *block)
{
	size_t column = block->indent * STEP, line = next_line(st);

	(void)layout_add_piece(st, line, column, ROLE_TEXT, "-", 1, 0);
	(void)wrap(st, block, line, &(struct box){ column + STEP, column +
	    STEP, st->options.width });
}

/* The widest form of a line that fits into these columns. */
static const struct block *
widest(const struct block *block, size_t columns)
{
	const struct block *best = block, *wider;
	size_t i;

	for (i = 0; i < block->wider.count; i++) {
		wider = list_at(&block->wider, i);
		if (wider->needs <= columns && wider->needs > best->needs)
			best = wider;
	}
	return best;
}

/*
 * A cut address would lead to the wrong place, so layouts for screens keep the
 * whole address.
 */
static void
put_verbatim(struct layout_state *st, const struct block *line_block)
{
	const struct block *block = widest(line_block, st->options.width);
	char *text = block_plain(st->ctx, block);
	size_t line = next_line(st);
	struct flat flat;

	if (block->spoken != NULL && text_width(text) > st->options.width) {
		(void)wrap(st, block->spoken, line, &(struct box){ 0, STEP,
		    st->options.width });
		return;
	}
	(void)line_at(st, line);
	flatten(st, block, &flat);
	put_range(st, line, block, &flat, 0, flat.text.len, 0);
}

/* Grids. */

struct grid {
	const struct table	*table;
	size_t			 label;	/* cells of the row headings */
	size_t			*widths;	/* widths of the columns */
	size_t			 lines;	/* maximum lines of a heading */
	bool			 in_full;	/* column headings are
						   labels, not short names */
};

/* The heading of a column as it is printed: in ASCII it may be longer. */
static const char *
grid_head(struct layout_state *st, const struct grid *grid,
    const struct table_head *head)
{
	const char *text = grid->in_full ? head->label : head->name;
	char *ascii = st->options.ascii ? text_ascii(st->ctx, text) : NULL;

	return ascii != NULL ? ascii : text;
}

static size_t
longest_word(const char *text)
{
	size_t most = 1, n, cells;

	for (; *text != '\0'; text += n + (text[n] == ' ')) {
		n = strcspn(text, " ");
		cells = text_width_n(text, n);
		most = cells > most ? cells : most;
	}
	return most;
}

static size_t
layout_count_lines(const char *text, size_t cells)
{
	size_t lines = 0;

	for (; *text != '\0'; lines++)
		(void)text_line(text, cells, &text);
	return lines;
}

/* The cells that a heading needs for at most `lines` lines, in whole words. */
static size_t
head_cells(const char *text, size_t lines)
{
	size_t cells = longest_word(text);

	while (layout_count_lines(text, cells) > lines)
		cells++;
	return cells;
}

static void
widen(size_t *width, size_t cells)
{
	*width = cells + 1 > *width ? cells + 1 : *width;
}

static size_t
sum(const struct grid *grid, size_t from, size_t to)
{
	size_t cells = 0;

	for (; from < to; from++)
		cells += grid->widths[from];
	return cells;
}

static void
measure_grid(struct layout_state *st, struct grid *grid)
{
	const struct table *table = grid->table;
	const struct table_row *row;
	const char *text;
	size_t i, j;

	grid->label = 0;
	grid->widths = mem_array(st->ctx, size_t, table->heads.count + 1);
	for (i = 0; i < table->heads.count; i++) {
		widen(&grid->widths[i], table->kind == TABLE_CELLS ? GRID_CELL -
		    1 : 0);
		text = grid_head(st, grid, list_at(&table->heads, i));
		/*
		 * Leave space between two headings, so that their words do not
		 * look like one.
		 */
		widen(&grid->widths[i], head_cells(text, grid->lines) +
		    (strchr(text, ' ') != NULL));
	}
	for (i = 0; i < table->rows.count; i++) {
		row = list_at(&table->rows, i);
		widen(&grid->label, row->head->indent + text_width(block_plain(
		    st->ctx, row->head)));
		for (j = 0; j < row->cells.count; j++)
			widen(&grid->widths[j], text_width(block_plain(st->ctx,
			    list_at(&row->cells, j))));
	}
}

/* The maximum cells for row headings if the columns need space. */
static size_t
label_most(const struct layout_state *st)
{
	size_t share = st->options.width * 2 / 5;

	return share < GRID_LABEL ? share : GRID_LABEL;
}

static bool
all_fit(const struct layout_state *st, const struct grid *grid)
{
	size_t most = label_most(st);

	return (grid->label < most ? grid->label : most) + sum(grid, 0,
	    grid->table->heads.count) <= st->options.width;
}

/*
 * Chooses headings that show whole words in as few lines as possible: the
 * labels, or else the short names.
 */
static void
choose_heads(struct layout_state *st, struct grid *grid)
{
	int way;

	for (way = 0; way < 2 * HEAD_LINES; way++) {
		grid->in_full = way < HEAD_LINES;
		grid->lines = (size_t)(way % HEAD_LINES + 1);
		measure_grid(st, grid);
		if (all_fit(st, grid))
			return;
	}
}

/* Row headings use the space that the columns leave, down to a minimum. */
static void
fit_label(const struct layout_state *st, struct grid *grid)
{
	size_t width = st->options.width, most = label_most(st);
	size_t cells = sum(grid, 0, grid->table->heads.count);

	if (cells + most < width)
		most = width - cells;
	if (grid->label > most)
		grid->label = most;
	if (grid->label + cells > width && cells + GRID_LABEL_LEAST <= width)
		grid->label = width - cells;
}

/* How many columns fit side by side, starting at `from`: at least one. */
static size_t
fitting(const struct layout_state *st, const struct grid *grid, size_t from)
{
	size_t room = st->options.width - grid->label, to = from + 1;

	while (to < grid->table->heads.count && sum(grid, from, to + 1) <=
	    room)
		to++;
	return to;
}

/* The last screen column of a grid column. */
static size_t
column_end(const struct layout_state *st, const struct grid *grid, size_t from,
    size_t number)
{
	size_t end = grid->label + sum(grid, from, number + 1);

	return end < st->options.width ? end : st->options.width;
}

/*
 * The first screen column of right-aligned text; the text may be wider than its
 * column.
 */
static size_t
column_start(size_t end, size_t cells)
{
	return end > cells ? end - cells : 0;
}

/*
 * Writes a heading, broken into lines and right-aligned in its column; `line`
 * is its last line.
 */
static void
layout_put_name(struct layout_state *st, const struct grid *grid,
    const struct table_head *head, size_t line, size_t end)
{
	const char *text = grid_head(st, grid, head), *next;
	size_t cells = head_cells(text, grid->lines), n;
	size_t link = head->link == NULL ? 0 : add_anchor(st, head->link);

	line -= layout_count_lines(text, cells) - 1;
	for (; *text != '\0'; text = next) {
		n = text_line(text, cells, &next);
		(void)layout_add_piece(st, line++, column_start(end,
		    text_width_n(text, n)), ROLE_LABEL, text, n, link);
	}
}

/* Writes the headings and returns their number of lines. */
static size_t
layout_put_names(struct layout_state *st, const struct grid *grid, size_t from,
    size_t to)
{
	size_t line = next_line(st), lines = 1, need, i;
	const char *text;

	for (i = from; i < to; i++) {
		text = grid_head(st, grid, list_at(&grid->table->heads, i));
		need = layout_count_lines(text, head_cells(text, grid->lines));
		lines = need > lines ? need : lines;
	}
	(void)line_at(st, line + lines - 1);
	for (i = from; i < to; i++)
		layout_put_name(st, grid, list_at(&grid->table->heads, i),
		    line + lines - 1, column_end(st, grid, from, i));
	return lines;
}

/* Writes the heading of a row on one line, with the link of its first span. */
static void
layout_put_head(struct layout_state *st, const struct grid *grid,
    const struct table_row *row, size_t line)
{
	struct flat flat;
	size_t cells;
	char *text;

	st->table_column = 1;
	flatten(st, row->head, &flat);
	cells = grid->label - 1 - row->head->indent;
	text = st->options.ascii ? text_cut_ascii(st->ctx, buf_string(
	    &flat.text), cells) : text_cut(st->ctx, buf_string(&flat.text),
	    cells);
	(void)layout_add_piece(st, line, row->head->indent, flat.count == 0 ?
	    ROLE_TEXT :
	    ((const struct span *)list_at(&row->head->spans, 0))->role, text,
	    strlen(text), flat.count == 0 ? 0 : flat.links[0]);
}

/* Places the links of a hidden cell where they would be if it were visible. */
static void
set_lines(struct layout_state *st, const struct flat *flat, size_t line)
{
	struct anchor *anchor;
	size_t i;

	for (i = 0; i < flat->count; i++) {
		if (flat->links[i] == 0)
			continue;
		anchor = list_at(&st->layout->anchors, flat->links[i] - 1);
		anchor->line = line;
	}
}

/* Writes the cells of a row; links in hidden columns are numbered as well. */
static void
put_cells(struct layout_state *st, const struct grid *grid, size_t number,
    size_t from, size_t to)
{
	const struct table_row *row = list_at(&grid->table->rows, number);
	size_t line = next_line(st), i, end;
	struct flat flat;

	(void)line_at(st, line);	/* a row without text is also a line */
	layout_put_head(st, grid, row, line);
	for (i = 0; i < row->cells.count; i++) {
		st->table_column = i + 2;
		flatten(st, list_at(&row->cells, i), &flat);
		if (i < from || i >= to) {
			set_lines(st, &flat, line);
			continue;
		}
		end = column_end(st, grid, from, i);
		put_range(st, line, list_at(&row->cells, i), &flat, 0,
		    flat.text.len, column_start(end, text_width(buf_string(
		    &flat.text))));
	}
	st->table_column = 0;
}

/* The legend of the column names. */
static void
layout_put_legend(struct layout_state *st, const struct grid *grid, size_t from,
    size_t to)
{
	const struct table_head *head;
	struct block *label;
	bool any = false;
	size_t i;

	for (i = from; i < to && !grid->in_full; i++) {
		head = list_at(&grid->table->heads, i);
		if (text_same(head->name, head->label))
			continue;
		if (!any)
			(void)line_at(st, next_line(st));
		any = true;
		label = mem_new(st->ctx, struct block);
		label->label = head->name;
		block_text(label, head->label);
		layout_put_row(st, label);
	}
}

static void
layout_put_part(struct layout_state *st, const struct grid *grid, size_t from,
    size_t to)
{
	size_t names = next_line(st), lines, i;
	struct line *line;

	lines = layout_put_names(st, grid, from, to);
	for (i = 0; i < grid->table->rows.count; i++)
		put_cells(st, grid, i, from, to);
	for (i = names; i < next_line(st); i++) {
		line = line_at(st, i);
		line->head = names;
		line->heads = lines;
	}
	layout_put_legend(st, grid, from, to);
}

/*
 * The first grid column on screen: as far right as possible without leaving
 * space unused.
 */
static size_t
first_column(const struct layout_state *st, const struct grid *grid)
{
	size_t from = 0;

	while (from < st->options.from && fitting(st, grid, from) <
	    grid->table->heads.count)
		from++;
	return from;
}

static void
layout_put_grid(struct layout_state *st, const struct table *table)
{
	struct grid grid = { .table = table };
	bool scrolled = st->options.screen && table->kind == TABLE_CELLS;
	size_t from = 0, to = 0;

	choose_heads(st, &grid);
	fit_label(st, &grid);
	if (scrolled)
		from = first_column(st, &grid);
	for (; from < table->heads.count; from = to) {
		to = fitting(st, &grid, from);
		layout_put_part(st, &grid, from, to);
		if (scrolled)
			break;
		if (to < table->heads.count)
			(void)line_at(st, next_line(st));
	}
	if (scrolled && table->heads.count - to > st->layout->hidden)
		st->layout->hidden = table->heads.count - to;
}

/* Columns of text, side by side or one below the other. */

static struct block *
layout_name_of(struct layout_state *st, const struct table_head *head)
{
	struct block *block = mem_new(st->ctx, struct block);

	if (head->link != NULL)
		block_link(block, head->link, head->name);
	else
		block_add(block, ROLE_LABEL, head->name);
	return block;
}

static void
layout_put_columns(struct layout_state *st, const struct table *table, size_t width)
{
	const struct table_row *row;
	struct box box;
	size_t i, j, line = next_line(st);

	for (j = 0; j < table->heads.count; j++) {
		box.first = box.rest = LABEL_MAX + STEP + j * width;
		box.limit = box.first + width - STEP;
		st->table_column = j + 2;
		(void)wrap(st, layout_name_of(st, list_at(&table->heads, j)),
		    line, &box);
	}
	for (i = 0; i < table->rows.count; i++) {
		row = list_at(&table->rows, i);
		line = next_line(st) + (i > 0);
		st->table_column = 1;
		(void)wrap(st, row->head, line, &(struct box){ 0, 0,
		    LABEL_MAX + 1 });
		for (j = 0; j < row->cells.count; j++) {
			box.first = box.rest = LABEL_MAX + STEP + j * width;
			box.limit = box.first + width - STEP;
			st->table_column = j + 2;
			(void)wrap(st, list_at(&row->cells, j), line, &box);
		}
	}
	st->table_column = 0;
}

static void
put_stacked(struct layout_state *st, const struct table *table)
{
	const struct table_head *head;
	const struct table_row *row;
	size_t i, j, line, next, end;

	for (i = 0; i < table->rows.count; i++) {
		row = list_at(&table->rows, i);
		if (i > 0)
			(void)line_at(st, next_line(st));
		layout_put_paragraph(st, row->head, 0);
		for (j = 0; j < row->cells.count; j++) {
			head = list_at(&table->heads, j);
			line = next_line(st);
			(void)layout_add_piece(st, line, 0, ROLE_TEXT, "-", 1, 0);
			next = wrap(st, layout_name_of(st, head), line,
			    &(struct box){
			    STEP, STEP, st->options.width });
			line = next > line ? next - 1 : line;
			end = STEP + text_width(head->name);
			if (end + PROSE_CELL > st->options.width) {
				end = STEP;
				line++;
			} else {
				(void)layout_add_piece(st, line, end,
				    ROLE_TEXT, ":", 1, 0);
			}
			(void)wrap(st, list_at(&row->cells, j), line,
			    &(struct box){
			    end + STEP, 2 * STEP, st->options.width });
		}
	}
}

static void
layout_put_table(struct layout_state *st, const struct table *table)
{
	size_t room = st->options.width - LABEL_MAX - STEP, width;

	if (table->kind != TABLE_PROSE) {
		layout_put_grid(st, table);
		return;
	}
	width = table->heads.count == 0 ? 0 : room / table->heads.count;
	if (st->options.width < STACKED_BELOW || width < PROSE_CELL)
		put_stacked(st, table);
	else
		layout_put_columns(st, table, width > TEXT_MAX ? TEXT_MAX :
		    width);
}

static void
layout_put_block(struct layout_state *st, const struct block *block)
{
	size_t line = next_line(st);

	switch (block->kind) {
	case BLOCK_GAP:
		(void)line_at(st, line);
		break;
	case BLOCK_TITLE:
	case BLOCK_HEADING:
		(void)wrap(st, block, line, &(struct box){ 0, 0,
		    st->options.width });
		break;
	case BLOCK_PARAGRAPH:
		layout_put_paragraph(st, block, block->indent * STEP);
		break;
	case BLOCK_ROW:
		layout_put_row(st, block);
		break;
	case BLOCK_ITEM:
		put_item(st, block);
		break;
	case BLOCK_VERBATIM:
		put_verbatim(st, block);
		break;
	case BLOCK_TABLE:
		layout_put_table(st, block->table);
		break;
	}
}

struct layout *
layout_make(const void *ctx, const struct doc *doc,
    const struct layout_options *options)
{
	struct layout *layout = mem_new(ctx, struct layout);
	void *scratch = mem_context(NULL);
	struct layout_state st = { scratch, layout, *options, 0 };
	const struct block *block;
	size_t i;

	assert(doc != NULL);
	if (st.options.width < WIDTH_MIN)
		st.options.width = WIDTH_MIN;
	for (i = 0; i < doc->blocks.count; i++) {
		block = list_at(&doc->blocks, i);
		if (!block->screen || options->screen)
			layout_put_block(&st, block);
	}
	mem_free(scratch);
	return layout;
}

const struct anchor *
layout_anchor(const struct layout *layout, size_t number)
{
	return number == 0 || number > layout->anchors.count ? NULL :
	    list_at(&layout->anchors, number - 1);
}
