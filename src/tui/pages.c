/* Pages: other views of the current page. */
#include "tui/pages.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "page/subjects.h"
#include "page/page_compare.h"
#include "tui/history.h"
#include "tui/pico.h"
#include "tui/practising.h"

/* Going to pages. */

static unsigned
go(struct app *app, const struct address *address)
{
	if (app_here(app)->address.page == address->page &&
	    address->page != PAGE_RECORD)
		return app_fail(app, "You are already on this page; q goes back");
	return history_go(app, history_entry_new(app, address));
}

/*
 * The search for the current record, owned by `ctx`: "FACET:ID" for a term,
 * "id:ID" for a work, its address for practice; NULL for others.
 */
static char *
query_of_record(const struct app *app, const void *ctx, enum page page)
{
	const struct address *here = &app_here(app)->address;
	const struct term *term;

	if (page == PAGE_PRACTICE)
		return address_of(ctx, here->kind, here->id);
	if (here->kind == RECTYPE_WORK)
		return mem_format(ctx, "id:%s", here->id);
	term = here->kind == RECTYPE_TERM ? library_record(app->library, ctx,
	    RECTYPE_TERM, here->id) : NULL;
	return term == NULL ? NULL : library_clause(app->library, ctx,
	    term->facet, term->id);
}

/* Goes to a page about the current record: a reading list, a work ... */
static unsigned
go_about_record(struct app *app, enum page page)
{
	void *scratch = mem_context(NULL);
	char *words = query_of_record(app, scratch, page);
	unsigned effects = EFFECT_DRAW | EFFECT_BELL;

	if (words == NULL)
		app_format(app, "Usage: :%s QUERY (without QUERY only on "
		    "results, works and terms)", address_page_name((int)page));
	else
		effects = history_go(app, history_entry_new(app,
		    &(struct address){ .page = page, .query = words }));
	mem_free(scratch);
	return effects;
}

unsigned
pages_go(struct app *app, enum page page, enum page_about about,
    const char *words)
{
	assert(page <= PAGE_NAMES);
	if (words != NULL)
		return history_go(app, history_entry_new(app,
		    &(struct address){ .page = page, .query = words }));
	if (page == PAGE_PICO)
		return pico_people_open(app);
	if (page == PAGE_PRACTICE && app_here(app)->address.page == page)
		return practising_open_next(app);
	if (about == PAGE_ABOUT_QUERY && app_here(app)->address.page ==
	    PAGE_RECORD)
		return go_about_record(app, page);
	if (about == PAGE_ABOUT_QUERY && app_here(app)->address.page != page)
		return history_go_page(app, page);
	return go(app, &(struct address){ .page = page, .query = "" });
}

/* Goes to the claims of the current search, or all. */
unsigned
pages_claims(struct app *app)
{
	const struct entry *now = app_here(app);
	bool narrow = now->address.page == PAGE_SEARCH && now->how.target ==
	    RECTYPE_CLAIM;

	return go(app, &(struct address){ .page = PAGE_CLAIMS, .query = narrow
	    ? now->address.query : "" });
}

unsigned
pages_tour(struct app *app)
{
	void *scratch = mem_context(NULL);
	struct list ids = library_ids(app->library, scratch, RECTYPE_TOUR);
	unsigned effect = EFFECT_DRAW;

	if (ids.count == 0)
		app_say(app, "No tour in this bibliography");
	else
		effect = go(app, &(struct address){ .page = PAGE_RECORD,
		    .kind = RECTYPE_TOUR, .id = list_at(&ids, 0),
		    .query = "" });
	mem_free(scratch);
	return effect;
}

/* "(technique:a OR technique:b)" for a work, "FACET:ID" for a term. */
static char *
query_at_hand(const struct app *app, const void *ctx)
{
	const struct address *at = &app_here(app)->address;
	const struct work *work;
	struct buf out = { .data = NULL };
	char *query;
	size_t i;

	if (at->page != PAGE_RECORD)
		return mem_text(ctx, at->query);
	if (at->kind == RECTYPE_TERM && (query = query_of_record(app, ctx,
	    PAGE_SAFETY)) != NULL)
		return query;
	if (at->kind != RECTYPE_WORK || (work = library_record(app->library, ctx,
	    RECTYPE_WORK, at->id)) == NULL)
		return mem_text(ctx, "");
	for (i = 0; i < work->techniques.count; i++)
		buf_format(ctx, &out, "%s%s", i > 0 ? " OR " : "",
		    library_clause(app->library, ctx, "technique", list_at(
		    &work->techniques, i)));
	return out.data != NULL ? out.data : mem_text(ctx, "");
}

unsigned
pages_safety(struct app *app)
{
	void *scratch = mem_context(NULL);
	const struct address address = { .page = PAGE_SAFETY,
	    .query = query_at_hand(app, scratch) };
	unsigned effect = go(app, &address);

	mem_free(scratch);
	return effect;
}

/* Handouts. */

unsigned
pages_handout_of(struct app *app, const char *list)
{
	const enum cite_style style = app->options.settings->citation;
	const struct address address = { .page = PAGE_HANDOUT, .query = list,
	    .style = style == CITE_AMA ? NULL : cite_style_name(style) };

	return history_go(app, history_entry_new(app, &address));
}

unsigned
pages_handout(struct app *app)
{
	struct address address = app_here(app)->address;

	if (address.page == PAGE_HANDOUT) {
		address.answers = address.answers == NULL ? "yes" : NULL;
		app_say(app, address.answers == NULL ? "For students" :
		    "For teachers, with the answers");
		return history_replace(app, &address);
	}
	if (address.page != PAGE_RECORD || address.kind != RECTYPE_LIST)
		return app_fail(app, "Handouts are made from reading lists; A "
		    "shows them");
	return pages_handout_of(app, address.id);
}

/* Comparing. */

static void
pages_add_work(const void *ctx, struct list *ids, const char *address)
{
	const char *id;

	if (address == NULL || !text_begins(address, "work/"))
		return;
	id = address + strlen("work/");
	if (!list_holds(ids, id))
		list_add(ctx, ids, mem_text(ctx, id));
}

static struct list
selection_works(const struct app *app, const void *ctx)
{
	const struct list *marked = selection_list(app->selection);
	struct list ids = { .at = NULL };
	size_t i;

	for (i = 0; i < marked->count; i++)
		pages_add_work(ctx, &ids, list_at(marked, i));
	return ids;
}

static char *
join(const void *ctx, const struct list *ids, const char *before,
    const char *between)
{
	struct buf out = { .data = NULL };
	size_t i;

	for (i = 0; i < ids->count; i++)
		buf_format(ctx, &out, "%s%s%s", i > 0 ? between : "", before,
		    (const char *)list_at(ids, i));
	return out.data;
}

unsigned
pages_plot(struct app *app)
{
	void *scratch = mem_context(NULL);
	struct list ids = selection_works(app, scratch);
	const struct address address = { .page = PAGE_PLOT,
	    .query = join(scratch, &ids, "id:", " OR ") };
	unsigned effect;

	if (ids.count == 0 || !app_has_rows(app)) {
		effect = pages_go(app, PAGE_PLOT, PAGE_ABOUT_QUERY, NULL);
	} else {
		effect = go(app, &address);
		app_say(app, "Plotting the selected works; U clears the selection "
		    "and plots all");
	}
	mem_free(scratch);
	return effect;
}

unsigned
pages_plot_of(struct app *app, const char *words)
{
	return pages_go(app, PAGE_PLOT, PAGE_ABOUT_QUERY, words);
}

unsigned
pages_compare(struct app *app)
{
	struct address address = { .page = PAGE_COMPARE, .query = "" };
	void *scratch = mem_context(NULL);
	struct list ids = { .at = NULL }, marked = selection_works(app, scratch);
	unsigned effect = EFFECT_DRAW;
	size_t i;

	if (app_here(app)->address.page == PAGE_RECORD &&
	    app_here(app)->address.kind == RECTYPE_TOPIC) {
		mem_free(scratch);
		app_open_prompt(app, PROMPT_COMMAND, "compare topic/");
		return EFFECT_DRAW;
	}
	if (!app_has_rows(app))
		pages_add_work(scratch, &ids, app_address(app, scratch));
	for (i = 0; i < marked.count; i++)
		if (!list_holds(&ids, list_at(&marked, i)))
			list_add(scratch, &ids, list_at(&marked, i));
	if (app_has_rows(app) && ids.count < COMPARE_LEAST)
		pages_add_work(scratch, &ids, app_subject(app, scratch));
	address.works = join(scratch, &ids, "", ",");
	if (ids.count < COMPARE_LEAST)
		app_say(app, "Select two to four works with Space first");
	else
		effect = go(app, &address);
	if (ids.count > COMPARE_MOST)
		app_say(app, "Comparing the first four of your selection");
	mem_free(scratch);
	return effect;
}

unsigned
pages_compare_with(struct app *app, const char *other)
{
	void *scratch = mem_context(NULL);
	const char *here = app_address(app, scratch);
	const struct address address = { .page = PAGE_COMPARE, .query = "",
	    .works = mem_format(scratch, "%s,%s", here, other) };
	struct address one, two;
	unsigned effects = EFFECT_DRAW;

	if (library_resolve(app->library, scratch, here, &one) &&
	    library_resolve(app->library, scratch, other, &two) &&
	    one.page == PAGE_RECORD && two.page == PAGE_RECORD && one.kind ==
	    two.kind && text_same(one.id, two.id))
		app_say(app, "This is the same page: compare it with another");
	else
		effects = history_go(app, history_entry_new(app, &address));
	mem_free(scratch);
	return effects;
}

/* Changing the view. */

static unsigned
subjects_on_results(struct app *app)
{
	struct entry *now = app_here(app);
	void *scratch = mem_context(NULL);
	char *rest;
	const char *filter = subjects_of_query(scratch, now->address.query,
	    &rest);

	if (now->how.target == RECTYPE_CLAIM) {
		app_say(app, "Open a claim to filter its works by people / "
		    "animals / cells");
		mem_free(scratch);
		return EFFECT_DRAW;
	}
	filter = subjects_next(filter);
	now->address.query = mem_text(now, subjects_query(scratch, rest, filter));
	history_entry_top(now);
	now->typed = NULL;
	(void)history_show(app);
	app_format(app, "Shown: %s.", subjects_name(filter));
	mem_free(scratch);
	return EFFECT_DRAW;
}

unsigned
pages_subjects(struct app *app)
{
	struct address address = app_here(app)->address;

	if (address.page == PAGE_SEARCH)
		return subjects_on_results(app);
	if (address.page != PAGE_RECORD || (address.kind != RECTYPE_TERM &&
	    address.kind != RECTYPE_CLAIM && address.kind != RECTYPE_PROPOSITION)) {
		app_say(app, "Filter by people/animals/cells works in lists "
		    "only");
		return EFFECT_DRAW;
	}
	address.subjects = subjects_next(address.subjects);
	(void)history_replace(app, &address);
	app_format(app, "Shown: %s.", subjects_name(address.subjects));
	return EFFECT_DRAW;
}

unsigned
pages_turn(struct app *app)
{
	struct address address = app_here(app)->address;
	const char *rows = address.rows;

	address.rows = address.columns != NULL ? address.columns : "outcome";
	address.columns = rows != NULL ? rows : "condition";
	address.only = NULL;
	return history_replace(app, &address);
}

unsigned
pages_sort_rows(struct app *app)
{
	struct address address = app_here(app)->address;

	address.sort = address.sort == NULL ? "name" : NULL;
	app_say(app, address.sort == NULL ? "Sorted by number of works" :
	    "Sorted by name");
	return history_replace(app, &address);
}

unsigned
pages_roll_up(struct app *app)
{
	struct address address = app_here(app)->address;

	address.depth = address.depth == NULL ? "top" : NULL;
	app_say(app, address.depth == NULL ? "All terms" :
	    "Broadest terms only; counts include narrower terms");
	return history_replace(app, &address);
}
