/*
 * The preview: the page of the selected row, beside the list where the screen
 * is wide, below it where it is only high.  It tells nothing that Enter does
 * not show, so that small screens and slow lines lack nothing.
 */
#include "tui/parts.h"

#include "base/text.h"
#include "page/highlight.h"
#include "page/page.h"

enum {
	ROWS_ENOUGH = 30,	/* for a preview at all ... */
	COLUMNS_ENOUGH = 120,	/* ... unless it is so wide */
	COLUMNS_BESIDE = 84,
	SHARE_STEP = 20,	/* percent of the screen */
	SHARE_LEAST = 30, SHARE_MOST = 70
};

struct preview {
	char			*address;
	char			*query;
	struct view_page	*view;		/* NULL: there is no page */
};

struct panes
preview_panes(const struct app *app, size_t rows)
{
	const struct app_options *now = &app->options;
	struct panes panes = { rows, now->columns, 0, 0 };
	bool room = now->rows >= ROWS_ENOUGH || now->columns >=
	    COLUMNS_ENOUGH;

	if (!room || now->settings->slow || app->share <= 0 ||
	    app->page != NULL)
		return panes;
	if (now->columns >= COLUMNS_BESIDE) {
		panes.columns = now->columns * (size_t)app->share / 100;
		panes.list_columns -= panes.columns + 1;
		panes.rows = rows;
	} else {
		panes.columns = now->columns;
		panes.rows = rows * (size_t)app->share / 100;
		panes.list_rows -= panes.rows + 1;
	}
	return panes;
}

bool
preview_is_on(const struct app *app)
{
	return preview_panes(app, app->options.rows).rows > 0;
}

bool
preview_is_at(const struct app *app, size_t column)
{
	return column >= preview_panes(app, app->options.rows).list_columns;
}

/* The page of the selected row, made when it is another one. */
static struct view_page *
view_of_row(struct app *app, const struct panes *panes)
{
	char *address = results_selected(app->results, NULL);
	const char *query = results_query(app->results);
	struct preview *preview = app->preview;
	struct address to;
	struct doc *doc;

	if (preview != NULL && text_same(preview->address, address) &&
	    text_same(preview->query, query)) {
		mem_free(address);
		return preview->view;
	}
	mem_free(preview);
	app->preview = preview = mem_new(app, struct preview);
	preview->address = mem_move(preview, address);
	preview->query = mem_text(preview, query);
	if (address == NULL || !library_resolve(app->library, preview, address,
	    &to))
		return NULL;
	doc = page_make(preview, app->library, &to);
	if (doc == NULL)
		return NULL;
	if (results_highlights(app->results) != NULL)
		page_highlight(doc, results_highlights(app->results), 0);
	preview->view = page_view_new(preview, doc, panes->columns,
	    app->options.ascii);
	return preview->view;
}

void
preview_draw(struct app *app, size_t row, const struct panes *panes)
{
	bool beside = panes->list_columns < app->options.columns;
	struct view_page *view = view_of_row(app, panes);
	struct surface *surface = surface_new(NULL, panes->rows,
	    panes->columns);
	size_t i;

	surface->ascii = app->options.ascii;
	if (view != NULL)
		page_view_draw(view, surface, 0, panes->rows);
	for (i = 0; beside && i < panes->rows; i++)
		(void)surface_text(app->surface, row + i, panes->list_columns,
		    1, ROLE_BAR, "|");
	if (!beside)
		surface_rule(app->surface, row + panes->list_rows);
	surface_paste(app->surface, beside ? row : row + panes->list_rows + 1,
	    beside ? panes->list_columns + 1 : 0, surface);
	mem_free(surface);
}

void
preview_forget(struct app *app)
{
	mem_free(app->preview);
	app->preview = NULL;
}

static unsigned
resize_by(struct app *app, int step)
{
	struct panes panes = preview_panes(app, app->options.rows);
	int share = app->share + step;

	if (panes.rows == 0 && (step < 0 || app->share > 0)) {
		app_say(app, step < 0 && app->share <= 0 ? "There is no "
		    "preview any more." : app->options.settings->slow ?
		    "With --slow there is no preview." : "The screen is too "
		    "small for a preview.");
		return EFFECT_DRAW | EFFECT_BELL;
	}
	if (app->share == 0)
		share = SHARE_LEAST;
	app->share = share > SHARE_MOST ? SHARE_MOST : share < SHARE_LEAST ?
	    0 : share;
	return EFFECT_DRAW;
}

unsigned
preview_more(struct app *app)
{
	return resize_by(app, SHARE_STEP);
}

unsigned
preview_less(struct app *app)
{
	return resize_by(app, -SHARE_STEP);
}
