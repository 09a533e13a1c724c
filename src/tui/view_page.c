/* A page to read: a document laid out, scrolled, its links walked. */
#include "tui/view_page.h"

#include "base/text.h"
#include "page/layout.h"

struct view_page {
	struct doc	*doc;
	struct layout	*layout;
	struct layout_options	 options;	/* that it is laid out with */
	size_t		 top;
	size_t		 link;		/* selected, from 1; 0: none */
	size_t		 hit;		/* line it was moved to + 1, or 0 */
	size_t		 rows;		/* when it was drawn last */
};

/* Whether a link is a cell of a grid. */
static bool
is_cell(const struct view_page *view, const struct anchor *anchor)
{
	const struct line *line = anchor->table_column > 1 &&
	    anchor->line < view->layout->lines.count ?
	    view->layout->lines.at[anchor->line] : NULL;

	return line != NULL && line->head != NULL;
}

/* On a map a cell is selected from the beginning. */
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

struct view_page *
page_view_new(const void *ctx, struct doc *doc, size_t width, bool ascii)
{
	struct view_page *view = mem_new(ctx, struct view_page);

	view->doc = mem_move(view, doc);
	view->options = (struct layout_options){ width, ascii, true, 0 };
	view->layout = layout_make(view, doc, &view->options);
	view->link = first_cell(view);
	return view;
}

static void
lay_out(struct view_page *view)
{
	mem_free(view->layout);
	view->layout = layout_make(view, view->doc, &view->options);
}

/*
 * Lays out anew for another width; the line at the top stays about where it
 * was in the text.
 */
static void
fit(struct view_page *view, size_t width, bool ascii)
{
	size_t lines = view->layout->lines.count;

	if (width == view->options.width && ascii == view->options.ascii)
		return;
	view->options.width = width;
	view->options.ascii = ascii;
	lay_out(view);
	view->hit = 0;
	if (lines > 0)
		view->top = view->top * view->layout->lines.count / lines;
}

/* The names of the columns, where the topmost line is below them. */
static const struct line *
frozen_head(const struct view_page *view)
{
	const struct line *top = view->top < view->layout->lines.count ?
	    view->layout->lines.at[view->top] : NULL;

	return top == NULL ? NULL : top->head;
}

static size_t
last_top(const struct view_page *view, size_t rows)
{
	size_t lines = view->layout->lines.count;

	return lines > rows ? lines - rows : 0;
}

static void
scroll_by(struct view_page *view, long step, size_t rows)
{
	long top = (long)view->top + step, last = (long)last_top(view, rows);

	top = top > last ? last : top;
	view->top = top < 0 ? 0 : (size_t)top;
}

/* The first link on or below the topmost line, 0 when there is none. */
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
is_visible(const struct view_page *view, size_t link, size_t rows)
{
	const struct anchor *anchor = layout_anchor(view->layout, link);

	return anchor != NULL && anchor->shown && anchor->line >= view->top +
	    (frozen_head(view) != NULL) && anchor->line < view->top + rows;
}

/* Scrolls both ways until the selected link is on the screen. */
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
	if (frozen_head(view) != NULL && anchor->line == view->top &&
	    view->top > 0)
		view->top--;
}

/*
 * To the next or previous link: from the selected one if it is on the screen,
 * else from the top of the screen.
 */
static void
step_link(struct view_page *view, bool forward, size_t rows)
{
	size_t link = view->link, links = view->layout->anchors.count;

	if (links == 0)
		return;
	if (link == 0 || !is_visible(view, link, rows)) {
		link = first_visible_link(view);
		if (!forward && link > 1)
			link--;
	} else if (forward && link < links) {
		link++;
	} else if (!forward && link > 1) {
		link--;
	}
	view->link = link == 0 ? links : link;
	view->hit = 0;
	reveal(view, rows);
}

/* To the cell beside it, in a column that is not shown perhaps. */
static void
walk_aside(struct view_page *view, bool forward, size_t rows)
{
	const struct anchor *here = layout_anchor(view->layout, view->link);
	size_t to = forward ? view->link + 1 : view->link - 1;
	const struct anchor *anchor = layout_anchor(view->layout, to);

	if (here == NULL || anchor == NULL || anchor->line != here->line)
		return;
	view->link = to;
	reveal(view, rows);
}

static size_t
apart(size_t a, size_t b)
{
	return a > b ? a - b : b - a;
}

/* How far a link is from another one, aside. */
static size_t
aside(const struct anchor *one, const struct anchor *other)
{
	return one->table_column > 0 && other->table_column > 0 ? apart(
	    one->table_column, other->table_column) : apart(one->column,
	    other->column);
}

/* To the nearest link on the next line that has one. */
static void
walk(struct view_page *view, bool down, size_t rows)
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
		scroll_by(view, down ? 1 : -1, rows);
		return;
	}
	view->link = found;
	reveal(view, rows);
}

void
page_view_move(struct view_page *view, enum action action, size_t rows)
{
	long page = rows < 2 ? 1 : (long)rows - 1;

	switch (action) {
	case ACTION_MOVE_DOWN:
		scroll_by(view, 1, rows);
		break;
	case ACTION_MOVE_UP:
		scroll_by(view, -1, rows);
		break;
	case ACTION_HALF_DOWN:
		scroll_by(view, (page + 1) / 2, rows);
		break;
	case ACTION_HALF_UP:
		scroll_by(view, -(page + 1) / 2, rows);
		break;
	case ACTION_PAGE_DOWN:
		scroll_by(view, page, rows);
		break;
	case ACTION_PAGE_UP:
		scroll_by(view, -page, rows);
		break;
	case ACTION_FIRST:
		view->top = 0;
		view->link = 0;
		break;
	case ACTION_LAST:
		view->top = last_top(view, rows);
		break;
	case ACTION_NEXT_LINK:
		step_link(view, true, rows);
		break;
	case ACTION_PREVIOUS_LINK:
		step_link(view, false, rows);
		break;
	case ACTION_CELL_LEFT:
	case ACTION_CELL_RIGHT:
		walk_aside(view, action == ACTION_CELL_RIGHT, rows);
		break;
	case ACTION_CELL_UP:
	case ACTION_CELL_DOWN:
		walk(view, action == ACTION_CELL_DOWN, rows);
		break;
	default:
		break;
	}
}

static bool
has_hit(const struct line *line)
{
	const struct piece *piece;
	size_t i;

	for (i = 0; i < line->pieces.count; i++) {
		piece = line->pieces.at[i];
		if (piece->role == ROLE_HIT)
			return true;
	}
	return false;
}

bool
page_view_find(struct view_page *view, bool forward, size_t rows)
{
	size_t count = view->layout->lines.count, at;
	bool here = view->hit > view->top && view->hit <= view->top + rows;

	/* From the line found last, if it is still seen, else from the top. */
	at = here ? view->hit - 1 : view->top;
	if (!here && forward && at < count && has_hit(
	    view->layout->lines.at[at]))
		at--;
	do {
		at = forward ? at + 1 : at - 1;
		if (at >= count)
			return false;
	} while (!has_hit(view->layout->lines.at[at]));
	view->hit = at + 1;
	view->link = 0;
	if (at < view->top || at >= view->top + rows)
		view->top = at > rows / 3 ? at - rows / 3 : 0;
	if (view->top > last_top(view, rows))
		view->top = last_top(view, rows);
	return true;
}

const struct doc *
page_view_doc(const struct view_page *view)
{
	return view->doc;
}

const char *
page_view_link(const struct view_page *view)
{
	const struct anchor *anchor = layout_anchor(view->layout, view->link);

	/* Keys typed ahead may come before it was drawn. */
	return anchor != NULL && (view->rows == 0 || is_visible(view,
	    view->link, view->rows)) ? anchor->address : NULL;
}

void
page_view_place(const struct view_page *view, size_t *link, size_t *top)
{
	*link = view->link;
	*top = view->top;
}

void
page_view_restore(struct view_page *view, size_t link, size_t top)
{
	if (link > 0)
		view->link = link;
	view->top = top;
	if (layout_anchor(view->layout, view->link) != NULL &&
	    !layout_anchor(view->layout, view->link)->shown)
		reveal(view, view->layout->lines.count);
}

/*
 * All cells of a grid are links: to tell each from its neighbours would only
 * take bytes.
 */
static enum role
role_of(const struct view_page *view, const struct piece *piece)
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
draw_line(struct view_page *view, struct surface *surface, size_t row,
    const struct line *line)
{
	const struct piece *piece;
	enum role role;
	size_t i;

	for (i = 0; i < line->pieces.count; i++) {
		piece = line->pieces.at[i];
		role = role_of(view, piece);
		(void)surface_text(surface, row, piece->column,
		    surface->columns, role, piece->text);
		if (role == ROLE_SELECTED)
			surface_cursor(surface, row, piece->column);
	}
}

void
page_view_draw(struct view_page *view, struct surface *surface, size_t row,
    size_t rows)
{
	const struct line *line;
	size_t i;

	fit(view, surface->columns, surface->ascii);
	view->rows = rows;
	if (view->top > last_top(view, rows))
		view->top = last_top(view, rows);
	surface_cursor(surface, row, 0);
	if (view->hit > view->top && view->hit <= view->top + rows)
		surface_cursor(surface, row + view->hit - 1 - view->top, 0);
	for (i = 0; i < rows && view->top + i < view->layout->lines.count;
	    i++) {
		line = i == 0 ? frozen_head(view) : NULL;
		draw_line(view, surface, row + i, line != NULL ? line :
		    view->layout->lines.at[view->top + i]);
	}
}

bool
page_view_click(struct view_page *view, size_t row, size_t column,
    bool *again)
{
	const struct list *lines = &view->layout->lines;
	const struct line *line = view->top + row < lines->count ?
	    lines->at[view->top + row] : NULL;
	const struct piece *piece;
	size_t i;

	if (row == 0 && frozen_head(view) != NULL)
		return false;
	for (i = 0; line != NULL && i < line->pieces.count; i++) {
		piece = line->pieces.at[i];
		if (piece->link_number == 0 || column < piece->column ||
		    column >= piece->column + text_width(piece->text))
			continue;
		*again = view->link == piece->link_number;
		view->link = piece->link_number;
		return true;
	}
	return false;
}

char *
page_view_status(const struct view_page *view, const void *ctx, size_t rows)
{
	size_t lines = view->layout->lines.count;
	size_t end = view->top + rows < lines ? view->top + rows : lines;
	char *down = lines <= rows ? mem_text(ctx, "all") :
	    mem_format(ctx, "%zu%%", end * 100 / lines);

	return view->layout->hidden == 0 ? down : mem_format(ctx,
	    "%s, %zu more >", down, view->layout->hidden);
}
