/* The search line, and actions on a search. */
#include "tui/search_line.h"

#include <stdint.h>

#include "answer/trace.h"
#include "base/text.h"
#include "tui/history.h"
#include "tui/selecting.h"

/* Copies the text first, as it may belong to the old query. */
static void
change_query(struct entry *now, const char *query)
{
	void *before = (void *)(uintptr_t)now->address.query;

	now->address.query = mem_text(now, query);
	mem_free(before);
}

static void
set_query(struct entry *now, const char *query)
{
	change_query(now, query);
	now->typed = NULL;
	now->off = 0;
}

static void
close_line(struct app *app)
{
	(void)app_close_prompt(app);
	mem_free(app->before);
	app->before = NULL;
	app->first = false;
}

/* Saves the search made before the line was opened. */
static void
keep_before(struct app *app)
{
	history_remember(app);
	app->before = history_entry_copy(app, app_here(app));
}

/*
 * The line starts empty; Up recalls the last search.  On the list, the results
 * stay until something is typed; on a page, the line starts a new search.
 */
unsigned
search_line_open(struct app *app)
{
	const struct address all = { .page = PAGE_SEARCH, .query = "" };

	if (app_here(app)->address.page == PAGE_HELP) {
		app_open_prompt(app, PROMPT_KEYS, "");
		return EFFECT_DRAW;
	}
	app->from_page = !app_has_rows(app);
	if (app->from_page)
		(void)history_go(app, history_entry_new(app, &all));
	if (!app_has_rows(app))
		return EFFECT_DRAW;
	keep_before(app);
	lines_add(app->options.settings->searches,
	    app->before->address.query);
	app_open_prompt(app, PROMPT_SEARCH, "");
	return EFFECT_DRAW;
}

void
search_line_begin(struct app *app)
{
	app->from_page = false;
	keep_before(app);
	app_open_prompt(app, PROMPT_SEARCH, "");
	app->first = true;
}

void
search_line_close(struct app *app)
{
	close_line(app);
}

unsigned
search_line_open_narrow(struct app *app)
{
	app->from_page = false;
	keep_before(app);
	app_open_prompt(app, PROMPT_NARROW, "");
	return EFFECT_DRAW;
}

/* The query in the line; until something is typed, the previous one. */
static char *
typed_query(const struct app *app, const void *ctx)
{
	const char *text = prompt_text(app->prompt);

	if (!app->from_page && !line_edit_is_touched(prompt_line(
	    app->prompt)))
		return mem_text(ctx, app->before->address.query);
	return prompt_kind(app->prompt) == PROMPT_SEARCH ? mem_text(ctx,
	    text) : filter_both(ctx, library_declared(app->library),
	    app->before->address.query, text);
}

void
search_line_finish(struct app *app)
{
	struct entry *now = app_here(app);
	char *query = typed_query(app, NULL);

	app->late = !hits_search(app->hits, query, &now->how);
	if (!app->late)
		set_query(now, query);
	mem_free(query);
	if (app->late)
		return;
	history_entry_top(now);
	history_answer(app);
	app_view(app)->ops->restore(app_view(app), 0, 0);
}

/* Searches while the user types; a newer key interrupts. */
void
search_line_follow(struct app *app)
{
	if (app->options.settings->slow || app->pasting)
		return;
	library_interrupt_when(app->library, app->options.has_key,
	    app->options.user);
	search_line_finish(app);
	library_interrupt_when(app->library, NULL, NULL);
}

unsigned
search_line_switch(struct app *app)
{
	struct entry *now = app_here(app);

	now->how.target = now->how.target == RECTYPE_WORK ? RECTYPE_CLAIM :
	    RECTYPE_WORK;
	history_entry_top(now);
	(void)history_show(app);
	return EFFECT_DRAW;
}

/*
 * Opens the page if the query identifies one work: an identifier, or author and
 * year.
 */
void
search_line_go_straight(struct app *app)
{
	char *address;

	if (!app_has_rows(app) || !app->hits->result->by_name)
		return;
	if (app->hits->result->total == 0)
		(void)search_line_switch(app);	/* a work, while claims are
						   listed */
	if (app->hits->result->total != 1)
		return;
	address = results_row_address(app->results, app);
	(void)history_go_to(app, address);
	mem_free(address);
}

/* A pasted article is not a search, so it is not saved among the searches. */
static unsigned
trace_pasted(struct app *app)
{
	char *text = mem_text(NULL, prompt_text(app->prompt));
	unsigned effects;

	(void)search_line_cancel(app);
	effects = history_trace(app, text);
	mem_free(text);
	return effects;
}

bool
search_line_is_article(const struct app *app)
{
	return app->prompt != NULL && prompt_kind(app->prompt) ==
	    PROMPT_SEARCH && trace_is_article(prompt_text(app->prompt));
}

/* Accepts a search, which becomes a history entry if it is new. */
unsigned
search_line_accept(struct app *app, const char *text)
{
	struct entry *now = app_here(app), *before = app->before, *to;

	(void)text;
	if (search_line_is_article(app))
		return trace_pasted(app);
	search_line_finish(app);
	if (!app->from_page && !text_same(now->address.query,
	    before->address.query)) {
		to = history_entry_new(app, &now->address);
		to->how = now->how;
		set_query(now, before->address.query);
		now->how.target = before->how.target;
		now->selected = before->selected;
		now->top = before->top;
		now->link = before->link;
		history_push(app, to);
		if (prompt_kind(app->prompt) == PROMPT_NARROW)
			selecting_note(app, history_entry_copy(app, before));
	}
	close_line(app);
	results_select_link(app->results, LINK_ANSWER);
	search_line_go_straight(app);
	return EFFECT_DRAW;
}

unsigned
search_line_cancel(struct app *app)
{
	struct entry *now = app_here(app);

	if (app->from_page) {		/* there has been no search yet */
		close_line(app);
		(void)history_back(app);
		mem_free(list_pop(&app->history));
		return EFFECT_DRAW;
	}
	set_query(now, app->before->address.query);
	now->how.target = app->before->how.target;
	now->selected = app->before->selected;
	now->top = app->before->top;
	now->link = app->before->link;
	close_line(app);
	(void)history_show(app);
	return EFFECT_DRAW;
}

/* Shows the list in a new order. */
static unsigned
sorted(struct app *app)
{
	struct entry *now = app_here(app);

	history_entry_top(now);
	(void)history_show(app);
	app_format(app, "Sorted by %s%s", order_name(
	    app->hits->result->order), now->how.reversed ?
	    ", reversed" : "");
	return EFFECT_DRAW;
}

unsigned
search_line_sort(struct app *app, const char *name)
{
	bool reversed = *name == '-';
	enum order order = 0;
	struct entry *now = app_here(app);

	/* First letters suffice: "y" as in the key sequence sy. */
	while (order < ORDER_COUNT && !text_begins(order_name(order), name +
	    reversed))
		order++;
	if (order == ORDER_COUNT || name[reversed] == '\0' ||
	    now->address.page != PAGE_SEARCH)
		return app_fail(app, now->address.page != PAGE_SEARCH ?
		    "Cannot sort a page; q goes back to the results" :
		    "Sort by relevance, level, year, author, title, n or "
		    "list");
	if (order == ORDER_RELEVANCE && !app->hits->result->by_words)
		return app_fail(app, "Relevance needs search words");
	if (order == ORDER_LIST && !app->hits->result->listed)
		return app_fail(app, "To sort by list, first search a reading "
		    "list with list:NAME");
	now->how.order = order;
	now->how.reversed = reversed;
	return sorted(app);
}

unsigned
search_line_reverse(struct app *app)
{
	app_here(app)->how.reversed = !app_here(app)->how.reversed;
	return sorted(app);
}

/* Goes to a search of the same type and order, or traces a whole text. */
unsigned
search_line_query(struct app *app, const char *query)
{
	const struct address address = { .page = PAGE_SEARCH,
	    .query = query };
	struct entry *to;

	if (trace_is_article(query))
		return history_trace(app, query);
	to = history_entry_new(app, &address);
	to->how = app_here(app)->how;
	to->link = LINK_ANSWER;
	return history_go(app, to);
}

unsigned
search_line_narrow(struct app *app, const char *words)
{
	char *query;
	unsigned effects;

	if (!app_has_rows(app))
		return search_line_query(app, words);
	history_remember(app);
	selecting_note(app, history_entry_copy(app, app_here(app)));
	query = filter_both(app, library_declared(app->library), app->hits->query, words);
	effects = search_line_query(app, query);
	mem_free(query);
	return effects;
}

/* Searches for the suggestion instead. */
unsigned
search_line_correct(struct app *app)
{
	char *query = hits_suggestion(app->hits, NULL);
	unsigned effects;

	if (query == NULL)
		return app_fail(app, "No suggestion");
	history_remember(app);
	selecting_note(app, history_entry_copy(app, app_here(app)));
	effects = search_line_query(app, query);
	mem_free(query);
	return effects;
}

/* Shows the search for a text instead of the typed one. */
static unsigned
show_instead(struct app *app, const char *typed, const char *text, size_t off)
{
	struct entry *now = app_here(app);

	now->typed = mem_text(now, typed);
	now->off = off;
	change_query(now, text);
	history_entry_top(now);
	(void)history_show(app);
	return EFFECT_DRAW;
}

/* Undoes a correction; false if there was none. */
static bool
search_as_typed(struct app *app)
{
	const struct entry *now = app_here(app);
	char *text;

	if (now->off != 0 || !app_has_rows(app) ||
	    app->hits->result->corrected == NULL)
		return false;
	text = library_as_typed(app->library, NULL, now->address.query);
	if (text == NULL)
		return false;
	(void)show_instead(app, now->address.query, text, AS_TYPED);
	app_say(app, "Searching as typed");
	mem_free(text);
	return true;
}

/*
 * Undoes a correction, or else searches for the parts of the query as plain
 * text, one at a time, then for all of them.  Finally restores the search.
 */
unsigned
search_line_interpretation(struct app *app)
{
	struct entry *now = app_here(app);
	void *scratch = mem_context(NULL);
	const char *typed = mem_text(scratch, now->typed != NULL ?
	    now->typed : now->address.query);
	char *what = NULL, *text = NULL;

	if (search_as_typed(app)) {
		mem_free(scratch);
		return EFFECT_DRAW;
	}
	if (now->off != AS_TYPED)
		text = library_as_text(app->library, scratch, typed,
		    now->how.target, now->off + 1, &what);
	if (text == NULL && now->off == 0)
		app_say(app, "Already searching as plain text");
	else {
		(void)show_instead(app, typed, text == NULL ? typed : text,
		    text == NULL ? 0 : now->off + 1);
		app_say(app, text == NULL ? "Search restored" : mem_format(
		    scratch, "Searching as plain text: %s", what));
	}
	mem_free(scratch);
	return EFFECT_DRAW;
}
