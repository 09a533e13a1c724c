/*
 * The browser without a terminal: it takes keys and draws into a surface.  This
 * top level turns keys into actions, calls the functions of those actions, and
 * carries out the effects that they return.
 */
#include "tui/app.h"

#include <assert.h>
#include <stdlib.h>

#include "base/number.h"
#include "base/text.h"
#include "library/complete.h"
#include "tui/bookmarks.h"
#include "tui/command.h"
#include "tui/desk.h"
#include "tui/exporting.h"
#include "tui/filters.h"
#include "tui/find.h"
#include "tui/help.h"
#include "tui/history.h"
#include "tui/noting.h"
#include "tui/pages.h"
#include "tui/pico.h"
#include "tui/practising.h"
#include "tui/search_line.h"
#include "tui/selecting.h"
#include "tui/torn_key.h"
#include "tui/yank.h"

enum { COUNT_MAX = 99999 };

/* Actions that need no file of their own. */

/* Shows the whole position, which may not fit on the bar. */
static unsigned
where(struct app *app)
{
	char *address = app_address(app, NULL);
	char *status = app_view(app)->ops->status(app_view(app), address);

	if (app_mode(app) == MODE_LIST)
		app_format(app, "%s  row %zu of %zu", address, results_row(
		    app->results) + 1, hits_total(app->hits));
	else
		app_format(app, "%s  %s", address, status);
	mem_free(address);
	return EFFECT_DRAW;
}

/* Goes to a page, or to the page that a search for the words finds. */
static unsigned
open_words(struct app *app, const char *words)
{
	struct address address;
	void *scratch = mem_context(NULL);
	bool known = library_resolve(app->library, scratch, words, &address);
	unsigned effects;

	mem_free(scratch);
	if (known || text_begins(words, HELP_DO))
		return history_go_to(app, words);
	effects = search_line_query(app, words);
	search_line_go_straight(app);
	return effects;
}

/* Steps through the links above the list, then between works and claims. */
static unsigned
switch_on(struct app *app)
{
	return results_step_link(app->results, true) ? EFFECT_DRAW :
	    search_line_switch(app);
}

static unsigned
switch_back(struct app *app)
{
	return results_step_link(app->results, false) ? EFFECT_DRAW :
	    search_line_switch(app);
}

static unsigned
resize_preview(struct app *app, bool more)
{
	const char *why = results_preview(app->results, more);

	return why == NULL ? EFFECT_DRAW : app_fail(app, why);
}

static unsigned
preview_more(struct app *app)
{
	return resize_preview(app, true);
}

static unsigned
preview_less(struct app *app)
{
	return resize_preview(app, false);
}

static unsigned
open_command(struct app *app)
{
	app_open_prompt(app, PROMPT_COMMAND, "");
	return EFFECT_DRAW;
}

static unsigned
quit(struct app *app)
{
	(void)app;
	return EFFECT_QUIT;
}

/* Users of a kiosk must not reach the shell that started it. */
static unsigned
suspend(struct app *app)
{
	if (!app->options.settings->restricted)
		return EFFECT_SUSPEND;
	return app_fail(app, "Cannot suspend in restricted mode");
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
switch_to(struct app *app, const char *name)
{
	mem_free(app->wanted);
	app->wanted = mem_text(app, name);
	return EFFECT_DRAW | EFFECT_SWITCH;
}

static unsigned
switch_next(struct app *app)
{
	return switch_to(app, "");
}

const char *
app_wanted(const struct app *app)
{
	return app->wanted;
}

static unsigned
go_linear(struct app *app)
{
	(void)app;
	return EFFECT_LINEAR;
}

/* The message has been cleared already. */
static unsigned
cancel(struct app *app)
{
	app->range = 0;
	app->bare = app->backwards = false;
	(void)app_view(app)->ops->seek(app_view(app), NULL);
	return EFFECT_DRAW;
}

/*
 * The functions of actions, without and with an argument; both are NULL for
 * some, see ACTION_LIST.
 */
static const struct {
	unsigned	(*alone)(struct app *app);
	unsigned	(*with)(struct app *app, const char *argument);
	bool		  moves;
	bool		  goes;		/* goes to a page */
	enum page	  page;
	enum page_about	  about;
} handlers[ACTION_COUNT] = {
#define DO(function)		{ .alone = function }
#define WITH(function)		{ .with = function }
#define EITHER(one, other)	{ .alone = one, .with = other }
#define MOVES			{ .moves = true }
#define EDITS			{ .moves = false }
#define GOES(to, of)		{ .goes = true, .page = to, .about = of }
#define X(id, name, argument, help, handler)	[ACTION_##id] = handler,
	ACTION_LIST(X)
#undef X
};

static unsigned
move(struct app *app, enum action action)
{
	app_view(app)->ops->move(app_view(app), action, app->count);
	return EFFECT_DRAW;
}

/* The first mode that allows an action. */
static enum mode
mode_of(enum action action)
{
	enum mode mode = MODE_LIST;

	while (mode < MODE_PROMPT && !action_is_valid(mode, action))
		mode++;
	return mode;
}

/* Performs an action, by key or by command with an argument. */
static unsigned
do_action(struct app *app, enum action action, const char *argument)
{
	enum mode mode = app_view(app)->ops->mode;

	assert(action != ACTION_NONE && action < ACTION_COUNT);
	if (!action_is_valid(mode, action)) {
		app_format(app, ":%s works %s, not %s (q goes back)",
		    action_name(action), mode_where(mode_of(action)),
		    mode_where(mode));
		return EFFECT_DRAW | EFFECT_BELL;
	}
	if (handlers[action].moves && argument == NULL)
		return move(app, action);
	if (handlers[action].goes && (argument == NULL ||
	    *action_argument(action) != '\0'))
		return pages_go(app, handlers[action].page,
		    handlers[action].about, argument);
	if (argument == NULL && handlers[action].alone != NULL)
		return handlers[action].alone(app);
	if (argument != NULL && handlers[action].with != NULL)
		return handlers[action].with(app, argument);
	return command_usage(app, action);
}

static unsigned	app_act(struct app *app, enum action action,
		    const char *argument);

static unsigned
app_run_command(struct app *app, const char *line)
{
	void *scratch = mem_context(NULL);
	struct typed_command command;
	unsigned effects = EFFECT_DRAW;

	if (!command_parse(app, scratch, line, &command)) {
		effects |= EFFECT_BELL;
	} else if (command.action != ACTION_NONE) {
		app->count = command.count;
		effects = app_act(app, command.action, command.argument);
		app->count = 0;
	}
	mem_free(scratch);
	return effects;
}

/*
 * Runs the command selected on the page of keys; one that ends in a space needs
 * an argument, so this asks for it.
 */
static unsigned
run_chosen(struct app *app)
{
	char *line = mem_move(NULL, app->command);
	size_t n = strlen(line);
	unsigned effects = EFFECT_DRAW;

	assert(app->prompt == NULL);
	app->command = NULL;
	if (n == 0 || line[n - 1] != ' ')
		effects = app_run_command(app, line);
	else
		app_open_prompt(app, PROMPT_COMMAND, line);
	mem_free(line);
	return effects;
}

/* Performs an action, then its requests. */
static unsigned
app_act(struct app *app, enum action action, const char *argument)
{
	unsigned effects = do_action(app, action, argument);

	if ((effects & EFFECT_COMMAND) != 0)
		effects |= run_chosen(app);
	return effects & ~(unsigned)EFFECT_COMMAND;
}

/* Prompts. */

static unsigned
accept_command(struct app *app, const char *line)
{
	(void)app_close_prompt(app);
	return app_run_command(app, line) | EFFECT_DRAW;
}

static unsigned
accept_file(struct app *app, const char *path)
{
	(void)app_close_prompt(app);
	return *path == '\0' ? EFFECT_DRAW : exporting_to(app, path);
}

static unsigned
accept_pipe(struct app *app, const char *line)
{
	(void)app_close_prompt(app);
	return *line == '\0' ? EFFECT_DRAW : yank_pipe_to(app, line);
}

static unsigned
accept_find(struct app *app, const char *text)
{
	(void)app_close_prompt(app);
	return *text == '\0' ? EFFECT_DRAW : find_text(app, text, true);
}

/* "?" is the help key of other programs. */
static unsigned
accept_find_back(struct app *app, const char *text)
{
	(void)app_close_prompt(app);
	return *text == '\0' ? history_help(app) : find_text(app, text,
	    false);
}

static void
follow_keys(struct app *app)
{
	history_filter_help(app, prompt_text(app->prompt));
}

/*
 * The prompt closes with the first remaining row selected, so that Enter runs
 * it.
 */
static unsigned
accept_keys(struct app *app, const char *text)
{
	(void)text;
	app_view(app)->ops->restore(app_view(app), 1, 0);
	return app_close_prompt(app);
}

static unsigned
cancel_keys(struct app *app)
{
	history_filter_help(app, "");
	return app_close_prompt(app);
}

#define PICO_PROMPT	{ pico_follow, pico_accept, app_close_prompt }

static const struct {
	void		(*follow)(struct app *app);	/* called while
							   typing */
	unsigned	(*accept)(struct app *app, const char *text);
	unsigned	(*cancel)(struct app *app);
} prompts[PROMPT_KINDS] = {
	[PROMPT_SEARCH] = { search_line_follow, search_line_accept,
	    search_line_cancel },
	[PROMPT_NARROW] = { search_line_follow, search_line_accept,
	    search_line_cancel },
	[PROMPT_COMMAND] = { NULL, accept_command, app_close_prompt },
	[PROMPT_KEYS] = { follow_keys, accept_keys, cancel_keys },
	[PROMPT_EXPORT] = { NULL, accept_file, app_close_prompt },
	[PROMPT_PIPE] = { NULL, accept_pipe, app_close_prompt },
	[PROMPT_FIND] = { NULL, accept_find, app_close_prompt },
	[PROMPT_FIND_BACK] = { NULL, accept_find_back, app_close_prompt },
	[PROMPT_PEOPLE] = PICO_PROMPT,
	[PROMPT_INTERVENTION] = PICO_PROMPT,
	[PROMPT_COMPARATOR] = PICO_PROMPT,
	[PROMPT_OUTCOME] = PICO_PROMPT,
};

static void
follow_prompt(struct app *app)
{
	if (prompts[prompt_kind(app->prompt)].follow != NULL)
		prompts[prompt_kind(app->prompt)].follow(app);
}

/* Completes the word before the cursor. */
static enum prompt_event
complete_prompt(struct app *app)
{
	void *scratch = mem_context(NULL);
	const char *text = prompt_text(app->prompt);
	size_t cursor = prompt_cursor(app->prompt), start = cursor;
	struct list words = { .at = NULL };
	enum prompt_event event;

	if (prompt_kind(app->prompt) == PROMPT_COMMAND)
		words = command_words(app, scratch, text, cursor, &start);
	else if (prompt_kind(app->prompt) == PROMPT_EXPORT)
		words = exporting_words(scratch, text, cursor, &start);
	else if (prompt_is_search(app->prompt))
		words = complete_query(app->library, scratch, text, cursor,
		    &start);
	event = prompt_offer(app->prompt, &words, start);
	mem_free(scratch);
	return event;
}

/* Performs an action, other than editing, that works in a prompt. */
static unsigned
act_on_line(struct app *app, enum action action)
{
	if (action == ACTION_SUSPEND)
		return suspend(app);
	if (action == ACTION_REDRAW)
		return redraw(app);
	if (action == ACTION_HELP) {
		(void)prompts[prompt_kind(app->prompt)].cancel(app);
		return history_help(app);
	}
	if (!prompt_is_search(app->prompt))
		return EFFECT_DRAW;
	search_line_finish(app);
	return search_line_switch(app);
}

static unsigned
accept(struct app *app)
{
	char *text = mem_text(NULL, prompt_text(app->prompt));
	unsigned effects = prompts[prompt_kind(app->prompt)].accept(app, text);

	mem_free(text);
	return effects;
}

static unsigned
take_line_key(struct app *app, enum action action, unsigned key)
{
	enum prompt_event event;

	if (pico_is_typed(app) && (action == ACTION_COMPLETE || action ==
	    ACTION_SWITCH))
		return pico_step(app, action == ACTION_COMPLETE);
	event = prompt_key(app->prompt, action, key);
	if (event == PROMPT_COMPLETE)
		event = complete_prompt(app);
	switch (event) {
	case PROMPT_ACCEPTED:
		return accept(app);
	case PROMPT_CANCELLED:
		return prompts[prompt_kind(app->prompt)].cancel(app);
	case PROMPT_ACTION:
		return act_on_line(app, action);
	case PROMPT_NO_WORDS:
		app_say(app, "No completions");
		break;
	case PROMPT_CHANGED:
		follow_prompt(app);
		return EFFECT_DRAW;
	case PROMPT_COMPLETE:
	case PROMPT_NOTHING:
		break;
	}
	if (app->late)
		follow_prompt(app);
	return EFFECT_DRAW;
}

/*
 * Pasted characters are text.  But ^C ends the paste, in case its end was lost:
 * terminals never paste ^C.
 */
static unsigned
take_pasted(struct app *app, unsigned key)
{
	if (key == K_PASTE_END || key == K_CTRL('c')) {
		app->pasting = false;
		if (search_line_is_article(app))
			return search_line_accept(app, NULL);
		if (app->prompt != NULL)
			follow_prompt(app);
		return EFFECT_DRAW;
	}
	if (app->prompt != NULL)
		prompt_paste(app->prompt, key);
	return EFFECT_NONE;
}

/* Keys. */

static unsigned
no_meaning(struct app *app)
{
	return app_fail(app, app_mode(app) == MODE_LIST ? "This key does "
	    "nothing; ? opens help" : "This key does nothing; H opens help");
}

static unsigned
no_chain(struct app *app, unsigned first, unsigned key)
{
	void *scratch = mem_context(NULL);
	const char *begins = key_text(scratch, first);

	app_format(app, "No such key here: %s%s. Press %s to see what may "
	    "follow it", begins, key_text(scratch, key), begins);
	mem_free(scratch);
	return EFFECT_DRAW | EFFECT_BELL;
}

/* Handles the second key of a chain. */
static unsigned
end_chain(struct app *app, enum mode mode, unsigned key)
{
	const unsigned first = app->pending;
	const struct binding *row = keymap_find(app->options.settings->keymap,
	    mode, app->pending, key);

	const char letter[] = { (char)key, '\0' };

	if (row == NULL && key >= 'a' && key <= 'z') {
		row = keymap_find(app->options.settings->keymap, mode,
		    app->pending, K_LETTER);
		app->pending = K_NONE;
		if (row != NULL)
			return app_act(app, row->action, letter);
	}
	app->pending = K_NONE;
	if (row != NULL)
		return app_act(app, row->action, row->argument);
	return key == K_ESCAPE || key == K_CTRL('c') ? EFFECT_DRAW :
	    no_chain(app, first, key);
}

/* Whether a key is a digit of a count. */
static bool
is_count(const struct app *app, enum mode mode, unsigned key)
{
	return mode != MODE_PROMPT && key >= (app->count == 0 ? '1' : '0') &&
	    key <= '9' && app->count <= COUNT_MAX && keymap_find(
	    app->options.settings->keymap, mode, key, K_NONE) == NULL;
}

static unsigned
app_take_key(struct app *app, enum mode mode, unsigned key)
{
	const struct keymap *keymap = app->options.settings->keymap;
	const struct binding *row;

	if (app->pending != K_NONE)
		return end_chain(app, mode, key);
	if (is_count(app, mode, key)) {
		app->count = app->count * 10 + (key - '0');
		return EFFECT_DRAW;
	}
	if (keymap_is_chain(keymap, mode, key)) {
		app->pending = key;
		return EFFECT_DRAW;
	}
	row = keymap_find(keymap, mode, key, K_NONE);
	if (mode == MODE_PROMPT)
		return take_line_key(app, row == NULL ? ACTION_NONE :
		    row->action, key);
	return row == NULL ? no_meaning(app) : app_act(app, row->action,
	    row->argument);
}

/* Reports a failed read; the screen stays as it was. */
static unsigned
report_failure(struct app *app, unsigned effect)
{
	struct err err = ERR_INIT;

	if (library_ok(app->library, &err))
		return effect;
	app_say(app, err.text);
	library_forgive(app->library);
	return effect | EFFECT_DRAW;
}

static unsigned
handle_key(struct app *app, unsigned key)
{
	unsigned effects;
	size_t count;

	if (app->pasting)
		return take_pasted(app, key);
	if (!torn_key_join(app, &key))
		return EFFECT_NONE;
	app_say(app, NULL);
	if (key == K_PASTE_START) {
		app->pasting = true;
		app->pending = K_NONE;
		app->count = 0;
		/* If no prompt is open, pasted text becomes a search. */
		return app->prompt == NULL ? search_line_open(app) :
		    EFFECT_NONE;
	}
	if (app_is_tiny(app))
		return key == 'q' || key == 'Q' || key == K_CTRL('c') ?
		    EFFECT_QUIT : EFFECT_DRAW;
	if (app->first && *prompt_text(app->prompt) == '\0') {
		if (key == '/')
			return EFFECT_DRAW;	/* the search line is already
						   open */
		if (key == ':' || key == '?')
			search_line_close(app);
	}
	count = app->count;
	effects = app_take_key(app, app_mode(app), key);
	if (app->count == count && app->pending == K_NONE)
		app->count = 0;
	return effects;
}

static void
app_settle(struct app *app)
{
	struct notebook *notebook = library_notebook(app->library);

	if (notebook != NULL)
		notebook_settle(notebook);
}

unsigned
app_key(struct app *app, unsigned key)
{
	app_settle(app);
	return report_failure(app, handle_key(app, key));
}

unsigned
app_click(struct app *app, size_t row, size_t column)
{
	struct view *view = app_view(app);
	size_t top = app->bare ? 0 : 1;
	bool again = false;

	if (app->prompt != NULL || app_is_tiny(app) || row < top || row >=
	    top + view->rows)
		return EFFECT_NONE;
	app_say(app, NULL);
	app->pending = K_NONE;
	return view->ops->click(view, row - top, column, &again) && again ?
	    app_act(app, ACTION_OPEN, NULL) : EFFECT_DRAW;
}

/* The whole browser. */

unsigned
app_resize(struct app *app, size_t rows, size_t columns)
{
	assert(rows > 0 && columns > 0);
	app->options.rows = rows;
	app->options.columns = columns;
	mem_free(app->surface);
	app->surface = surface_new(app, rows, columns);
	app->surface->ascii = app->options.ascii;
	return EFFECT_DRAW | EFFECT_REPAINT;
}

const struct request *
app_request(const struct app *app)
{
	return &app->request;
}

bool
app_is_typing(const struct app *app)
{
	return app_mode(app) == MODE_PROMPT;
}

void
app_tell(struct app *app, const char *text)
{
	app_say(app, text);
}

void
app_edited(struct app *app, const char *page, const char *text)
{
	(void)noting_edited(app, page, text);
}

void
app_refuse(struct app *app, const char *path)
{
	mem_free(app->refused);
	app->refused = mem_text(app, path);
	app_format(app, "%s exists; repeat the command to overwrite it", path);
}

unsigned
app_trace(struct app *app, const char *text)
{
	return history_trace(app, text);
}

/* Sets the library, and the hits in it. */
static void
app_begin(struct app *app, struct library *library, struct hits *hits)
{
	mem_free(app->results);
	mem_free(app->hits);
	app->library = library;
	app->hits = hits;
	app->results = results_new(app, app->hits, app->selection,
	    app->options.settings);
}

unsigned
app_reload(struct app *app, struct library *library)
{
	const struct asked how = { .target = RECTYPE_WORK,
	    .order = ORDER_COUNT };
	struct hits *hits;

	assert(library != NULL);
	hits = hits_new(app, library);
	if (!hits_search(hits, "", &how)) {
		mem_free(hits);
		return EFFECT_NONE;
	}
	search_line_close(app);
	history_remember(app);
	mem_free(app->page);
	app->page = NULL;
	app_begin(app, library, hits);
	history_answer(app);
	while (!history_show(app) && app->at > 0)
		app->at--;
	app_say(app, "Reloaded");
	return EFFECT_DRAW;
}

struct app *
app_new(const void *ctx, struct library *library, const char *query,
    const struct app_options *options)
{
	struct app *app = mem_new(ctx, struct app);
	const struct address search = { .page = PAGE_SEARCH,
	    .query = query == NULL ? "" : query };
	struct address address;

	assert(library != NULL);
	app->options = *options;
	app->resuming = query == NULL;
	(void)app_resize(app, options->rows, options->columns);
	app->selection = selection_new(app);
	app_begin(app, library, hits_new(app, library));
	list_add(app, &app->history, history_entry_new(app, &search));
	app_here(app)->link = LINK_ANSWER;
	(void)history_show(app);
	if (app->hits->result == NULL) {
		mem_free(app);
		return NULL;
	}
	if (library_resolve_query(library, app, search.query, &address)) {
		app_here(app)->address.query = mem_text(app_here(app), "");
		(void)history_go(app, history_entry_new(app, &address));
	}
	search_line_go_straight(app);
	if (*search.query == '\0' && !options->linear)
		search_line_begin(app);
	return app;
}

void
app_start(struct app *app)
{
	if (!app->resuming)
		return;
	app->resuming = false;
	history_answer(app);
}

/* Line mode. */

/* Keys typed on one line: all must have an action. */
static bool
are_keys(struct app *app, const char *line)
{
	const struct keymap *keymap = app->options.settings->keymap;
	unsigned key = key_parse(&line), then = key_parse(&line);

	return key != K_NONE && *line == '\0' && keymap_find(keymap,
	    app_mode(app), key, then) != NULL;
}

/* Words that are commands only in line mode. */
static const struct {
	const char	*word;
	enum mode	 mode;
	enum action	 action;
} spoken[] = {
	{ "next", MODE_LIST, ACTION_PAGE_DOWN },
	{ "previous", MODE_LIST, ACTION_PAGE_UP },
	{ "works", MODE_LIST, ACTION_SWITCH },
	{ "claims", MODE_LIST, ACTION_SWITCH },
};

/* Switching to the type already listed does nothing. */
static enum action
spoken_action(const struct app *app, const char *line)
{
	bool works = app->hits->how.target == RECTYPE_WORK;
	size_t i;

	for (i = 0; i < COUNT(spoken); i++)
		if (text_same(line, spoken[i].word) && app_mode(app) ==
		    spoken[i].mode && !(text_same(line, "works") && works) &&
		    !(text_same(line, "claims") && !works))
			return spoken[i].action;
	return ACTION_NONE;
}

static unsigned
press_keys(struct app *app, const char *keys)
{
	unsigned effects = EFFECT_NONE, key;

	while ((key = key_parse(&keys)) != K_NONE)
		effects = app_key(app, key);
	if (app->prompt != NULL)
		(void)take_line_key(app, ACTION_CANCEL, K_NONE);
	return effects;
}

/* Why a word or number has no effect; NULL if it has one. */
static const char *
nothing_to_do(const struct app *app, const char *line)
{
	bool list = app_mode(app) == MODE_LIST;
	long number;

	if (text_same(line, "next") && !list)
		return "This is the whole page; back goes to the list";
	if (text_same(line, "next") && results_row(app->results) +
	    LINEAR_HITS >= hits_total(app->hits))
		return "No more results";
	return number_integer(line, 0, COUNT_MAX, &number) ? "No such link" :
	    NULL;
}

static unsigned
take_line(struct app *app, const char *line)
{
	const char *why = nothing_to_do(app, line);
	enum action action = spoken_action(app, line);

	app_say(app, why);
	if (why != NULL)
		return EFFECT_BELL;
	if (action == ACTION_SWITCH)
		return search_line_switch(app);
	if (action != ACTION_NONE)
		return app_act(app, action, NULL);
	if (*line == ':')
		return app_run_command(app, line + 1);
	if (*line == '/' && line[1] != '\0')
		return search_line_query(app, line + 1);
	if (action_find(line, strcspn(line, " ")) != ACTION_NONE)
		return app_run_command(app, line);
	if (are_keys(app, line))
		return press_keys(app, line);
	if (text_width(line) > 1)
		return search_line_query(app, line);
	app_say(app, "Type words to search, a number to follow its link, a "
	    "key or a command; ? lists these");
	return EFFECT_BELL;
}

/* In line mode an open prompt would wait for keys that never come. */
unsigned
app_line(struct app *app, const char *line)
{
	unsigned effects;

	app_settle(app);
	effects = take_line(app, line);
	if (app->prompt == NULL)
		return effects;
	(void)take_line_key(app, ACTION_CANCEL, K_NONE);
	return app_fail(app, "Type the words on the same line, after the "
	    "command");
}

const char *
app_message(const struct app *app)
{
	return app->message;
}
