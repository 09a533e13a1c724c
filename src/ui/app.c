/* The browser without a terminal: keys in, a surface out. */
#include "ui/parts.h"

#include "base/text.h"

enum { ROWS_MIN = 5, COLUMNS_MIN = 20 };

/* Small things. */

struct location *
app_here(const struct app *app)
{
	return app->history.at[app->at];
}

void
app_say(struct app *app, const char *text)
{
	mem_free(app->message);
	app->message = text == NULL ? NULL : mem_text(app, text);
}

enum mode
app_mode(const struct app *app)
{
	if (app->prompt != NULL)
		return MODE_PROMPT;
	if (app->page != NULL && app_here(app)->address.page == PAGE_MAP)
		return MODE_MAP;
	return app->page != NULL ? MODE_TEXT : MODE_LIST;
}

bool
app_is_tiny(const struct app *app)
{
	return app->options.rows < ROWS_MIN ||
	    app->options.columns < COLUMNS_MIN;
}

struct frame_rows
app_frame(const struct app *app)
{
	bool small = app->options.rows < 16;

	if (app->page != NULL)
		return (struct frame_rows){ 1, 1 };
	if (small)
		return (struct frame_rows){ *app->remark == '\0' ? 2 : 3, 1 };
	return (struct frame_rows){ 4, 2 };
}

size_t
app_body_rows(const struct app *app)
{
	struct frame_rows frame = app_frame(app);

	return app->options.rows > frame.top + frame.bottom ?
	    app->options.rows - frame.top - frame.bottom : 1;
}

/* Keys. */

static unsigned
close_page(struct app *app)
{
	return app->at == 0 ? EFFECT_QUIT : places_back(app);
}

static unsigned
open_selected(struct app *app)
{
	char *address;
	unsigned effect;

	if (app->page != NULL)
		return places_go_to(app, page_view_link(app->page));
	address = results_selected(app->results, app);
	effect = places_go_to(app, address);
	mem_free(address);
	return effect;
}

static unsigned
move(struct app *app, enum action action)
{
	size_t rows = app_body_rows(app);

	if (app->page != NULL)
		page_view_move(app->page, action, rows);
	else
		results_move(app->results, action, rows > 4 ? rows - 1 :
		    rows);
	return EFFECT_DRAW;
}

static unsigned
quit(struct app *app)
{
	(void)app;
	return EFFECT_QUIT;
}

static unsigned
suspend(struct app *app)
{
	(void)app;
	return EFFECT_SUSPEND;
}

static unsigned
redraw(struct app *app)
{
	(void)app;
	return EFFECT_DRAW | EFFECT_REPAINT;
}

/* The message went already. */
static unsigned
cancel(struct app *app)
{
	app->range = 0;
	return EFFECT_DRAW;
}

static unsigned
go_facets(struct app *app)
{
	return places_go_page(app, PAGE_FACETS);
}

static unsigned
go_map(struct app *app)
{
	return places_go_page(app, PAGE_MAP);
}

/* What actions do on lists and pages; all others move. */
static unsigned (*const doers[ACTION_COUNT])(struct app *app) = {
	[ACTION_OPEN] = open_selected,
	[ACTION_BACK] = places_back,
	[ACTION_FORWARD] = places_forward,
	[ACTION_SEARCH] = finding_open,
	[ACTION_SWITCH] = finding_switch,
	[ACTION_SORT] = finding_next_order,
	[ACTION_TYPOS] = finding_correct,
	[ACTION_FACETS] = go_facets,
	[ACTION_MAP] = go_map,
	[ACTION_PLOT] = pages_plot,
	[ACTION_TURN] = pages_turn,
	[ACTION_SORT_ROWS] = pages_sort_rows,
	[ACTION_ROLL_UP] = pages_roll_up,
	[ACTION_READING] = finding_reading,
	[ACTION_MARK] = marking_toggle,
	[ACTION_MARK_RANGE] = marking_range,
	[ACTION_UNMARK] = marking_clear,
	[ACTION_UNDO] = marking_undo,
	[ACTION_COMPARE] = pages_compare,
	[ACTION_LENS] = pages_lens,
	[ACTION_SAFETY] = pages_safety,
	[ACTION_TERMS] = pages_terms,
	[ACTION_CLAIMS] = pages_claims,
	[ACTION_GLOSSARY] = pages_glossary,
	[ACTION_TOUR] = pages_tour,
	[ACTION_START] = pages_start,
	[ACTION_HELP] = places_help,
	[ACTION_CLOSE] = close_page,
	[ACTION_QUIT] = quit,
	[ACTION_SUSPEND] = suspend,
	[ACTION_REDRAW] = redraw,
	[ACTION_CANCEL] = cancel,
};

static unsigned
do_action(struct app *app, enum action action)
{
	return doers[action] != NULL ? doers[action](app) : move(app, action);
}

static unsigned
do_prompt(struct app *app, enum action action, unsigned key)
{
	bool changed;

	switch (action) {
	case ACTION_ACCEPT:
		return finding_accept(app);
	case ACTION_CANCEL:
		return finding_cancel(app);
	case ACTION_SWITCH:
		finding_typed(app);
		return finding_switch(app);
	case ACTION_SUSPEND:
		return EFFECT_SUSPEND;
	case ACTION_REDRAW:
		return EFFECT_DRAW | EFFECT_REPAINT;
	case ACTION_NONE:
		changed = prompt_type(app->prompt, key);
		break;
	default:
		changed = prompt_edit(app->prompt, action);
		break;
	}
	if (changed || app->late)
		finding_follow(app);
	return EFFECT_DRAW;
}

unsigned
app_key(struct app *app, unsigned key)
{
	enum action action = action_for(app_mode(app), key);

	app_say(app, NULL);
	if (app_is_tiny(app))
		return key == 'q' || key == 'Q' || key == K_CTRL('c') ?
		    EFFECT_QUIT : EFFECT_DRAW;
	if (app->prompt != NULL)
		return do_prompt(app, action, key);
	if (action == ACTION_NONE) {
		app_say(app, "This key means nothing here; ? shows those that "
		    "do.");
		return EFFECT_DRAW | EFFECT_BELL;
	}
	return do_action(app, action);
}

/* The whole. */

unsigned
app_resize(struct app *app, size_t rows, size_t columns)
{
	app->options.rows = rows;
	app->options.columns = columns;
	mem_free(app->surface);
	app->surface = surface_new(app, rows, columns);
	app->surface->ascii = app->options.ascii;
	return EFFECT_DRAW | EFFECT_REPAINT;
}

char *
app_address(const struct app *app, const void *ctx)
{
	return address_print(ctx, &app_here(app)->address);
}

struct app *
app_new(const void *ctx, struct library *library, const char *query,
    const struct app_options *options)
{
	struct app *app = mem_new(ctx, struct app);
	const struct address search = { .page = PAGE_SEARCH,
	    .query = query };
	struct address address;

	app->library = library;
	app->options = *options;
	(void)app_resize(app, options->rows, options->columns);
	app->marked = marked_new(app);
	app->results = results_new(app, library, app->marked);
	list_add(app, &app->history, places_new(app, &search));
	(void)places_show(app);
	/* "work/crothers-2016" and "map?q=pain" are pages, "map" is a word. */
	if (strpbrk(query, "/?") != NULL && library_resolve(library, app,
	    query, &address) && address.page != PAGE_HELP) {
		app_here(app)->address.query = "";
		(void)places_go(app, places_new(app, &address));
	}
	finding_go_straight(app);
	return app;
}
