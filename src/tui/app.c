/* The browser without a terminal: keys in, a surface out. */
#include "tui/parts.h"

#include "base/text.h"

enum { ROWS_MIN = 5, COLUMNS_MIN = 20, PREVIEW_SHARE = 50 };

/* Small things. */

struct entry *
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

/* What lies below a line that is typed. */
enum mode
app_place_mode(const struct app *app)
{
	if (app->page != NULL && app_here(app)->address.page == PAGE_MAP)
		return MODE_MAP;
	return app->page != NULL ? MODE_TEXT : MODE_LIST;
}

enum mode
app_mode(const struct app *app)
{
	return app->prompt != NULL ? MODE_PROMPT : app_place_mode(app);
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

	if (app->bare)
		return (struct frame_rows){ 0, 0 };
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

	size_t rows = app->options.rows > frame.top + frame.bottom ?
	    app->options.rows - frame.top - frame.bottom : 1;

	return preview_panes(app, rows).list_rows;
}

/* Actions. */

static unsigned
close_page(struct app *app)
{
	if (app->bare) {
		app->bare = false;
		return EFFECT_DRAW;
	}
	return app->at == 0 ? EFFECT_QUIT : history_back(app);
}

static unsigned
open_selected(struct app *app)
{
	char *address;
	unsigned effect;

	if (app->page != NULL)
		return history_go_to(app, page_view_link(app->page));
	address = results_selected(app->results, app);
	effect = history_go_to(app, address);
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
move_to_hit(struct app *app, bool forward)
{
	if (app->page == NULL || !page_view_find(app->page, forward,
	    app_body_rows(app))) {
		app_say(app, "There is no further place of what was searched "
		    "for.");
		return EFFECT_DRAW | EFFECT_BELL;
	}
	return EFFECT_DRAW;
}

static unsigned
next_hit(struct app *app)
{
	return move_to_hit(app, true);
}

static unsigned
previous_hit(struct app *app)
{
	return move_to_hit(app, false);
}

static unsigned
quit(struct app *app)
{
	(void)app;
	return EFFECT_QUIT;
}

/* A shell that waits behind a kiosk must not come forward. */
unsigned
app_suspend(struct app *app)
{
	if (!app->options.settings->restricted)
		return EFFECT_SUSPEND;
	app_say(app, "In restricted mode the program is not suspended.");
	return EFFECT_DRAW | EFFECT_BELL;
}

static unsigned
redraw(struct app *app)
{
	(void)app;
	return EFFECT_DRAW | EFFECT_REPAINT;
}

static unsigned
reload(struct app *app)
{
	(void)app;
	return EFFECT_DRAW | EFFECT_RELOAD;
}

static unsigned
go_linear(struct app *app)
{
	(void)app;
	return EFFECT_LINEAR;
}

/* The message went already. */
static unsigned
cancel(struct app *app)
{
	app->range = 0;
	app->bare = false;
	return EFFECT_DRAW;
}

static unsigned
go_facets(struct app *app)
{
	return history_go_page(app, PAGE_FACETS);
}

static unsigned
go_map(struct app *app)
{
	return history_go_page(app, PAGE_MAP);
}

/* What actions do on lists and pages, alone and with an argument. */
static const struct {
	unsigned	(*plain)(struct app *app);
	unsigned	(*with)(struct app *app, const char *argument);
} doers[ACTION_COUNT] = {
	[ACTION_OPEN] = { open_selected, history_go_to },
	[ACTION_NEXT_HIT] = { next_hit, NULL },
	[ACTION_PREVIOUS_HIT] = { previous_hit, NULL },
	[ACTION_BACK] = { history_back, NULL },
	[ACTION_FORWARD] = { history_forward, NULL },
	[ACTION_SEARCH] = { search_line_open, search_line_query },
	[ACTION_NARROW] = { search_line_open_narrow, search_line_narrow },
	[ACTION_WIDEN] = { filters_widen_last, filters_widen },
	[ACTION_CHOOSE] = { filters_choose, NULL },
	[ACTION_EXPAND] = { history_expand, NULL },
	[ACTION_FILTER] = { NULL, filters_add },
	[ACTION_WIDEN_ALL] = { filters_widen_all, NULL },
	[ACTION_SWITCH] = { search_line_switch, NULL },
	[ACTION_SORT] = { NULL, search_line_sort },
	[ACTION_REVERSE] = { search_line_reverse, NULL },
	[ACTION_KEEP] = { NULL, history_keep },
	[ACTION_JUMP] = { NULL, history_jump },
	[ACTION_SAVED] = { NULL, saved_go },
	[ACTION_SAVE] = { NULL, saved_keep },
	[ACTION_EXPORT] = { exporting_open, exporting_to },
	[ACTION_TYPOS] = { search_line_correct, NULL },
	[ACTION_FACETS] = { go_facets, NULL },
	[ACTION_MAP] = { go_map, NULL },
	[ACTION_PLOT] = { pages_plot, NULL },
	[ACTION_TURN] = { pages_turn, NULL },
	[ACTION_SORT_ROWS] = { pages_sort_rows, NULL },
	[ACTION_ROLL_UP] = { pages_roll_up, NULL },
	[ACTION_READING] = { search_line_interpretation, NULL },
	[ACTION_MARK] = { selecting_toggle, NULL },
	[ACTION_MARK_RANGE] = { selecting_range, NULL },
	[ACTION_UNMARK] = { selecting_clear, NULL },
	[ACTION_UNDO] = { selecting_undo, NULL },
	[ACTION_PREVIEW_MORE] = { preview_more, NULL },
	[ACTION_PREVIEW_LESS] = { preview_less, NULL },
	[ACTION_COPY] = { NULL, yank_copy },
	[ACTION_BARE] = { yank_bare, NULL },
	[ACTION_LINK] = { yank_link, NULL },
	[ACTION_PIPE] = { yank_pipe, yank_pipe_to },
	[ACTION_COMPARE] = { pages_compare, NULL },
	[ACTION_LENS] = { pages_subjects, NULL },
	[ACTION_SAFETY] = { pages_safety, NULL },
	[ACTION_TERMS] = { pages_terms, NULL },
	[ACTION_CLAIMS] = { pages_claims, NULL },
	[ACTION_GLOSSARY] = { pages_glossary, NULL },
	[ACTION_TOUR] = { pages_tour, NULL },
	[ACTION_START] = { pages_start, NULL },
	[ACTION_COMMAND] = { command_open, NULL },
	[ACTION_THEME] = { NULL, command_theme },
	[ACTION_LOOK] = { NULL, command_style },
	[ACTION_BIND] = { NULL, command_bind },
	[ACTION_UNBIND] = { NULL, command_unbind },
	[ACTION_LINEAR] = { go_linear, NULL },
	[ACTION_RELOAD] = { reload, NULL },
	[ACTION_HELP] = { history_help, NULL },
	[ACTION_CLOSE] = { close_page, NULL },
	[ACTION_QUIT] = { quit, NULL },
	[ACTION_SUSPEND] = { app_suspend, NULL },
	[ACTION_REDRAW] = { redraw, NULL },
	[ACTION_CANCEL] = { cancel, NULL },
};

/* Whether an action moves: those that are not in the table above do. */
static bool
is_move(enum action action)
{
	return doers[action].plain == NULL && doers[action].with == NULL;
}

static unsigned
complain_argument(struct app *app, enum action action)
{
	const char *argument = action_argument(action);
	char *text = *argument == '\0' ? mem_format(NULL, "%s takes nothing "
	    "behind it.", action_name(action)) : mem_format(NULL, "%s needs "
	    "%s behind it.", action_name(action), argument);

	app_say(app, text);
	mem_free(text);
	return EFFECT_DRAW | EFFECT_BELL;
}

unsigned
app_do(struct app *app, enum action action, const char *argument)
{
	enum mode mode = app_place_mode(app);
	char *text;

	if (!action_is_valid(mode, action)) {
		text = mem_format(NULL, "%s means nothing in the %s.",
		    action_name(action), mode_name(mode));
		app_say(app, text);
		mem_free(text);
		return EFFECT_DRAW | EFFECT_BELL;
	}
	if (is_move(action) && argument == NULL)
		return move(app, action);
	if (argument == NULL && doers[action].plain != NULL)
		return doers[action].plain(app);
	if (argument != NULL && doers[action].with != NULL)
		return doers[action].with(app, argument);
	return complain_argument(app, action);
}

/* Keys. */

static unsigned
no_meaning(struct app *app)
{
	app_say(app, "This key means nothing here; ? shows those that do.");
	return EFFECT_DRAW | EFFECT_BELL;
}

/* The second key of two. */
static unsigned
end_chain(struct app *app, enum mode mode, unsigned key)
{
	const struct binding *row = keymap_find(app->options.settings->keymap,
	    mode, app->pending, key);

	const char letter[] = { (char)key, '\0' };

	if (row == NULL && key >= 'a' && key <= 'z') {
		row = keymap_find(app->options.settings->keymap, mode,
		    app->pending, K_LETTER);
		app->pending = K_NONE;
		if (row != NULL)
			return app_do(app, row->action, letter);
	}
	app->pending = K_NONE;
	if (row != NULL)
		return app_do(app, row->action, row->argument);
	return key == K_ESCAPE || key == K_CTRL('c') ? EFFECT_DRAW :
	    no_meaning(app);
}

static unsigned
take_key(struct app *app, enum mode mode, unsigned key)
{
	const struct keymap *keymap = app->options.settings->keymap;
	const struct binding *row;

	if (app->pending != K_NONE)
		return end_chain(app, mode, key);
	if (keymap_is_chain(keymap, mode, key)) {
		app->pending = key;
		return EFFECT_DRAW;
	}
	row = keymap_find(keymap, mode, key, K_NONE);
	if (mode == MODE_PROMPT)
		return prompt_key(app, row == NULL ? ACTION_NONE :
		    row->action, key);
	return row == NULL ? no_meaning(app) : app_do(app, row->action,
	    row->argument);
}

/* What the rest of an arrow key means that arrived behind its Esc. */
static const struct {
	char		letter;
	unsigned	key;
} rests[] = {
	{ 'A', K_UP }, { 'B', K_DOWN }, { 'C', K_RIGHT }, { 'D', K_LEFT },
	{ 'F', K_END }, { 'H', K_HOME },
};

static unsigned
key_of_rest(unsigned letter)
{
	size_t i;

	for (i = 0; i < sizeof(rests) / sizeof(rests[0]); i++)
		if ((unsigned)rests[i].letter == letter)
			return rests[i].key;
	return K_NONE;
}

/*
 * Over a slow line a key of several bytes may be torn: an Esc, and later "[B".
 * That must not run what B is bound to.  False when the key is a part that
 * means nothing alone; the last part becomes the key that was meant.
 */
static bool
join_escape(struct app *app, unsigned *key)
{
	const struct keymap *keymap = app->options.settings->keymap;
	bool begins = app->torn == TORN_ESCAPE && app->prompt == NULL &&
	    (*key == '[' || *key == 'O') && keymap_find(keymap,
	    app_mode(app), *key, K_NONE) == NULL;

	if (app->torn == TORN_MIDDLE) {
		if (*key == ';' || (*key >= '0' && *key <= '9'))
			return false;
		*key = key_of_rest(*key);
	}
	app->torn = begins ? TORN_MIDDLE : *key == K_ESCAPE ? TORN_ESCAPE :
	    TORN_NOT;
	return !begins && *key != K_NONE;
}

unsigned
app_key(struct app *app, unsigned key)
{
	if (app->pasting)
		return prompt_paste(app, key);
	if (!join_escape(app, &key))
		return EFFECT_NONE;
	app_say(app, NULL);
	if (key == K_PASTE_START) {
		app->pasting = true;
		return EFFECT_NONE;
	}
	if (app_is_tiny(app))
		return key == 'q' || key == 'Q' || key == K_CTRL('c') ?
		    EFFECT_QUIT : EFFECT_DRAW;
	return take_key(app, app_mode(app), key);
}

unsigned
app_click(struct app *app, size_t row, size_t column)
{
	size_t top = app_frame(app).top, rows = app_body_rows(app);
	bool again = false, hit;

	if (app->prompt != NULL || app_is_tiny(app) || row < top || row >=
	    top + rows)
		return EFFECT_NONE;
	app_say(app, NULL);
	app->pending = K_NONE;
	hit = app->page != NULL ? page_view_click(app->page, row - top,
	    column, &again) : preview_is_at(app, column) ? false :
	    results_click(app->results, preview_is_on(app) ? row - top : row,
	    &again);
	return hit && again ? app_do(app, ACTION_OPEN, NULL) : EFFECT_DRAW;
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

const struct request *
app_request(const struct app *app)
{
	return &app->request;
}

void
app_tell(struct app *app, const char *text)
{
	app_say(app, text);
}

unsigned
app_reload(struct app *app, struct library *library)
{
	(void)prompt_close(app);
	history_remember(app);
	mem_free(app->results);
	mem_free(app->page);
	preview_forget(app);
	app->page = NULL;
	app->library = library;
	app->results = results_new(app, library, app->marked);
	(void)search_line_search(app, "", history_entry_new(app, &(struct address){
	    .page = PAGE_SEARCH, .query = "" }));
	while (!history_show(app) && app->at > 0)
		app->at--;
	app_say(app, "The bibliography was read again.");
	return EFFECT_DRAW;
}

/* "work/crothers-2016" and "map?q=pain" are pages, "map" is a word. */
static bool
is_address(struct app *app, const char *query, struct address *address)
{
	return strpbrk(query, "/?") != NULL && library_resolve(app->library,
	    app, query, address) && address->page != PAGE_HELP;
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
	app->share = PREVIEW_SHARE;
	(void)app_resize(app, options->rows, options->columns);
	app->marked = selection_new(app);
	app->results = results_new(app, library, app->marked);
	list_add(app, &app->history, history_entry_new(app, &search));
	(void)history_show(app);
	if (is_address(app, query, &address)) {
		app_here(app)->address.query = "";
		(void)history_go(app, history_entry_new(app, &address));
	}
	search_line_go_straight(app);
	return app;
}
