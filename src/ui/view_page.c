/* A page to read: a document laid out, scrolled, its links walked. */
#include "ui/view_page.h"

#include "base/text.h"
#include "page/layout.h"

struct view_page {
	struct doc	*doc;
	struct layout	*layout;
	size_t		 width;		/* that it is laid out for */
	bool		 ascii;
	size_t		 top;
	size_t		 link;		/* selected, from 1; 0: none */
	size_t		 rows;		/* when it was drawn last */
};

struct view_page *
page_view_new(const void *ctx, struct doc *doc, size_t width, bool ascii)
{
	struct view_page *view = mem_new(ctx, struct view_page);

	view->doc = mem_move(view, doc);
	view->width = width;
	view->ascii = ascii;
	view->layout = layout_make(view, doc, width, ascii);
	return view;
}

/*
 * Lays out anew for another width; the line at the top stays about where it
 * was in the text.
 */
static void
fit(struct view_page *view, size_t width, bool ascii)
{
	size_t lines = view->layout->lines.count;

	if (width == view->width && ascii == view->ascii)
		return;
	mem_free(view->layout);
	view->layout = layout_make(view, view->doc, width, ascii);
	if (lines > 0)
		view->top = view->top * view->layout->lines.count / lines;
	view->width = width;
	view->ascii = ascii;
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
	size_t i;

	for (i = 1; i <= view->layout->links; i++)
		if (layout_link_line(view->layout, i) >= view->top)
			return i;
	return 0;
}

static bool
is_visible(const struct view_page *view, size_t link, size_t rows)
{
	size_t line = layout_link_line(view->layout, link);

	return line >= view->top && line < view->top + rows;
}

/*
 * To the next or previous link: from the selected one if it is on the screen,
 * else from the top of the screen.
 */
static void
step_link(struct view_page *view, bool forward, size_t rows)
{
	size_t link = view->link, line;

	if (view->layout->links == 0)
		return;
	if (link == 0 || !is_visible(view, link, rows)) {
		link = first_visible_link(view);
		if (!forward && link > 1)
			link--;
	} else if (forward && link < view->layout->links) {
		link++;
	} else if (!forward && link > 1) {
		link--;
	}
	if (link == 0)
		link = view->layout->links;
	view->link = link;
	line = layout_link_line(view->layout, link);
	if (line < view->top)
		view->top = line;
	else if (line >= view->top + rows)
		view->top = line - rows + 1;
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
	default:
		break;
	}
}

const char *
page_view_link(const struct view_page *view)
{
	return is_visible(view, view->link, view->rows) ?
	    layout_link(view->layout, view->link) : NULL;
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
	view->link = link;
	view->top = top;
}

static void
draw_line(struct view_page *view, struct surface *surface, size_t row,
    const struct line *line)
{
	const struct piece *piece;
	bool selected;
	size_t i;

	for (i = 0; i < line->pieces.count; i++) {
		piece = line->pieces.at[i];
		selected = view->link != 0 &&
		    piece->link_number == view->link;
		(void)surface_text(surface, row, piece->column,
		    surface->columns, selected ? ROLE_SELECTED : piece->role,
		    piece->text);
		if (selected)
			surface_cursor(surface, row, piece->column);
	}
}

void
page_view_draw(struct view_page *view, struct surface *surface, size_t row,
    size_t rows)
{
	size_t i;

	fit(view, surface->columns, surface->ascii);
	view->rows = rows;
	if (view->top > last_top(view, rows))
		view->top = last_top(view, rows);
	surface_cursor(surface, row, 0);
	for (i = 0; i < rows && view->top + i < view->layout->lines.count;
	    i++)
		draw_line(view, surface, row + i,
		    view->layout->lines.at[view->top + i]);
}

char *
page_view_status(const struct view_page *view, const void *ctx, size_t rows)
{
	size_t lines = view->layout->lines.count;
	size_t end = view->top + rows < lines ? view->top + rows : lines;

	if (lines <= rows)
		return mem_text(ctx, "all");
	return mem_format(ctx, "%zu%%", end * 100 / lines);
}
