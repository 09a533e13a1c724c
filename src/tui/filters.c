/*
 * Filters: the fields in a query.  They exist only in the query, so that the
 * history, links and the session need nothing else.
 */
#include "tui/filters.h"

#include "base/number.h"
#include "base/text.h"
#include "record/field.h"
#include "tui/history.h"
#include "tui/search_line.h"
#include "tui/selecting.h"

static const char *
query_here(const struct app *app)
{
	return app->hits->result->asked;
}

/* The filters of the current page, owned by `ctx`. */
static struct list
filters_here(const struct app *app, const void *ctx)
{
	return filter_list(ctx, library_declared(app->library), query_here(app));
}

char *
filters_nth(const struct app *app, const void *ctx, size_t n)
{
	struct list filters = filters_here(app, ctx);
	const struct filter *filter = n == 0 || n > filters.count ? NULL :
	    list_at(&filters, n - 1);

	return filter == NULL ? NULL : mem_text(ctx, filter->text);
}

static bool
is_on_facets(const struct app *app)
{
	return app_here(app)->address.page == PAGE_FACETS;
}

/*
 * Goes to a search with other filters; from the facets page, to the facets of
 * that search, which replace the page.  Undo restores the old search.
 */
static unsigned
filters_go(struct app *app, const char *query)
{
	struct entry *now = app_here(app);

	history_remember(app);
	selecting_note(app, history_entry_copy(app, now));
	if (!is_on_facets(app)) {
		(void)search_line_query(app, query);
		results_select_link(app->results, 0);
		return EFFECT_DRAW;
	}
	now->address.query = mem_text(now, query);
	history_entry_top(now);
	(void)history_show(app);
	return EFFECT_DRAW;
}

/* Goes to a search with a filter removed; undo restores the old one. */
static unsigned
widen_to(struct app *app, const char *query, const char *gone)
{
	unsigned effects = filters_go(app, query);

	app_format(app, "Filter removed: %s", gone);
	return effects;
}

/* Whether the current page has a query with filters. */
static bool
has_filters(const struct app *app)
{
	return app_here(app)->address.page == PAGE_SEARCH ||
	    is_on_facets(app);
}

static unsigned
no_filter(struct app *app)
{
	return app_fail(app, "No such filter");
}

unsigned
filters_widen(struct app *app, const char *which)
{
	void *scratch = mem_context(NULL);
	struct list filters = filters_here(app, scratch);
	const struct filter *filter;
	unsigned effects;
	long n = 0;

	if (text_same(which, "last"))
		n = (long)filters.count;
	else if (!number_integer(which, 1, 99, &n))
		n = 0;
	if (!has_filters(app) || n == 0 || (size_t)n > filters.count) {
		effects = no_filter(app);
	} else {
		filter = list_at(&filters, (size_t)n - 1);
		effects = widen_to(app, filter_leave_out(scratch,
		    library_declared(app->library),
		    query_here(app), (size_t)n - 1), filter->text);
	}
	mem_free(scratch);
	return effects;
}

unsigned
filters_widen_last(struct app *app)
{
	return filters_widen(app, "last");
}

unsigned
filters_widen_all(struct app *app)
{
	void *scratch = mem_context(NULL);
	unsigned effects = !has_filters(app) || filters_here(app,
	    scratch).count == 0 ? no_filter(app) : widen_to(app,
	    filter_leave_out_all(scratch, library_declared(app->library),
	    query_here(app)), "all");

	mem_free(scratch);
	return effects;
}

/* Adding. */

/*
 * On the facets: adds the selected value, and shows the facets of the remaining
 * results.
 */
unsigned
filters_choose(struct app *app)
{
	void *scratch = mem_context(NULL);
	const char *link = is_on_facets(app) ? app_view(app)->ops->selected(
	    app_view(app), scratch) : NULL;
	struct address to;
	unsigned effects = EFFECT_DRAW | EFFECT_BELL;

	if (link != NULL && library_resolve(app->library, scratch, link, &to) &&
	    to.page == PAGE_SEARCH) {
		effects = filters_go(app, mem_text(scratch, to.query));
		app_say(app, "Filter added; Enter shows the results");
	} else {
		app_say(app, is_on_facets(app) ? "Select a value with Tab "
		    "first" : "Press f first, then choose a value");
	}
	mem_free(scratch);
	return effects;
}

/*
 * "FIELD VALUE", such as "design rct" or "condition jet lag"; a second value of
 * a field is an alternative.
 */
unsigned
filters_add(struct app *app, const char *text)
{
	void *scratch = mem_context(NULL);
	size_t n = strcspn(text, " :");
	const char *value = text + n + strspn(text + n, " :");
	const struct field *field = library_field(app->library, text, n);
	const char *quote = strchr(value, ' ') != NULL &&
	    strchr(value, '"') == NULL ? "\"" : "";
	const struct list *declared = library_declared(app->library);
	char *words, *query;
	unsigned effects;

	if (field == NULL || *value == '\0') {
		mem_free(scratch);
		return app_fail(app, "Usage: :filter FIELD VALUE, for "
		    "example :filter design rct (Tab lists fields)");
	}
	words = mem_format(scratch, "%s:%s%s%s", field->name, quote, value,
	    quote);
	query = filter_or(scratch, declared, query_here(app), field, words);
	if (query == NULL)
		query = (result_is_begun(app->library, app->hits->result) ?
		    filter_before : filter_both)(scratch, declared,
		    query_here(app), words);
	effects = filters_go(app, query);
	mem_free(scratch);
	return effects;
}
