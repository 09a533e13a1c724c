/* History: the current and earlier pages, and moving between them. */
#include "tui/history.h"

#include <assert.h>

#include "base/text.h"
#include "page/highlight.h"
#include "page/page.h"
#include "page/page_answer.h"
#include "page/page_facets.h"
#include "page/page_start.h"
#include "tui/help.h"
#include "tui/shown.h"
#include "tui/view_page.h"

enum {
	HISTORY_MAX = 200,
	FACET_ROWS = 12			/* values shown per facet */
};

void
history_remember(struct app *app)
{
	struct entry *now = app_here(app);

	app_view(app)->ops->place(app_view(app), &now->selected, &now->top);
	now->link = app->page == NULL ? results_link(app->results) : 0;
}

/* The facets of a search. */
static struct doc *
make_facets(struct app *app, const struct entry *to)
{
	const struct search all = { .target = to->how.target,
	    .order = ORDER_LEVEL };
	void *scratch = mem_context(NULL);
	const struct result *result = library_search(app->library, scratch,
	    &all, to->address.query);
	struct doc *doc = page_facets(app, app->library, result,
	    to->expanded ? 0 : FACET_ROWS, true);
	struct err err = ERR_INIT;

	mem_free(scratch);
	if (library_ok(app->library, &err))
		return doc;
	mem_free(doc);
	return NULL;
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

/* Runs the search of an entry; false if it was interrupted or failed. */
static bool
history_search(struct app *app, const struct entry *entry)
{
	return hits_search(app->hits, entry->address.query, &entry->how);
}

/*
 * The document above the results: the answer or, without a query, how to begin.
 */
static struct doc *
make_answer(struct app *app)
{
	if (app->resuming)
		return NULL;
	if (*app->hits->query == '\0' && hits_kind(app->hits) ==
	    RECTYPE_WORK)
		return page_welcome(app, app->library, app->hits->result);
	/* An incomplete answer would be wrong, so it cannot be interrupted. */
	library_interrupt_when(app->library, NULL, NULL);
	return page_answer(app, app->library, app->hits->result);
}

void
history_answer(struct app *app)
{
	results_set_answer(app->results, make_answer(app));
}

/* The results of a search; the position in them is restored later. */
static bool
show_results(struct app *app, const struct entry *to)
{
	if (!history_search(app, to))
		return false;
	mem_free(app->page);
	app->page = NULL;
	history_answer(app);
	return true;
}

static bool
show_page(struct app *app, const struct entry *to)
{
	struct hits *hits = app->hits;
	struct doc *doc;

	/*
	 * The filters belong to the results, so these must be the results of
	 * this query.
	 */
	if (to->address.page == PAGE_FACETS && (to->how.target !=
	    hits->how.target || !text_same(to->address.query, hits->query)))
		(void)history_search(app, to);
	doc = make_page(app, to);
	if (doc == NULL)
		return false;
	if (hits->marks != NULL && to->address.page == PAGE_RECORD)
		page_highlight(doc, hits->marks, 0);
	mem_free(app->page);
	app->page = page_view_new(app, doc, to->address.page == PAGE_MAP,
	    app->options.columns, app->options.ascii);
	return true;
}

bool
history_show(struct app *app)
{
	const struct entry *to = app_here(app);

	assert(to->address.query != NULL);
	app->backwards = false;
	shown_take(app);
	if (!(to->address.page == PAGE_SEARCH ? show_results(app, to) :
	    show_page(app, to)))
		return false;
	app_view(app)->ops->restore(app_view(app), to->selected, to->top);
	if (app->page == NULL && !app->options.linear)
		results_select_link(app->results, to->link);
	return true;
}

struct entry *
history_entry_new(struct app *app, const struct address *address)
{
	struct entry *to = mem_new(app, struct entry);

	to->address = address_copy(to, address);
	to->how = (struct asked){ RECTYPE_WORK, ORDER_COUNT, false };
	return to;
}

struct entry *
history_entry_copy(struct app *app, const struct entry *from)
{
	struct entry *to = history_entry_new(app, &from->address);

	to->how = from->how;
	to->expanded = from->expanded;
	to->selected = from->selected;
	to->top = from->top;
	to->link = from->link;
	return to;
}

void
history_entry_top(struct entry *entry)
{
	entry->selected = entry->top = entry->link = 0;
}

/*
 * Appends an entry.  Drops later entries, and the oldest one if there are too
 * many.
 */
void
history_push(struct app *app, struct entry *to)
{
	struct list *history = &app->history;

	assert(to != NULL);
	while (history->count > app->at + 1)
		mem_free(list_pop(history));
	if (history->count == HISTORY_MAX)
		mem_free(list_take(history, 0));
	list_add(app, history, to);
	app->at = history->count - 1;
	assert(history->count <= HISTORY_MAX);
}

unsigned
history_go(struct app *app, struct entry *to)
{
	assert(to != NULL);
	history_remember(app);
	history_push(app, to);
	if (history_show(app))
		return EFFECT_DRAW;
	app_say(app, "No such page");
	mem_free(list_pop(&app->history));
	app->at = app->history.count - 1;
	(void)history_show(app);
	return EFFECT_DRAW;
}

unsigned
history_replace(struct app *app, const struct address *address)
{
	struct entry *now = app_here(app);

	now->address = address_copy(now, address);
	history_entry_top(now);
	(void)history_show(app);
	return EFFECT_DRAW;
}

/* A row on the page of keys runs in the mode where its keys are valid. */
static unsigned
do_row(struct app *app, const char *command)
{
	(void)history_back(app);
	mem_free(app->command);
	app->command = mem_text(app, command);
	return EFFECT_DRAW | EFFECT_COMMAND;
}

unsigned
history_trace(struct app *app, const char *text)
{
	const struct address address = { .page = PAGE_TRACE, .query = text };

	return history_go(app, history_entry_new(app, &address));
}

unsigned
history_go_to(struct app *app, const char *text)
{
	struct address address;
	void *scratch = mem_context(NULL);
	unsigned effect;
	struct entry *to;

	if (text == NULL) {
		effect = app_fail(app, app_has_rows(app) ? "No results to open" :
		    "Select a link first, with Tab");
	} else if (text_begins(text, HELP_DO)) {
		effect = do_row(app, mem_text(scratch, text +
		    strlen(HELP_DO)));
	} else if (library_resolve(app->library, scratch, text, &address)) {
		to = history_entry_new(app, &address);
		if (app_here(app)->address.page == PAGE_FACETS)
			to->how.target = app_here(app)->how.target;
		effect = history_go(app, to);
	} else {
		effect = app_fail(app, "No such page");
	}
	mem_free(scratch);
	return effect;
}

unsigned
history_back(struct app *app)
{
	if (app->at == 0)
		return app_fail(app, "This is the first screen; q quits");
	history_remember(app);
	app->at--;
	(void)history_show(app);
	return EFFECT_DRAW;
}

unsigned
history_forward(struct app *app)
{
	if (app->at + 1 >= app->history.count)
		return app_fail(app, "This is the last screen; < goes back");
	history_remember(app);
	app->at++;
	(void)history_show(app);
	return EFFECT_DRAW;
}

unsigned
history_expand(struct app *app)
{
	struct entry *now = app_here(app);

	if (app->page == NULL)
		return results_expand(app->results) ? EFFECT_DRAW :
		    app_fail(app, "The whole answer is shown");
	if (now->address.page != PAGE_FACETS)
		return app_fail(app, "Nothing more to show here");
	now->expanded = !now->expanded;
	history_entry_top(now);
	(void)history_show(app);
	app_say(app, now->expanded ? "All values" : "The most frequent "
	    "values");
	return EFFECT_DRAW;
}

void
history_filter_help(struct app *app, const char *text)
{
	mem_free(app->filter);
	app->filter = text == NULL ? NULL : mem_text(app, text);
	history_entry_top(app_here(app));
	(void)history_show(app);
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
	to->help_for = app_view(app)->ops->mode;
	return history_go(app, to);
}

unsigned
history_help_words(struct app *app, const char *words)
{
	const struct doc *doc;
	size_t rows = 0, i;

	if (app_here(app)->address.page != PAGE_HELP)
		(void)history_help(app);
	app_here(app)->help_for = MODE_COUNT;
	history_filter_help(app, words);
	doc = app_view(app)->ops->text(app_view(app), app);
	for (i = 0; i < doc->blocks.count; i++)
		rows += ((const struct block *)list_at(&doc->blocks, i))->kind
		    == BLOCK_ROW;
	if (rows > 0)
		return EFFECT_DRAW;
	history_filter_help(app, "");
	app_format(app, "No key or command matches \"%s\"; showing all. / "
	    "filters them", words);
	return EFFECT_DRAW | EFFECT_BELL;
}

/* Goes to the facets or map of the current search. */
unsigned
history_go_page(struct app *app, enum page page)
{
	const struct address address = { .page = page,
	    .query = app_here(app)->address.query };
	struct entry *to = history_entry_new(app, &address);

	assert(address_page_name((int)page) != NULL);
	to->how.target = app_here(app)->how.target;
	return history_go(app, to);
}

unsigned
history_open(struct app *app)
{
	char *address = app_view(app)->ops->selected(app_view(app), NULL);
	unsigned effects = history_go_to(app, address);

	mem_free(address);
	return effects;
}

unsigned
history_close(struct app *app)
{
	if (app->bare) {
		app->bare = false;
		return EFFECT_DRAW;
	}
	return app->at == 0 ? EFFECT_QUIT : history_back(app);
}
