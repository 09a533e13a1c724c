/* Places: where the user is, and was, and how to get from one to another. */
#include "tui/parts.h"

#include "base/text.h"
#include "page/highlight.h"
#include "page/page.h"
#include "page/page_facets.h"
#include "tui/help.h"

enum {
	HISTORY_MAX = 200,
	FACET_ROWS = 12			/* values shown of each facet */
};

void
history_remember(struct app *app)
{
	struct entry *now = app_here(app);

	if (app->page != NULL)
		page_view_place(app->page, &now->selected, &now->top);
	else
		results_place(app->results, &now->selected, &now->top);
}

/* What the results of a search are about. */
static struct doc *
make_facets(struct app *app, const struct entry *to)
{
	const struct search all = { .target = to->target,
	    .order = ORDER_LEVEL };
	void *scratch = mem_context(NULL);
	const struct result *result = library_search(app->library, scratch,
	    &all, to->address.query);
	struct doc *doc = page_facets(app, app->library, result,
	    to->expanded ? 0 : FACET_ROWS, true);

	mem_free(scratch);
	return doc;
}

static struct doc *
make_page(struct app *app, const struct entry *to)
{
	if (to->address.page == PAGE_FACETS)
		return make_facets(app, to);
	if (to->address.page == PAGE_HELP)
		return help_keys(app, app->options.settings->keymap,
		    to->help_for, app->filter);
	return page_make(app, app->library, &to->address);
}

/* Shows the entry that is at hand; false when there is no such page. */
bool
history_show(struct app *app)
{
	const struct entry *to = app_here(app);
	struct doc *doc;

	if (to->address.page == PAGE_SEARCH) {
		mem_free(app->page);
		app->page = NULL;
		if (!search_line_search(app, to->address.query, to))
			return false;
		results_restore(app->results, to->selected, to->top);
		return true;
	}
	/* Filters are those of the results, which must be of this query. */
	if (to->address.page == PAGE_FACETS && (to->target !=
	    results_target(app->results) || !text_same(to->address.query,
	    results_query(app->results))))
		(void)search_line_search(app, to->address.query, to);
	doc = make_page(app, to);
	if (doc == NULL)
		return false;
	if (results_highlights(app->results) != NULL &&
	    to->address.page == PAGE_RECORD)
		page_highlight(doc, results_highlights(app->results), 0);
	mem_free(app->page);
	app->page = page_view_new(app, doc, app->options.columns,
	    app->options.ascii);
	page_view_restore(app->page, to->selected, to->top);
	return true;
}

struct entry *
history_entry_new(struct app *app, const struct address *address)
{
	struct entry *to = mem_new(app, struct entry);

	to->address = address_copy(to, address);
	to->order = ORDER_COUNT;
	return to;
}

struct entry *
history_entry_copy(struct app *app, const struct entry *from)
{
	struct entry *to = history_entry_new(app, &from->address);

	to->target = from->target;
	to->order = from->order;
	to->reversed = from->reversed;
	to->expanded = from->expanded;
	to->selected = from->selected;
	to->top = from->top;
	return to;
}

/* What lies ahead goes; the oldest goes when there are too many. */
void
history_push(struct app *app, struct entry *to)
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

unsigned
history_go(struct app *app, struct entry *to)
{
	history_remember(app);
	history_push(app, to);
	if (history_show(app))
		return EFFECT_DRAW;
	app_say(app, "There is no such page in this bibliography.");
	mem_free(app->history.at[--app->history.count]);
	app->at = app->history.count - 1;
	(void)history_show(app);
	return EFFECT_DRAW;
}

/* Runs what a row of the page of keys is for, where the keys are valid. */
static unsigned
do_row(struct app *app, const char *command)
{
	size_t n = strlen(command);

	(void)history_back(app);
	if (n == 0 || command[n - 1] != ' ')
		return command_run(app, command) | EFFECT_DRAW;
	prompt_open(app, ASK_COMMAND, command);
	return EFFECT_DRAW;
}

unsigned
history_go_to(struct app *app, const char *text)
{
	struct address address;
	void *scratch = mem_context(NULL);
	unsigned effect = EFFECT_BELL;
	struct entry *to;

	if (text != NULL && text_begins(text, HELP_DO)) {
		effect = do_row(app, mem_text(scratch, text +
		    strlen(HELP_DO)));
	} else if (text != NULL && library_resolve(app->library, scratch, text,
	    &address)) {
		to = history_entry_new(app, &address);
		if (app_here(app)->address.page == PAGE_FACETS)
			to->target = app_here(app)->target;
		effect = history_go(app, to);
	} else if (text != NULL) {
		app_say(app, "This link leads to nothing in this bibliography.");
		effect = EFFECT_DRAW;
	}
	mem_free(scratch);
	return effect;
}

unsigned
history_back(struct app *app)
{
	if (app->at == 0)
		return EFFECT_BELL;
	history_remember(app);
	app->at--;
	(void)history_show(app);
	return EFFECT_DRAW;
}

/* "a" to "z": its number; LETTERS if it is none. */
static size_t
letter_number(const char *letter)
{
	return *letter >= 'a' && *letter <= 'z' && letter[1] == '\0' ?
	    (size_t)(*letter - 'a') : LETTERS;
}

static unsigned
no_letter(struct app *app)
{
	app_say(app, "Places are kept under the letters a to z.");
	return EFFECT_DRAW | EFFECT_BELL;
}

unsigned
history_keep(struct app *app, const char *letter)
{
	size_t n = letter_number(letter);
	char *text;

	if (n == LETTERS)
		return no_letter(app);
	history_remember(app);
	mem_free(app->kept[n]);
	app->kept[n] = history_entry_copy(app, app_here(app));
	text = mem_format(NULL, "This place is kept under %s.", letter);
	app_say(app, text);
	mem_free(text);
	return EFFECT_DRAW;
}

unsigned
history_jump(struct app *app, const char *letter)
{
	size_t n = letter_number(letter);

	if (n == LETTERS)
		return no_letter(app);
	if (app->kept[n] == NULL) {
		app_say(app, "No place is kept under this letter.");
		return EFFECT_DRAW | EFFECT_BELL;
	}
	return history_go(app, history_entry_copy(app, app->kept[n]));
}

unsigned
history_forward(struct app *app)
{
	if (app->at + 1 >= app->history.count)
		return EFFECT_BELL;
	history_remember(app);
	app->at++;
	(void)history_show(app);
	return EFFECT_DRAW;
}

unsigned
history_expand(struct app *app)
{
	struct entry *now = app_here(app);

	if (now->address.page != PAGE_FACETS) {
		app_say(app, "Only facets have more to show.");
		return EFFECT_DRAW | EFFECT_BELL;
	}
	now->expanded = !now->expanded;
	now->selected = now->top = 0;
	(void)history_show(app);
	app_say(app, now->expanded ? "All values." : "The most frequent "
	    "values.");
	return EFFECT_DRAW;
}

unsigned
history_filter(struct app *app)
{
	prompt_open(app, ASK_FILTER, "");
	return EFFECT_DRAW;
}

static void
filter_help(struct app *app, const char *text)
{
	mem_free(app->filter);
	app->filter = mem_text(app, text);
	app_here(app)->selected = app_here(app)->top = 0;
	(void)history_show(app);
}

void
history_filter_typed(struct app *app)
{
	filter_help(app, line_edit_text(app->prompt));
}

/* The first row that is left can be run at once. */
unsigned
history_filter_accept(struct app *app)
{
	(void)prompt_close(app);
	page_view_restore(app->page, 1, 0);
	return EFFECT_DRAW;
}

unsigned
history_filter_cancel(struct app *app)
{
	filter_help(app, "");
	return prompt_close(app);
}

unsigned
history_help(struct app *app)
{
	const struct address address = { .page = PAGE_HELP, .id = "keys" };
	struct entry *to;

	if (app_here(app)->address.page == PAGE_HELP)
		return history_back(app);
	mem_free(app->filter);
	app->filter = NULL;
	to = history_entry_new(app, &address);
	to->help_for = app_mode(app);
	return history_go(app, to);
}

/* The facets, the map of what is searched for. */
unsigned
history_go_page(struct app *app, enum page page)
{
	const struct address address = { .page = page,
	    .query = app_here(app)->address.query };
	struct entry *to = history_entry_new(app, &address);

	to->target = app_here(app)->target;
	return history_go(app, to);
}
