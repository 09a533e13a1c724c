/* Finding: the search line, and what is done with a search. */
#include "ui/parts.h"

#include "base/text.h"
#include "page/lens.h"
#include "page/page_search.h"

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

/* In whom the works found were done, under the list. */
static void
count_studied(struct app *app, const struct result *result)
{
	struct lens_counts counts = { .people = 0 };
	char *words;

	if (result->asked->target == PLAN_WORKS && result->total > 0)
		counts = lens_of_result(app->library, result);
	app->unseen = lens_warning(&counts) != NULL;
	words = lens_say(NULL, &counts);
	mem_free(app->studied);
	app->studied = mem_format(app, "%s%s%s%s", *words == '\0' ? "" : " ",
	    app->unseen ? "NOT SEEN IN PEOPLE: " : "", words, *words == '\0' ?
	    "" : " ");
	mem_free(words);
}

/* False when it was interrupted or failed: then all is as it was. */
bool
finding_search(struct app *app, const char *query, const struct location *how)
{
	const struct result *result;

	if (!results_search(app->results, query, how->target, how->order))
		return false;
	result = results_result(app->results);
	mem_free(app->reading);
	mem_free(app->remark);
	app->reading = say_reading(app, result->plan);
	count_studied(app, result);
	app->remark = make_remark(app, result);
	return true;
}

static void
set_query(struct location *now, const char *query)
{
	now->address.query = mem_text(now, query);
	now->typed = NULL;
	now->off = 0;
}

/* The search line is opened over the results; from a page, a new search. */
unsigned
finding_open(struct app *app)
{
	const struct address all = { .page = PAGE_SEARCH, .query = "" };
	const char *text = "";

	app->from_page = app->page != NULL;
	if (app->from_page)
		(void)places_go(app, places_new(app, &all));
	else
		text = results_query(app->results);
	if (app->page != NULL)
		return EFFECT_DRAW;
	places_remember(app);
	app->before = places_new(app, &app_here(app)->address);
	app->before->target = app_here(app)->target;
	app->before->order = app_here(app)->order;
	app->before->selected = app_here(app)->selected;
	app->before->top = app_here(app)->top;
	app->prompt = prompt_new(app, text);
	return EFFECT_DRAW;
}

void
finding_typed(struct app *app)
{
	struct location *now = app_here(app);

	app->late = !finding_search(app, prompt_text(app->prompt), now);
	if (app->late)
		return;
	set_query(now, prompt_text(app->prompt));
	now->selected = now->top = 0;
}

/* What is typed is searched for at once; a newer key interrupts. */
void
finding_follow(struct app *app)
{
	library_interrupt_when(app->library, app->options.has_key,
	    app->options.user);
	finding_typed(app);
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
unsigned
finding_switch(struct app *app)
{
	struct location *now = app_here(app);

	now->target = now->target == PLAN_WORKS ? PLAN_CLAIMS : PLAN_WORKS;
	now->selected = now->top = 0;
	(void)places_show(app);
	return EFFECT_DRAW;
}

/* An identifier, or an author and a year, that names one work: its page. */
void
finding_go_straight(struct app *app)
{
	const struct plan *plan = results_result(app->results)->plan;
	const struct part *part = plan->parts.count != 1 ? NULL :
	    plan->parts.at[0];
	char *address;

	if (app->page != NULL || part == NULL ||
	    part->kind != PART_IDENTIFIER)
		return;
	if (results_result(app->results)->total == 0)
		(void)finding_switch(app);	/* a work, among claims */
	if (results_result(app->results)->total != 1)
		return;
	address = results_selected(app->results, app);
	(void)places_go_to(app, address);
	mem_free(address);
}

unsigned
finding_accept(struct app *app)
{
	struct location *now = app_here(app), *before = app->before, *to;

	finding_typed(app);
	if (!app->from_page && !text_same(now->address.query,
	    before->address.query)) {
		to = places_new(app, &now->address);
		to->target = now->target;
		to->order = now->order;
		set_query(now, before->address.query);
		now->target = before->target;
		now->selected = before->selected;
		now->top = before->top;
		places_push(app, to);
	}
	close_prompt(app);
	finding_go_straight(app);
	return EFFECT_DRAW;
}

unsigned
finding_cancel(struct app *app)
{
	struct location *now = app_here(app);

	if (app->from_page) {		/* the search never was */
		close_prompt(app);
		(void)places_back(app);
		mem_free(app->history.at[--app->history.count]);
		return EFFECT_DRAW;
	}
	set_query(now, app->before->address.query);
	now->target = app->before->target;
	now->selected = app->before->selected;
	now->top = app->before->top;
	close_prompt(app);
	(void)places_show(app);
	return EFFECT_DRAW;
}

unsigned
finding_next_order(struct app *app)
{
	struct location *now = app_here(app);
	enum search_order order = results_result(app->results)->order;
	char *text;

	do {
		order = (enum search_order)((order + 1) % ORDER_COUNT);
	} while (order == ORDER_RELEVANCE &&
	    !results_result(app->results)->plan->ranked);
	now->order = order;
	now->selected = now->top = 0;
	(void)places_show(app);
	text = mem_format(NULL, "Sorted by %s.", search_order_name(order));
	app_say(app, text);
	mem_free(text);
	return EFFECT_DRAW;
}

/* Puts the words that were suggested in place of the mistyped ones. */
unsigned
finding_correct(struct app *app)
{
	const char *corrected = results_result(app->results)->corrected;
	struct address address = { .page = PAGE_SEARCH, .query = corrected };
	struct location *to;

	if (corrected == NULL)
		return EFFECT_BELL;
	to = places_new(app, &address);
	to->target = app_here(app)->target;
	to->order = app_here(app)->order;
	return places_go(app, to);
}

/*
 * Takes one part of the query after the other as text, then all of them, then
 * none again.
 */
unsigned
finding_reading(struct app *app)
{
	struct location *now = app_here(app);
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
	(void)places_show(app);
	app_say(app, text == NULL ? "Read as before." : mem_format(scratch,
	    "Taken as text: %s", what));
	mem_free(scratch);
	return EFFECT_DRAW;
}
