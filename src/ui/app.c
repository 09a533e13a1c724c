/* The browser without a terminal: keys in, a surface out. */
#include "ui/app.h"

#include "base/text.h"
#include "page/mark.h"
#include "page/page.h"
#include "page/page_facets.h"
#include "page/page_map.h"
#include "page/page_plot.h"
#include "page/page_search.h"
#include "ui/help.h"
#include "ui/prompt.h"
#include "ui/view_page.h"
#include "ui/view_results.h"

enum {
	ROWS_MIN = 5,
	COLUMNS_MIN = 20,
	HISTORY_MAX = 200,
	FACET_ROWS = 12,		/* values shown of each facet */
	GRID_CELLS = 76
};

/*
 * Where the user is, or was: an address and the exact place on it, so that
 * back means back.
 */
struct location {
	struct address		 address;
	enum plan_target	 target;	/* of a search */
	enum search_order	 order;
	const char		*typed;		/* before a reading went, or NULL */
	size_t			 off;		/* which reading did */
	enum mode		 help_for;	/* of the page of keys */
	size_t			 selected;	/* row, or link */
	size_t			 top;
};

struct app {
	struct library		*library;
	struct app_options	 options;
	struct surface		*surface;
	struct view_results	*results;
	struct view_page	*page;		/* NULL: the results are shown */
	struct list		 history;	/* struct location */
	size_t			 at;		/* in it */
	struct prompt		*prompt;	/* NULL: nothing is typed */
	struct location		*before;	/* the prompt was opened */
	bool			 from_page;	/* it was opened on a page */
	bool			 late;		/* a key came before the hits */
	char			*reading;	/* of the search, or "" */
	char			*remark;	/* on it, or "" */
	char			*message;	/* NULL: hints */
};

/* Small things. */

static struct location *
here(const struct app *app)
{
	return app->history.at[app->at];
}

static void
say(struct app *app, const char *text)
{
	mem_free(app->message);
	app->message = text == NULL ? NULL : mem_text(app, text);
}

static enum mode
mode_of(const struct app *app)
{
	if (app->prompt != NULL)
		return MODE_PROMPT;
	return app->page != NULL ? MODE_TEXT : MODE_LIST;
}

static bool
is_tiny(const struct app *app)
{
	return app->options.rows < ROWS_MIN ||
	    app->options.columns < COLUMNS_MIN;
}

/* Rows of the screen around list or page: fewer where there are few. */

struct frame_rows {
	size_t	top;
	size_t	bottom;
};

static struct frame_rows
frame_of(const struct app *app)
{
	bool small = app->options.rows < 16;

	if (app->page != NULL)
		return (struct frame_rows){ 1, 1 };
	if (small)
		return (struct frame_rows){ *app->remark == '\0' ? 2 : 3, 1 };
	return (struct frame_rows){ 4, 2 };
}

static size_t
body_rows(const struct app *app)
{
	struct frame_rows frame = frame_of(app);

	return app->options.rows > frame.top + frame.bottom ?
	    app->options.rows - frame.top - frame.bottom : 1;
}

/* Searching, and what is said of it. */

static char *
make_remark(const struct app *app, const struct result *result)
{
	char *notes = say_notes(app, result);
	char *loosening = say_loosening(notes, result), *remark;

	remark = mem_format(app, "%s%s%s", notes, *notes == '\0' ||
	    *loosening == '\0' ? "" : "; ", loosening);
	mem_free(notes);
	return remark;
}

/* False when it was interrupted or failed: then all is as it was. */
static bool
search(struct app *app, const char *query, const struct location *how)
{
	const struct result *result;

	if (!results_search(app->results, query, how->target, how->order))
		return false;
	result = results_result(app->results);
	mem_free(app->reading);
	mem_free(app->remark);
	app->reading = say_reading(app, result->plan);
	app->remark = make_remark(app, result);
	return true;
}

/* Going places. */

static void
remember(struct app *app)
{
	struct location *now = here(app);

	if (app->page != NULL)
		page_view_place(app->page, &now->selected, &now->top);
	else
		results_place(app->results, &now->selected, &now->top);
}

/* What the results of a search are about. */
static struct doc *
make_facets(struct app *app, const struct location *to)
{
	const struct search all = { .target = to->target,
	    .order = ORDER_LEVEL };
	void *scratch = mem_context(NULL);
	const struct result *result = library_search(app->library, scratch,
	    &all, to->address.query);
	struct doc *doc = page_facets(app, app->library, result, FACET_ROWS);

	mem_free(scratch);
	return doc;
}

static struct doc *
make_page(struct app *app, const struct location *to)
{
	/* Grids are drawn for 76 cells; on less they are told in words. */
	bool narrow = app->options.columns < GRID_CELLS;

	if (to->address.page == PAGE_FACETS)
		return make_facets(app, to);
	if (to->address.page == PAGE_MAP)
		return page_map(app, app->library, &to->address, narrow ?
		    MAP_LINEAR : MAP_PART);
	if (to->address.page == PAGE_PLOT)
		return page_plot(app, app->library, &to->address, narrow);
	if (to->address.page == PAGE_HELP)
		return help_keys(app, to->help_for);
	return page_make(app, app->library, &to->address);
}

/* Shows the location that is at hand; false when there is no such page. */
static bool
show(struct app *app)
{
	const struct location *to = here(app);
	struct doc *doc;

	if (to->address.page == PAGE_SEARCH) {
		mem_free(app->page);
		app->page = NULL;
		if (!search(app, to->address.query, to))
			return false;
		results_restore(app->results, to->selected, to->top);
		return true;
	}
	doc = make_page(app, to);
	if (doc == NULL)
		return false;
	if (results_marks(app->results) != NULL &&
	    to->address.page == PAGE_RECORD)
		page_mark(doc, results_marks(app->results), 0);
	mem_free(app->page);
	app->page = page_view_new(app, doc, app->options.columns,
	    app->options.ascii);
	page_view_restore(app->page, to->selected, to->top);
	return true;
}

static struct location *
location_new(struct app *app, const struct address *address)
{
	struct location *to = mem_new(app, struct location);

	to->address = *address;
	to->address.id = address->id == NULL ? NULL : mem_text(to,
	    address->id);
	to->address.query = address->query == NULL ? NULL : mem_text(to,
	    address->query);
	to->address.rows = address->rows == NULL ? NULL : mem_text(to,
	    address->rows);
	to->address.columns = address->columns == NULL ? NULL : mem_text(to,
	    address->columns);
	to->order = ORDER_COUNT;
	return to;
}

/* What lies ahead goes; the oldest goes when there are too many. */
static void
push(struct app *app, struct location *to)
{
	struct list *history = &app->history;

	while (history->count > app->at + 1)
		mem_free(history->at[--history->count]);
	if (history->count == HISTORY_MAX) {
		mem_free(history->at[0]);
		memmove(history->at, history->at + 1, (HISTORY_MAX - 1) *
		    sizeof(*history->at));
		history->count--;
	}
	list_add(app, history, to);
	app->at = history->count - 1;
}

static unsigned
go(struct app *app, struct location *to)
{
	remember(app);
	push(app, to);
	if (show(app))
		return EFFECT_DRAW;
	say(app, "There is no such page in this bibliography.");
	mem_free(app->history.at[--app->history.count]);
	app->at = app->history.count - 1;
	(void)show(app);
	return EFFECT_DRAW;
}

static unsigned
go_to_text(struct app *app, const char *text)
{
	struct address address;
	void *scratch = mem_context(NULL);
	unsigned effect = EFFECT_BELL;
	struct location *to;

	if (text != NULL && library_resolve(app->library, scratch, text,
	    &address)) {
		to = location_new(app, &address);
		if (here(app)->address.page == PAGE_FACETS)
			to->target = here(app)->target;
		effect = go(app, to);
	} else if (text != NULL) {
		say(app, "This link leads to nothing in this bibliography.");
		effect = EFFECT_DRAW;
	}
	mem_free(scratch);
	return effect;
}

static unsigned
go_back(struct app *app)
{
	if (app->at == 0)
		return EFFECT_BELL;
	remember(app);
	app->at--;
	(void)show(app);
	return EFFECT_DRAW;
}

static unsigned
go_forward(struct app *app)
{
	if (app->at + 1 >= app->history.count)
		return EFFECT_BELL;
	remember(app);
	app->at++;
	(void)show(app);
	return EFFECT_DRAW;
}

static unsigned
go_help(struct app *app)
{
	const struct address address = { .page = PAGE_HELP, .id = "keys" };
	struct location *to;

	if (here(app)->address.page == PAGE_HELP)
		return go_back(app);
	to = location_new(app, &address);
	to->help_for = mode_of(app);
	return go(app, to);
}

/* The facets, the map of what is searched for. */
static unsigned
go_page(struct app *app, enum page page)
{
	const struct address address = { .page = page,
	    .query = here(app)->address.query };
	struct location *to = location_new(app, &address);

	to->target = here(app)->target;
	return go(app, to);
}

static unsigned
go_about(struct app *app)
{
	const struct about *about = library_about(app->library);
	const struct address address = { .page = PAGE_RECORD,
	    .kind = KIND_ABOUT, .id = about == NULL ? "" : about->id };

	if (about == NULL) {
		say(app, "this bibliography says nothing of itself");
		return EFFECT_DRAW;
	}
	if (here(app)->address.page == PAGE_RECORD &&
	    here(app)->address.kind == KIND_ABOUT)
		return EFFECT_BELL;
	return go(app, location_new(app, &address));
}

/* Searching. */

static void
set_query(struct location *now, const char *query)
{
	now->address.query = mem_text(now, query);
	now->typed = NULL;
	now->off = 0;
}

/* The search line is opened over the results; from a page, a new search. */
static unsigned
open_prompt(struct app *app)
{
	const struct address all = { .page = PAGE_SEARCH, .query = "" };
	const char *text = "";

	app->from_page = app->page != NULL;
	if (app->from_page)
		(void)go(app, location_new(app, &all));
	else
		text = results_query(app->results);
	if (app->page != NULL)
		return EFFECT_DRAW;
	remember(app);
	app->before = location_new(app, &here(app)->address);
	app->before->target = here(app)->target;
	app->before->order = here(app)->order;
	app->before->selected = here(app)->selected;
	app->before->top = here(app)->top;
	app->prompt = prompt_new(app, text);
	return EFFECT_DRAW;
}

static void
search_typed(struct app *app)
{
	struct location *now = here(app);

	app->late = !search(app, prompt_text(app->prompt), now);
	if (app->late)
		return;
	set_query(now, prompt_text(app->prompt));
	now->selected = now->top = 0;
}

/* What is typed is searched for at once; a newer key interrupts. */
static void
search_while_typing(struct app *app)
{
	library_interrupt_when(app->library, app->options.has_key,
	    app->options.user);
	search_typed(app);
	library_interrupt_when(app->library, NULL, NULL);
}

static void
close_prompt(struct app *app)
{
	mem_free(app->prompt);
	mem_free(app->before);
	app->prompt = NULL;
	app->before = NULL;
}

/* A search that was accepted is a place of its own, if it is another one. */
static unsigned
switch_target(struct app *app)
{
	struct location *now = here(app);

	now->target = now->target == PLAN_WORKS ? PLAN_CLAIMS : PLAN_WORKS;
	now->selected = now->top = 0;
	(void)show(app);
	return EFFECT_DRAW;
}

/* An identifier, or an author and a year, that names one work: its page. */
static void
go_straight(struct app *app)
{
	const struct plan *plan = results_result(app->results)->plan;
	const struct part *part = plan->parts.count != 1 ? NULL :
	    plan->parts.at[0];
	char *address;

	if (app->page != NULL || part == NULL ||
	    part->kind != PART_IDENTIFIER)
		return;
	if (results_result(app->results)->total == 0)
		(void)switch_target(app);	/* a work, among claims */
	if (results_result(app->results)->total != 1)
		return;
	address = results_selected(app->results, app);
	(void)go_to_text(app, address);
	mem_free(address);
}

static unsigned
accept_prompt(struct app *app)
{
	struct location *now = here(app), *before = app->before, *to;

	search_typed(app);
	if (!app->from_page && !text_same(now->address.query,
	    before->address.query)) {
		to = location_new(app, &now->address);
		to->target = now->target;
		to->order = now->order;
		set_query(now, before->address.query);
		now->target = before->target;
		now->selected = before->selected;
		now->top = before->top;
		push(app, to);
	}
	close_prompt(app);
	go_straight(app);
	return EFFECT_DRAW;
}

static unsigned
cancel_prompt(struct app *app)
{
	struct location *now = here(app);

	if (app->from_page) {		/* the search never was */
		close_prompt(app);
		(void)go_back(app);
		mem_free(app->history.at[--app->history.count]);
		return EFFECT_DRAW;
	}
	set_query(now, app->before->address.query);
	now->target = app->before->target;
	now->selected = app->before->selected;
	now->top = app->before->top;
	close_prompt(app);
	(void)show(app);
	return EFFECT_DRAW;
}

static unsigned
next_order(struct app *app)
{
	struct location *now = here(app);
	enum search_order order = results_result(app->results)->order;
	char *text;

	do {
		order = (enum search_order)((order + 1) % ORDER_COUNT);
	} while (order == ORDER_RELEVANCE &&
	    !results_result(app->results)->plan->ranked);
	now->order = order;
	now->selected = now->top = 0;
	(void)show(app);
	text = mem_format(NULL, "Sorted by %s.", search_order_name(order));
	say(app, text);
	mem_free(text);
	return EFFECT_DRAW;
}

/* Puts the words that were suggested in place of the mistyped ones. */
static unsigned
search_corrected(struct app *app)
{
	const char *corrected = results_result(app->results)->corrected;
	struct address address = { .page = PAGE_SEARCH, .query = corrected };
	struct location *to;

	if (corrected == NULL)
		return EFFECT_BELL;
	to = location_new(app, &address);
	to->target = here(app)->target;
	to->order = here(app)->order;
	return go(app, to);
}

/*
 * Takes one part of the query after the other as text, then all of them, then
 * none again.
 */
static unsigned
switch_reading(struct app *app)
{
	struct location *now = here(app);
	const char *typed = now->typed != NULL ? now->typed :
	    now->address.query;
	void *scratch = mem_context(NULL);
	char *what = NULL, *text = library_as_text(app->library, scratch,
	    typed, now->target, now->off + 1, &what);

	if (text == NULL && now->off == 0) {
		say(app, "Nothing to switch off: all of it was taken as text.");
		mem_free(scratch);
		return EFFECT_DRAW;
	}
	now->typed = mem_text(now, typed);
	now->off = text == NULL ? 0 : now->off + 1;
	now->address.query = mem_text(now, text == NULL ? typed : text);
	now->selected = now->top = 0;
	(void)show(app);
	say(app, text == NULL ? "Read as before." : mem_format(scratch,
	    "Taken as text: %s", what));
	mem_free(scratch);
	return EFFECT_DRAW;
}

/* Keys. */

static unsigned
close_page(struct app *app)
{
	return app->at == 0 ? EFFECT_QUIT : go_back(app);
}

static unsigned
open_selected(struct app *app)
{
	char *address;
	unsigned effect;

	if (app->page != NULL)
		return go_to_text(app, page_view_link(app->page));
	address = results_selected(app->results, app);
	effect = go_to_text(app, address);
	mem_free(address);
	return effect;
}

static unsigned
move(struct app *app, enum action action)
{
	size_t rows = body_rows(app);

	if (app->page != NULL)
		page_view_move(app->page, action, rows);
	else
		results_move(app->results, action, rows > 4 ? rows - 1 :
		    rows);
	return EFFECT_DRAW;
}

static unsigned
do_action(struct app *app, enum action action)
{
	switch (action) {
	case ACTION_OPEN:
		return open_selected(app);
	case ACTION_BACK:
		return go_back(app);
	case ACTION_FORWARD:
		return go_forward(app);
	case ACTION_SEARCH:
		return open_prompt(app);
	case ACTION_SWITCH:
		return switch_target(app);
	case ACTION_SORT:
		return next_order(app);
	case ACTION_TYPOS:
		return search_corrected(app);
	case ACTION_FACETS:
		return go_page(app, PAGE_FACETS);
	case ACTION_MAP:
		return go_page(app, PAGE_MAP);
	case ACTION_PLOT:
		return go_page(app, PAGE_PLOT);
	case ACTION_READING:
		return switch_reading(app);
	case ACTION_ABOUT:
		return go_about(app);
	case ACTION_HELP:
		return go_help(app);
	case ACTION_CLOSE:
		return close_page(app);
	case ACTION_QUIT:
		return EFFECT_QUIT;
	case ACTION_SUSPEND:
		return EFFECT_SUSPEND;
	case ACTION_REDRAW:
		return EFFECT_DRAW | EFFECT_REPAINT;
	case ACTION_CANCEL:
		return EFFECT_DRAW;	/* the message went already */
	default:
		return move(app, action);
	}
}

static unsigned
do_prompt(struct app *app, enum action action, unsigned key)
{
	bool changed;

	switch (action) {
	case ACTION_ACCEPT:
		return accept_prompt(app);
	case ACTION_CANCEL:
		return cancel_prompt(app);
	case ACTION_SWITCH:
		search_typed(app);
		return switch_target(app);
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
		search_while_typing(app);
	return EFFECT_DRAW;
}

unsigned
app_key(struct app *app, unsigned key)
{
	enum action action = action_for(mode_of(app), key);

	say(app, NULL);
	if (is_tiny(app))
		return key == 'q' || key == 'Q' || key == K_CTRL('c') ?
		    EFFECT_QUIT : EFFECT_DRAW;
	if (app->prompt != NULL)
		return do_prompt(app, action, key);
	if (action == ACTION_NONE) {
		say(app, "This key means nothing here; ? shows those that "
		    "do.");
		return EFFECT_DRAW | EFFECT_BELL;
	}
	return do_action(app, action);
}

/* Drawing. */

static void
draw_right(struct surface *surface, size_t row, enum role role,
    const char *text)
{
	size_t width = text_width(text);

	if (width + 1 < surface->columns)
		(void)surface_text(surface, row, surface->columns - width - 1,
		    width, role, text);
}

/* Where am I, in which bibliography. */
static void
draw_bar(struct app *app)
{
	struct surface *surface = app->surface;
	void *scratch = mem_context(NULL);
	char *right = app->page != NULL ? page_view_status(app->page, scratch,
	    body_rows(app)) : mem_format(scratch, "%s  %s",
	    say_count(scratch, KIND_WORK, library_count(app->library,
	    KIND_WORK)), say_count(scratch, KIND_CLAIM,
	    library_count(app->library, KIND_CLAIM)));
	char *left = app->page != NULL ? app_address(app, scratch) :
	    mem_text(scratch, library_title(app->library));
	size_t room = text_width(right) + 12 < surface->columns ?
	    surface->columns - text_width(right) - 12 : 0;

	(void)surface_text(surface, 0, 1, 8, ROLE_BAR, "strigil");
	(void)surface_text(surface, 0, 10, room, ROLE_BAR, left);
	draw_right(surface, 0, ROLE_BAR, right);
	surface_role(surface, 0, 0, surface->columns, ROLE_BAR);
	mem_free(scratch);
}

static void
draw_query(struct app *app, size_t row)
{
	struct surface *surface = app->surface;
	const struct result *result = results_result(app->results);
	void *scratch = mem_context(NULL);
	bool works = results_target(app->results) == PLAN_WORKS;
	char *count = mem_format(scratch, works ? "[%s] %s" : "%s [%s]",
	    say_count(scratch, KIND_WORK, works ? result->total :
	    results_others(app->results)), say_count(scratch, KIND_CLAIM,
	    works ? results_others(app->results) : result->total));
	size_t room = text_width(count) + 4 < surface->columns ?
	    surface->columns - text_width(count) - 4 : 8;

	(void)surface_text(surface, row, 1, 1, ROLE_KEY, "/");
	(void)surface_text(surface, row, 3, room, ROLE_TEXT,
	    app->prompt != NULL ? "" : results_query(app->results));
	draw_right(surface, row, ROLE_TEXT, count);
	mem_free(scratch);
}

static void
draw_reading(struct app *app, size_t row)
{
	size_t at = 3;

	if (*app->reading == '\0')
		return;
	at += surface_text(app->surface, row, at, 9, ROLE_LABEL,
	    "read as: ");
	(void)surface_text(app->surface, row, at, app->surface->columns - at,
	    ROLE_TEXT, app->reading);
}

/* What was done to the search stands where else a rule is. */
static void
draw_remark(struct app *app, size_t row)
{
	if (*app->remark == '\0')
		surface_rule(app->surface, row);
	else
		(void)surface_text(app->surface, row, 3,
		    app->surface->columns - 3, ROLE_WARNING, app->remark);
}

static void
draw_bottom(struct app *app)
{
	struct surface *surface = app->surface;
	size_t row = surface->rows - 1;
	void *scratch = mem_context(NULL);

	(void)surface_text(surface, row, 1, surface->columns,
	    app->message != NULL ? ROLE_WARNING : ROLE_KEY,
	    app->message != NULL ? app->message :
	    help_hints(scratch, mode_of(app)));
	mem_free(scratch);
}

static void
draw_order(struct app *app, size_t row)
{
	char *text = mem_format(NULL, " sorted by %s ", search_order_name(
	    results_result(app->results)->order));

	surface_rule(app->surface, row);
	draw_right(app->surface, row, ROLE_BAR, text);
	mem_free(text);
}

static void
draw_results(struct app *app)
{
	struct frame_rows frame = frame_of(app);

	draw_query(app, 1);
	if (frame.top > 3)
		draw_reading(app, 2);
	if (frame.top > 2)
		draw_remark(app, frame.top - 1);
	if (frame.bottom > 1)
		draw_order(app, app->surface->rows - 2);
	results_draw(app->results, app->surface, frame.top, body_rows(app));
	if (app->prompt != NULL)
		prompt_draw(app->prompt, app->surface, 1, 3,
		    app->surface->columns > 30 ? app->surface->columns - 28 :
		    app->surface->columns - 4);
}

const struct surface *
app_draw(struct app *app)
{
	struct surface *surface = app->surface;

	surface_clear(surface);
	if (is_tiny(app)) {
		(void)surface_text(surface, 0, 0, surface->columns, ROLE_TEXT,
		    surface->columns < 18 ? "q quits" : "too small; q quits");
		return surface;
	}
	draw_bar(app);
	draw_bottom(app);
	if (app->page != NULL)
		page_view_draw(app->page, surface, 1, body_rows(app));
	else
		draw_results(app);
	return surface;
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
	return address_print(ctx, &here(app)->address);
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
	app->results = results_new(app, library);
	list_add(app, &app->history, location_new(app, &search));
	(void)show(app);
	/* "work/crothers-2016" is a page, "work" is a word. */
	if (strchr(query, '/') != NULL && library_resolve(library, app,
	    query, &address) && address.page == PAGE_RECORD) {
		here(app)->address.query = "";
		(void)go(app, location_new(app, &address));
	}
	go_straight(app);
	return app;
}
