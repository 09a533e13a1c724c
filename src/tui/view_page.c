/* A page view: a document laid out for scrolling, with selectable links. */
#include "tui/view_page.h"

#include <assert.h>

#include "base/text.h"
#include "page/layout.h"

struct view_page {
	struct view	 base;
	struct doc	*doc;
	struct layout	*layout;
	struct layout_options	 options;	/* options of the layout */
	size_t		 top;
	size_t		 link;		/* selected link, from 1; 0: none */
	size_t		 hit;		/* line of the last match + 1, or 0 */
	bool		 drawn;
	char		*pattern;	/* folded text to find; NULL: the search
					   terms */
};

static struct view_page *
page_of(struct view *view)
{
	return (struct view_page *)view;
}

static const struct view_page *
page_of_const(const struct view *view)
{
	return (const struct view_page *)view;
}

/* Whether a link is a cell of a grid. */
static bool
is_cell(const struct view_page *view, const struct anchor *anchor)
{
	const struct line *line = anchor->table_column > 1 &&
	    anchor->line < view->layout->lines.count ?
	    list_at(&view->layout->lines, anchor->line) : NULL;

	return line != NULL && line->heads > 0;
}

/* A map starts with a cell selected. */
static size_t
first_cell(const struct view_page *view)
{
	const struct anchor *anchor;
	size_t i;

	for (i = 1; (anchor = layout_anchor(view->layout, i)) != NULL; i++)
		if (is_cell(view, anchor))
			return i;
	return 0;
}

static void
lay_out(struct view_page *view)
{
	mem_free(view->layout);
	view->layout = layout_make(view, view->doc, &view->options);
}

/*
 * Lays the document out again for a new width; the text at the top of the
 * screen stays there, approximately.
 */
static void
page_view_fit(struct view_page *view)
{
	size_t lines = view->layout->lines.count;

	if (view->base.columns == view->options.width &&
	    view->base.ascii == view->options.ascii)
		return;
	view->options.width = view->base.columns;
	view->options.ascii = view->base.ascii;
	lay_out(view);
	view->hit = 0;
	if (lines > 0)
		view->top = view->top * view->layout->lines.count / lines;
}

/*
 * The number of lines that repeat the column names at the top of the screen:
 * the names of a table are repeated if they have scrolled off.
 */
static size_t
frozen_lines(const struct view_page *view)
{
	const struct list *lines = &view->layout->lines;
	const struct line *top = view->top < lines->count ? list_at(lines,
	    view->top) : NULL, *below;

	if (top == NULL || top->heads == 0 || view->top <= top->head ||
	    top->heads >= view->base.rows || view->top + top->heads >=
	    lines->count)
		return 0;
	below = list_at(lines, view->top + top->heads);
	return below->heads > 0 && below->head == top->head ? top->heads : 0;
}

/* The line shown in row `row` of the screen. */
static const struct line *
line_on_row(const struct view_page *view, size_t row)
{
	const struct list *lines = &view->layout->lines;
	size_t at = view->top + row;

	if (row < frozen_lines(view))
		at = ((const struct line *)list_at(lines, view->top))->head +
		    row;
	return list_at(lines, at);
}

static size_t
last_top(const struct view_page *view)
{
	size_t lines = view->layout->lines.count;

	return lines > view->base.rows ? lines - view->base.rows : 0;
}

static void
scroll_by(struct view_page *view, long step)
{
	long top = (long)view->top + step, last = (long)last_top(view);

	top = top > last ? last : top;
	view->top = top < 0 ? 0 : (size_t)top;
}

/* The first link on or below the top line; 0 if there is none. */
static size_t
first_visible_link(const struct view_page *view)
{
	const struct anchor *anchor;
	size_t i;

	for (i = 1; (anchor = layout_anchor(view->layout, i)) != NULL; i++)
		if (anchor->line >= view->top)
			return i;
	return 0;
}

static bool
is_visible(const struct view_page *view, size_t link)
{
	const struct anchor *anchor = layout_anchor(view->layout, link);

	return anchor != NULL && anchor->shown && anchor->line >= view->top +
	    frozen_lines(view) &&
	    anchor->line < view->top + view->base.rows;
}

/* Scrolls vertically and horizontally until the selected link is visible. */
static void
reveal(struct view_page *view, size_t rows)
{
	const struct anchor *anchor = layout_anchor(view->layout, view->link);

	if (anchor == NULL)
		return;
	if (!anchor->shown && anchor->table_column - 2 < view->options.from) {
		view->options.from = anchor->table_column - 2;
		lay_out(view);
	}
	while (!(anchor = layout_anchor(view->layout, view->link))->shown &&
	    view->layout->hidden > 0) {
		view->options.from++;
		lay_out(view);
	}
	if (anchor->line >= view->top + rows)
		view->top = anchor->line - rows + 1;
	if (anchor->line < view->top)
		view->top = anchor->line;
	while (anchor->line < view->top + frozen_lines(view))
		view->top--;
}

/* Whether a link only leads to the glossary. */
static bool
is_gloss(const struct view_page *view, size_t link)
{
	const struct anchor *anchor = layout_anchor(view->layout, link);

	return anchor != NULL && text_begins(anchor->address, "entry/");
}

/* The nearest link of a kind after or before another one, or 0. */
static size_t
link_beside(const struct view_page *view, size_t from, bool forward,
    bool gloss)
{
	size_t links = view->layout->anchors.count, to;

	for (to = forward ? from + 1 : from - 1; to >= 1 && to <= links;
	    to = forward ? to + 1 : to - 1)
		if (is_gloss(view, to) == gloss)
			return to;
	return 0;
}

/*
 * Goes to the next or previous link, from the selected one if it is visible,
 * otherwise from the top of the screen.  Glossary links come after all others.
 */
static void
step_link(struct view_page *view, bool forward)
{
	size_t link = view->link, first, to;
	bool gloss;

	if (view->layout->anchors.count == 0)
		return;
	if (link == 0 || !is_visible(view, link)) {
		first = first_visible_link(view);
		link = first == 0 ? view->layout->anchors.count : first - 1;
		if (!forward)
			link = first == 0 ? link + 1 : first;
		gloss = link_beside(view, link, forward, false) == 0;
	} else {
		gloss = is_gloss(view, link);
	}
	to = link_beside(view, link, forward, gloss);
	if (to == 0 && gloss != forward)
		to = forward ? link_beside(view, 0, true, true) : link_beside(
		    view, view->layout->anchors.count + 1, false, false);
	if (to != 0)
		view->link = to;
	view->hit = 0;
	reveal(view, view->base.rows);
}

/* Goes to the next cell, even in a hidden column. */
static void
walk_aside(struct view_page *view, bool forward)
{
	const struct anchor *here = layout_anchor(view->layout, view->link);
	size_t to = forward ? view->link + 1 : view->link - 1;
	const struct anchor *anchor = layout_anchor(view->layout, to);

	if (here == NULL || anchor == NULL || anchor->line != here->line)
		return;
	view->link = to;
	reveal(view, view->base.rows);
}

static size_t
apart(size_t a, size_t b)
{
	return a > b ? a - b : b - a;
}

/* The horizontal distance between two links. */
static size_t
aside(const struct anchor *one, const struct anchor *other)
{
	return one->table_column > 0 && other->table_column > 0 ? apart(
	    one->table_column, other->table_column) : apart(one->column,
	    other->column);
}

/* Goes to the nearest link on the next line that has any. */
static void
walk(struct view_page *view, bool down)
{
	const struct anchor *here = layout_anchor(view->layout, view->link);
	const struct anchor *anchor, *best = NULL;
	size_t i, found = 0;

	for (i = 1; here != NULL &&
	    (anchor = layout_anchor(view->layout, i)) != NULL; i++) {
		if (!anchor->shown || (down ? anchor->line <= here->line :
		    anchor->line >= here->line))
			continue;
		if (best != NULL && (anchor->line == best->line ?
		    aside(anchor, here) >= aside(best, here) :
		    (anchor->line > best->line) == down))
			continue;
		best = anchor;
		found = i;
	}
	if (found == 0) {
		scroll_by(view, down ? 1 : -1);
		return;
	}
	view->link = found;
	reveal(view, view->base.rows);
}

/* Goes to a line, from 1; 0: to the beginning or the end. */
static void
go_to_line(struct view_page *view, size_t line, bool end)
{
	size_t last = last_top(view);

	if (line == 0 && !end)
		view->link = 0;
	view->top = line > 0 ? line - 1 : end ? last : 0;
	if (view->top > last)
		view->top = last;
}

static void
page_step(struct view_page *view, enum action action)
{
	switch (action) {
	case ACTION_NEXT_LINK:
	case ACTION_PREVIOUS_LINK:
		step_link(view, action == ACTION_NEXT_LINK);
		break;
	case ACTION_CELL_LEFT:
	case ACTION_CELL_RIGHT:
		walk_aside(view, action == ACTION_CELL_RIGHT);
		break;
	case ACTION_CELL_UP:
	case ACTION_CELL_DOWN:
		walk(view, action == ACTION_CELL_DOWN);
		break;
	default:
		break;
	}
}

enum { STEPS_MAX = 1000 };

static void
page_move(struct view *base, enum action action, size_t count)
{
	struct view_page *view = page_of(base);
	long step = view_step(action, base->rows, count);
	size_t i = 0;

	if (action == ACTION_FIRST || action == ACTION_LAST)
		go_to_line(view, count, action == ACTION_LAST);
	else if (step != 0)
		scroll_by(view, step);
	else
		do
			page_step(view, action);
		while (++i < count && i < STEPS_MAX);
}

static bool
has_hit(const struct line *line)
{
	const struct piece *piece;
	size_t i;

	for (i = 0; i < line->pieces.count; i++) {
		piece = list_at(&line->pieces, i);
		if (piece->role == ROLE_HIT)
			return true;
	}
	return false;
}

/* A line as text, with its pieces in place; owned by `ctx`. */
static char *
line_text(const void *ctx, const struct line *line)
{
	struct buf out = { .data = NULL };
	const struct piece *piece;
	size_t cells = 0, i;

	for (i = 0; i < line->pieces.count; i++) {
		piece = list_at(&line->pieces, i);
		for (; cells < piece->column; cells++)
			buf_text(ctx, &out, " ");
		buf_text(ctx, &out, piece->text);
		cells += text_width(piece->text);
	}
	return out.data != NULL ? out.data : mem_text(ctx, "");
}

/* Whether a line contains a match. */
static bool
is_found(const struct view_page *view, const struct line *line)
{
	char *text;
	bool found;

	if (view->pattern == NULL)
		return has_hit(line);
	text = line_text(NULL, line);
	found = strstr(text_fold(text, text), view->pattern) != NULL;
	mem_free(text);
	return found;
}

/* The length of a match at the start of a text, or 0. */
static size_t
match_length(const struct view_page *view, const char *text)
{
	void *scratch = mem_context(NULL);
	size_t n = 0, found = 0, i;
	unsigned code;

	if (*text != ' ' && text_begins(text_fold(scratch, text),
	    view->pattern))
		for (i = 0; text[i] != '\0' && found == 0; i = n) {
			n = i + text_char(text + i, &code);
			if (text_begins(text_fold(scratch, mem_text_n(scratch,
			    text, n)), view->pattern))
				found = n;
		}
	mem_free(scratch);
	return found;
}

/* Highlights the matches in a line already drawn. */
static void
draw_matches(const struct view_page *view, struct surface *surface,
    size_t row, const struct line *line)
{
	char *text = line_text(NULL, line);
	size_t at, n;
	unsigned code;

	for (at = 0; text[at] != '\0'; at += n) {
		n = match_length(view, text + at);
		if (n > 0)
			surface_role(surface, row, text_width_n(text, at),
			    text_width_n(text + at, n), ROLE_HIT);
		else
			n = text_char(text + at, &code);
	}
	mem_free(text);
}

static bool
page_seek(struct view *base, const char *text)
{
	struct view_page *view = page_of(base);
	char *folded = text == NULL ? NULL : text_fold(view, text);

	mem_free(view->pattern);
	view->pattern = folded == NULL || *folded == '\0' ? NULL : folded;
	view->hit = 0;
	return true;
}

static bool
page_find(struct view *base, bool forward)
{
	struct view_page *view = page_of(base);
	size_t count = view->layout->lines.count, at;
	size_t rows = view->base.rows;
	bool here = view->hit > view->top && view->hit <= view->top + rows;

	/* Start after the last match if it is visible, otherwise at the top. */
	at = here ? view->hit - 1 : view->top;
	if (!here && forward && at < count && is_found(view,
	    list_at(&view->layout->lines, at)))
		at--;
	do {
		at = forward ? at + 1 : at - 1;
		if (at >= count)
			return false;
	} while (!is_found(view, list_at(&view->layout->lines, at)));
	view->hit = at + 1;
	view->link = 0;
	if (at < view->top || at >= view->top + rows)
		view->top = at > rows / 3 ? at - rows / 3 : 0;
	if (view->top > last_top(view))
		view->top = last_top(view);
	return true;
}

static const struct doc *
page_text(struct view *base, const void *ctx)
{
	(void)ctx;
	return page_of(base)->doc;
}

static char *
page_selected(struct view *base, const void *ctx)
{
	const struct view_page *view = page_of(base);
	const struct anchor *anchor = layout_anchor(view->layout, view->link);

	/* Keys may have been typed before the first drawing. */
	return anchor != NULL && (!view->drawn || is_visible(view,
	    view->link)) ? mem_text(ctx, anchor->address) : NULL;
}

static void
page_place(const struct view *base, size_t *link, size_t *top)
{
	*link = page_of_const(base)->link;
	*top = page_of_const(base)->top;
}

static void
page_restore(struct view *base, size_t link, size_t top)
{
	struct view_page *view = page_of(base);

	if (link > 0)
		view->link = link;
	view->top = top;
	if (layout_anchor(view->layout, view->link) != NULL &&
	    !layout_anchor(view->layout, view->link)->shown)
		reveal(view, view->layout->lines.count);
}

/*
 * All cells of a grid are links, so a link style would cost bytes without
 * distinguishing them.
 */
static enum role
page_view_role_of(const struct view_page *view, const struct piece *piece)
{
	const struct anchor *anchor = layout_anchor(view->layout,
	    piece->link_number);

	if (anchor == NULL)
		return piece->role;
	return piece->link_number == view->link ? ROLE_SELECTED :
	    piece->role == ROLE_LINK && is_cell(view, anchor) ? ROLE_TEXT :
	    piece->role;
}

static void
page_view_draw_line(struct view_page *view, struct surface *surface, size_t row,
    const struct line *line)
{
	const struct piece *piece;
	enum role role;
	size_t i;

	for (i = 0; i < line->pieces.count; i++) {
		piece = list_at(&line->pieces, i);
		role = page_view_role_of(view, piece);
		(void)surface_text(surface, row, piece->column,
		    surface->columns, role, piece->text);
		if (role == ROLE_SELECTED)
			surface_cursor(surface, row, piece->column);
	}
}

static void
page_draw(struct view *base, struct surface *surface, size_t row)
{
	struct view_page *view = page_of(base);
	size_t rows = base->rows, i;
	const struct line *line;

	assert(base->rows > 0 && row + base->rows <= surface->rows);
	page_view_fit(view);
	view->drawn = true;
	if (view->top > last_top(view))
		view->top = last_top(view);
	surface_cursor(surface, row, 0);
	if (view->hit > view->top && view->hit <= view->top + rows)
		surface_cursor(surface, row + view->hit - 1 - view->top, 0);
	for (i = 0; i < rows && view->top + i < view->layout->lines.count;
	    i++) {
		line = line_on_row(view, i);
		page_view_draw_line(view, surface, row + i, line);
		if (view->pattern != NULL && is_found(view, line))
			draw_matches(view, surface, row + i, line);
	}
}

static bool
page_click(struct view *base, size_t row, size_t column, bool *again)
{
	struct view_page *view = page_of(base);
	const struct list *lines = &view->layout->lines;
	const struct line *line = view->top + row < lines->count ?
	    list_at(lines, view->top + row) : NULL;
	const struct piece *piece;
	size_t i;

	if (row < frozen_lines(view))
		return false;
	for (i = 0; line != NULL && i < line->pieces.count; i++) {
		piece = list_at(&line->pieces, i);
		if (piece->link_number == 0 || column < piece->column ||
		    column >= piece->column + text_width(piece->text))
			continue;
		*again = view->link == piece->link_number;
		view->link = piece->link_number;
		return true;
	}
	return false;
}

static char *
page_status(const struct view *base, const void *ctx)
{
	const struct view_page *view = page_of_const(base);
	size_t lines = view->layout->lines.count, end = view->top +
	    base->rows < lines ? view->top + base->rows : lines;
	char *down = lines <= base->rows ? mem_text(ctx, "all") :
	    mem_format(ctx, "%zu%%", end * 100 / lines);

	return view->layout->hidden == 0 ? down : mem_format(ctx,
	    "%s, %zu more >", down, view->layout->hidden);
}

/* A map is a page whose links are the cells of a grid. */
#define PAGE_OPS(mode)	{ mode, page_draw, page_move, page_find, page_seek, \
    page_click, page_selected, page_place, page_restore, page_status, page_text }

static const struct view_ops page_ops = PAGE_OPS(MODE_TEXT);
static const struct view_ops map_ops = PAGE_OPS(MODE_MAP);

struct view *
page_view_new(const void *ctx, struct doc *doc, bool map, size_t columns,
    bool ascii)
{
	struct view_page *view = mem_new(ctx, struct view_page);

	view->base = (struct view){ map ? &map_ops : &page_ops, 1, columns,
	    ascii };
	view->doc = mem_move(view, doc);
	view->options = (struct layout_options){ .width = columns,
	    .ascii = ascii, .screen = true };
	view->layout = layout_make(view, doc, &view->options);
	view->link = first_cell(view);
	return &view->base;
}
