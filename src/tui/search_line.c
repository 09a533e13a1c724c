/* Finding: the search line, and what is done with a search. */
#include "tui/parts.h"

#include "base/text.h"
#include "page/subjects.h"
#include "page/page_search.h"

static char *
make_remark(const struct app *app, const struct result *result)
{
	char *notes = wording_notes(app, result);
	char *relaxation = wording_relaxation(notes, result), *remark;

	remark = mem_format(app, "%s%s%s", notes, *notes == '\0' ||
	    *relaxation == '\0' ? "" : "; ", relaxation);
	mem_free(notes);
	return remark;
}

/* In whom the works found were done, under the list. */
static void
count_studied(struct app *app, const struct result *result)
{
	struct subject_counts counts = { .people = 0 };
	char *words;

	if (result->asked->target == PLAN_WORKS && result->total > 0)
		counts = subjects_of_result(app->library, result);
	app->unseen = subjects_warning(&counts) != NULL;
	words = subjects_say(NULL, &counts);
	mem_free(app->studied);
	app->studied = mem_format(app, "%s%s%s%s", *words == '\0' ? "" : " ",
	    app->unseen ? "NOT SEEN IN PEOPLE: " : "", words, *words == '\0' ?
	    "" : " ");
	mem_free(words);
}

/* False when it was interrupted or failed: then all is as it was. */
bool
search_line_search(struct app *app, const char *query, const struct entry *how)
{
	const struct result *result;

	if (!results_search(app->results, query, how->target, how->order))
		return false;
	results_reverse(app->results, how->reversed);
	/* What is counted of a search that is done must not be cut short. */
	library_interrupt_when(app->library, NULL, NULL);
	result = results_result(app->results);
	mem_free(app->reading);
	mem_free(app->remark);
	app->reading = wording_interpretation(app, result->plan);
	count_studied(app, result);
	app->remark = make_remark(app, result);
	return true;
}

static void
set_query(struct entry *now, const char *query)
{
	now->address.query = mem_text(now, query);
	now->typed = NULL;
	now->off = 0;
}

/* What the search was before the line was opened. */
static void
keep_before(struct app *app)
{
	history_remember(app);
	app->before = history_entry_copy(app, app_here(app));
}

/* The search line is opened over the results; from a page, a new search. */
unsigned
search_line_open(struct app *app)
{
	const struct address all = { .page = PAGE_SEARCH, .query = "" };
	const char *text = "";

	if (app->page != NULL && app_here(app)->address.page == PAGE_HELP)
		return history_filter(app);
	app->from_page = app->page != NULL;
	if (app->from_page)
		(void)history_go(app, history_entry_new(app, &all));
	else
		text = results_query(app->results);
	if (app->page != NULL)
		return EFFECT_DRAW;
	keep_before(app);
	prompt_open(app, ASK_SEARCH, text);
	return EFFECT_DRAW;
}

unsigned
search_line_open_narrow(struct app *app)
{
	app->from_page = false;
	keep_before(app);
	prompt_open(app, ASK_NARROW, "");
	return EFFECT_DRAW;
}

/* The query that the line means. */
static char *
typed_query(const struct app *app, const void *ctx)
{
	const char *text = line_edit_text(app->prompt);

	return app->ask == ASK_SEARCH ? mem_text(ctx, text) : filter_both(
	    ctx, app->before->address.query, text);
}

void
search_line_typed(struct app *app)
{
	struct entry *now = app_here(app);
	char *query = typed_query(app, now);

	app->late = !search_line_search(app, query, now);
	if (app->late)
		return;
	set_query(now, query);
	now->selected = now->top = 0;
}

/* What is typed is searched for at once; a newer key interrupts. */
void
search_line_follow(struct app *app)
{
	if (app->options.settings->slow || app->pasting)
		return;
	library_interrupt_when(app->library, app->options.has_key,
	    app->options.user);
	search_line_typed(app);
	library_interrupt_when(app->library, NULL, NULL);
}

unsigned
search_line_switch(struct app *app)
{
	struct entry *now = app_here(app);

	now->target = now->target == PLAN_WORKS ? PLAN_CLAIMS : PLAN_WORKS;
	now->selected = now->top = 0;
	(void)history_show(app);
	return EFFECT_DRAW;
}

/* An identifier, or an author and a year, that names one work: its page. */
void
search_line_go_straight(struct app *app)
{
	const struct plan *plan = results_result(app->results)->plan;
	const struct part *part = plan->parts.count != 1 ? NULL :
	    plan->parts.at[0];
	char *address;

	if (app->page != NULL || part == NULL ||
	    part->kind != PART_IDENTIFIER)
		return;
	if (results_result(app->results)->total == 0)
		(void)search_line_switch(app);	/* a work, among claims */
	if (results_result(app->results)->total != 1)
		return;
	address = results_selected(app->results, app);
	(void)history_go_to(app, address);
	mem_free(address);
}

/* A search that was accepted is a place of its own, if it is another one. */
unsigned
search_line_accept(struct app *app)
{
	struct entry *now = app_here(app), *before = app->before, *to;

	search_line_typed(app);
	if (!app->from_page && !text_same(now->address.query,
	    before->address.query)) {
		to = history_entry_new(app, &now->address);
		to->target = now->target;
		to->order = now->order;
		to->reversed = now->reversed;
		set_query(now, before->address.query);
		now->target = before->target;
		now->selected = before->selected;
		now->top = before->top;
		history_push(app, to);
		if (app->ask == ASK_NARROW)
			selecting_note(app, history_entry_copy(app, before));
	}
	(void)prompt_close(app);
	search_line_go_straight(app);
	return EFFECT_DRAW;
}

unsigned
search_line_cancel(struct app *app)
{
	struct entry *now = app_here(app);

	if (app->from_page) {		/* the search never was */
		(void)prompt_close(app);
		(void)history_back(app);
		mem_free(app->history.at[--app->history.count]);
		return EFFECT_DRAW;
	}
	set_query(now, app->before->address.query);
	now->target = app->before->target;
	now->selected = app->before->selected;
	now->top = app->before->top;
	(void)prompt_close(app);
	(void)history_show(app);
	return EFFECT_DRAW;
}

/* Shows the list in the order that was set. */
static unsigned
sorted(struct app *app)
{
	struct entry *now = app_here(app);
	char *text;

	now->selected = now->top = 0;
	(void)history_show(app);
	text = mem_format(NULL, "Sorted by %s%s.", search_order_name(
	    results_result(app->results)->order), now->reversed ?
	    ", the last first" : "");
	app_say(app, text);
	mem_free(text);
	return EFFECT_DRAW;
}

unsigned
search_line_sort(struct app *app, const char *name)
{
	bool reversed = *name == '-';
	enum search_order order = search_order_find(name + reversed);
	struct entry *now = app_here(app);

	if (order == ORDER_COUNT || app->page != NULL) {
		app_say(app, app->page != NULL ? "Only results are sorted." :
		    "One can sort by relevance, level, year, author, title "
		    "or n.");
		return EFFECT_DRAW | EFFECT_BELL;
	}
	if (order == ORDER_RELEVANCE &&
	    !results_result(app->results)->plan->ranked) {
		app_say(app, "There are no words to be relevant for.");
		return EFFECT_DRAW | EFFECT_BELL;
	}
	now->order = order;
	now->reversed = reversed;
	return sorted(app);
}

unsigned
search_line_reverse(struct app *app)
{
	app_here(app)->reversed = !app_here(app)->reversed;
	return sorted(app);
}

/* Goes to a search of the same kind and order. */
unsigned
search_line_query(struct app *app, const char *query)
{
	const struct address address = { .page = PAGE_SEARCH,
	    .query = query };
	struct entry *to = history_entry_new(app, &address);

	to->target = app_here(app)->target;
	to->order = app_here(app)->order;
	to->reversed = app_here(app)->reversed;
	return history_go(app, to);
}

unsigned
search_line_narrow(struct app *app, const char *words)
{
	char *query;
	unsigned effects;

	if (app->page != NULL)
		return search_line_query(app, words);
	history_remember(app);
	selecting_note(app, history_entry_copy(app, app_here(app)));
	query = filter_both(app, results_query(app->results), words);
	effects = search_line_query(app, query);
	mem_free(query);
	return effects;
}

/* The part without which least, but something, is found; or NULL. */
static const struct part *
part_to_leave_out(const struct result *result)
{
	const struct part_count *count, *best = NULL;
	size_t i;

	for (i = 0; result->total == 0 && result->counts.count > 1 &&
	    i < result->counts.count; i++) {
		count = result->counts.at[i];
		if (!count->part->negated && count->without > 0 &&
		    count->part->start < count->part->end && (best == NULL ||
		    count->without < best->without))
			best = count;
	}
	return best == NULL ? NULL : best->part;
}

char *
search_line_suggestion(const struct app *app, const void *ctx)
{
	const struct result *result = results_result(app->results);
	const char *text = result->asked->query->text;
	const struct part *part = part_to_leave_out(result);
	char *query, *clean;

	if (result->corrected != NULL)
		return mem_text(ctx, result->corrected);
	if (part == NULL || !text_same(text, result->plan->query->text))
		return NULL;
	query = mem_format(NULL, "%.*s %s", (int)part->start, text, text +
	    part->end);
	clean = text_clean(ctx, query, strlen(query));
	mem_free(query);
	return clean;
}

/* Searches for what is suggested instead. */
unsigned
search_line_correct(struct app *app)
{
	char *query = search_line_suggestion(app, NULL);
	unsigned effects;

	if (query == NULL) {
		app_say(app, "Nothing was suggested.");
		return EFFECT_DRAW | EFFECT_BELL;
	}
	history_remember(app);
	selecting_note(app, history_entry_copy(app, app_here(app)));
	effects = search_line_query(app, query);
	mem_free(query);
	return effects;
}

/*
 * Takes one part of the query after the other as text, then all of them, then
 * none again.
 */
unsigned
search_line_interpretation(struct app *app)
{
	struct entry *now = app_here(app);
	const char *typed = now->typed != NULL ? now->typed :
	    now->address.query;
	void *scratch = mem_context(NULL);
	char *what = NULL, *text = library_as_text(app->library, scratch,
	    typed, now->target, now->off + 1, &what);

	if (text == NULL && now->off == 0) {
		app_say(app, "Nothing to switch off: all of it was taken as text.");
		mem_free(scratch);
		return EFFECT_DRAW;
	}
	now->typed = mem_text(now, typed);
	now->off = text == NULL ? 0 : now->off + 1;
	now->address.query = mem_text(now, text == NULL ? typed : text);
	now->selected = now->top = 0;
	(void)history_show(app);
	app_say(app, text == NULL ? "Read as before." : mem_format(scratch,
	    "Taken as text: %s", what));
	mem_free(scratch);
	return EFFECT_DRAW;
}
