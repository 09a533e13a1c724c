/* The preview: the page of the selected row, next to the list or below it. */
#include "tui/preview.h"

#include <assert.h>

#include "base/text.h"
#include "page/highlight.h"
#include "page/page.h"
#include "tui/view_page.h"

enum {
	ROWS_ENOUGH = 30,	/* minimum rows for a preview on half the
				   screen */
	COLUMNS_ENOUGH = 120,	/* minimum columns for such a preview on fewer
				   rows */
	ROWS_SPARE = 24,	/* minimum rows of the screen for a preview
				   below a short list */
	ROWS_LEAST = 8,		/* minimum rows of a preview below a list:
				   title, source, conclusion */
	COLUMNS_BESIDE = 84,
	SHARE = 50, SHARE_STEP = 20,	/* share of the screen, in per cent */
	SHARE_LEAST = 30, SHARE_MOST = 70
};

struct preview {
	struct hits	*hits;
	int		 share;		/* percent; 0: off */
	char		*address;	/* address last drawn, or NULL */
	char		*query;
	struct view	*view;		/* NULL: no page */
};

struct preview *
preview_new(const void *ctx, struct hits *hits)
{
	struct preview *preview = mem_new(ctx, struct preview);

	preview->hits = hits;
	preview->share = SHARE;
	return preview;
}

/* A preview below the list, in at most `spare` rows with its border. */
static struct panes
panes_below(const struct preview *preview, size_t rows, size_t spare,
    size_t columns)
{
	size_t most = spare - 1, share = most * (size_t)preview->share / SHARE;
	struct panes panes = { rows, columns, 0, 0 };

	if (most < ROWS_LEAST)
		return panes;
	panes.columns = columns;
	panes.rows = share > most ? most : share < ROWS_LEAST ? ROWS_LEAST :
	    share;
	panes.list_rows -= panes.rows + 1;
	return panes;
}

struct panes
preview_panes(const struct preview *preview, size_t rows, size_t used,
    size_t screen_rows, size_t columns)
{
	struct panes panes = { rows, columns, 0, 0 };

	if (preview->share == 0)
		return panes;
	if (screen_rows < ROWS_ENOUGH && columns < COLUMNS_ENOUGH)
		return screen_rows < ROWS_SPARE || used + 1 >= rows ? panes :
		    panes_below(preview, rows, rows - used, columns);
	if (columns >= COLUMNS_BESIDE) {
		panes.columns = columns * (size_t)preview->share / 100;
		panes.list_columns -= panes.columns + 1;
		panes.rows = rows;
	} else {
		panes.columns = columns;
		panes.rows = rows * (size_t)preview->share / 100;
		panes.list_rows -= panes.rows + 1;
	}
	return panes;
}

/* The page of an address, created anew if the address has changed. */
static struct view *
view_of(struct preview *preview, const char *address, size_t columns,
    bool ascii)
{
	struct hits *hits = preview->hits;
	struct address to;
	struct doc *doc;

	if (preview->query != NULL && text_same(preview->address, address) &&
	    text_same(preview->query, hits->query))
		return preview->view;
	mem_free(preview->view);
	mem_free(preview->address);
	mem_free(preview->query);
	preview->view = NULL;
	preview->address = address == NULL ? NULL : mem_text(preview, address);
	preview->query = mem_text(preview, hits->query);
	if (address == NULL || !library_resolve(hits->library, preview->address,
	    address, &to))
		return NULL;
	doc = page_make(preview, hits->library, &to);
	if (doc == NULL)
		return NULL;
	if (hits->marks != NULL)
		page_highlight(doc, hits->marks, 0);
	preview->view = page_view_new(preview, doc, false, columns, ascii);
	return preview->view;
}

void
preview_draw(struct preview *preview, const char *address,
    struct surface *surface, size_t row, const struct panes *panes)
{
	bool beside = panes->list_columns < surface->columns;
	struct view *view = view_of(preview, address, panes->columns,
	    surface->ascii);
	struct surface *part = surface_new(NULL, panes->rows, panes->columns);
	size_t i;

	assert(panes->rows > 0);
	part->ascii = surface->ascii;
	if (view != NULL) {
		view->rows = panes->rows;
		view->columns = panes->columns;
		view->ops->draw(view, part, 0);
	}
	for (i = 0; beside && i < panes->rows; i++)
		(void)surface_text(surface, row + i, panes->list_columns, 1,
		    ROLE_BAR, surface->ascii ? "|" : "│");
	if (!beside)
		surface_rule(surface, row + panes->list_rows);
	surface_paste(surface, beside ? row : row + panes->list_rows + 1,
	    beside ? panes->list_columns + 1 : 0, part);
	mem_free(part);
}

void
preview_resize(struct preview *preview, bool more)
{
	int share = preview->share + (more ? SHARE_STEP : -SHARE_STEP);

	if (preview->share == 0)
		share = more ? SHARE_LEAST : 0;
	preview->share = share > SHARE_MOST ? SHARE_MOST : share <
	    SHARE_LEAST ? 0 : share;
}

bool
preview_is_wanted(const struct preview *preview)
{
	return preview->share > 0;
}
