/*
 * Filters: the parts of a query that name a field.  They are no state of their
 * own, so that back, links and the session need to know the query only.
 */
#include "ui/parts.h"

#include "base/text.h"
#include "domain/field.h"

static const struct plan *
plan_here(const struct app *app)
{
	return results_result(app->results)->asked;
}

/* A part that was asked for as "field:value". */
static bool
is_filter(const struct plan *plan, const struct part *part)
{
	const char *text = plan->query->text;

	return part->kind == PART_FIELD && part->start < part->end &&
	    memchr(text + part->start, ':', part->end - part->start) != NULL;
}

/* The n-th filter, from 1; NULL when there are fewer. */
static const struct part *
find_filter(const struct plan *plan, size_t n)
{
	const struct part *part;
	size_t i;

	for (i = 0; i < plan->parts.count; i++) {
		part = plan->parts.at[i];
		if (is_filter(plan, part) && --n == 0)
			return part;
	}
	return NULL;
}

static size_t
start_of(const struct plan *plan, const struct part *part)
{
	const char *text = plan->query->text;

	return part->negated && part->start > 0 &&
	    text[part->start - 1] == '-' ? part->start - 1 : part->start;
}

char *
filters_nth(const struct app *app, const void *ctx, size_t n)
{
	const struct plan *plan = plan_here(app);
	const struct part *part = n == 0 ? NULL : find_filter(plan, n);
	size_t start;

	if (part == NULL)
		return NULL;
	start = start_of(plan, part);
	return mem_text_n(ctx, plan->query->text + start, part->end - start);
}

/* The query without a part, owned by `ctx`; one blank where it stood. */
static char *
without(const void *ctx, const struct plan *plan, const struct part *part)
{
	const char *text = plan->query->text;
	char *rest = mem_format(ctx, "%.*s%s", (int)start_of(plan, part),
	    text, text + part->end + strspn(text + part->end, " "));

	return text_clean(ctx, rest, strlen(rest));
}

static bool
is_on_facets(const struct app *app)
{
	return app_here(app)->address.page == PAGE_FACETS;
}

/*
 * To a search with other filters, or, from facets, to its facets, which take
 * the place of these; what was before can be undone to.
 */
static unsigned
filters_go(struct app *app, const char *query)
{
	struct location *now = app_here(app);

	places_remember(app);
	marking_note(app, places_copy(app, now));
	if (!is_on_facets(app))
		return finding_query(app, query);
	now->address.query = mem_text(now, query);
	now->selected = now->top = 0;
	(void)places_show(app);
	return EFFECT_DRAW;
}

/* Goes to a search with fewer filters; the one before can be undone to. */
static unsigned
widen_to(struct app *app, const char *query, const char *gone)
{
	char *text = mem_format(NULL, "Filter removed: %s", gone);
	unsigned effects = filters_go(app, query);

	app_say(app, text);
	mem_free(text);
	return effects;
}

/* Whether what is on the screen has a query with filters. */
static bool
has_filters(const struct app *app)
{
	return app->page == NULL || is_on_facets(app);
}

static unsigned
no_filter(struct app *app)
{
	app_say(app, "There is no such filter in the query.");
	return EFFECT_DRAW | EFFECT_BELL;
}

unsigned
filters_widen(struct app *app, const char *which)
{
	void *scratch = mem_context(NULL);
	const struct plan *plan = plan_here(app);
	unsigned effects;
	long n = 0;

	if (text_same(which, "last"))
		while (find_filter(plan, (size_t)n + 1) != NULL)
			n++;
	else if (!text_integer(which, 1, 99, &n))
		n = 0;
	if (!has_filters(app) || n == 0 || find_filter(plan, (size_t)n) ==
	    NULL)
		effects = no_filter(app);
	else
		effects = widen_to(app, without(scratch, plan, find_filter(
		    plan, (size_t)n)), filters_nth(app, scratch,
		    (size_t)n));
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
	const struct plan *plan = plan_here(app);
	const struct part *part;
	void *scratch = mem_context(NULL);
	char *text = mem_text(scratch, plan->query->text);
	unsigned effects;
	size_t i;

	if (!has_filters(app) || find_filter(plan, 1) == NULL) {
		mem_free(scratch);
		return no_filter(app);
	}
	for (i = 0; i < plan->parts.count; i++) {
		part = plan->parts.at[i];
		if (is_filter(plan, part))
			memset(text + start_of(plan, part), ' ', part->end -
			    start_of(plan, part));
	}
	effects = widen_to(app, text_clean(scratch, text, strlen(text)),
	    "all");
	mem_free(scratch);
	return effects;
}

char *
filters_chips(const struct app *app, const void *ctx)
{
	const struct plan *plan = plan_here(app);
	const char *text = plan->query->text;
	struct buf out = { .data = NULL };
	const struct part *part;
	size_t at = 0, i;

	for (i = 0; i < plan->parts.count; i++) {
		part = plan->parts.at[i];
		if (!is_filter(plan, part) || start_of(plan, part) < at)
			continue;
		buf_add(ctx, &out, text + at, start_of(plan, part) - at);
		buf_format(ctx, &out, "[%.*s]", (int)(part->end -
		    start_of(plan, part)), text + start_of(plan, part));
		at = part->end;
	}
	buf_text(ctx, &out, text + at);
	return out.data;
}

/* Adding. */

/* From facets: the value that is selected, and the facets of what is left. */
unsigned
filters_choose(struct app *app)
{
	const char *link = is_on_facets(app) ? page_view_link(app->page) :
	    NULL;
	void *scratch = mem_context(NULL);
	struct address to;
	unsigned effects = EFFECT_DRAW | EFFECT_BELL;

	if (link != NULL && library_resolve(app->library, scratch, link, &to) &&
	    to.page == PAGE_SEARCH) {
		effects = filters_go(app, mem_text(scratch, to.query));
		app_say(app, "Filter added; Enter on a value shows what is "
		    "left.");
	} else {
		app_say(app, is_on_facets(app) ? "Select a value with Tab "
		    "first." : "Filters are chosen among the facets.");
	}
	mem_free(scratch);
	return effects;
}

/* "FIELD VALUE", as in "design rct" and "condition heel pain". */
unsigned
filters_add(struct app *app, const char *text)
{
	size_t n = strcspn(text, " :");
	const char *value = text + n + strspn(text + n, " :");
	const struct field *field = field_find(text, n);
	const char *quote = strchr(value, ' ') != NULL &&
	    strchr(value, '"') == NULL ? "\"" : "";
	char *words;
	unsigned effects;

	if (field == NULL || *value == '\0') {
		app_say(app, "A filter is a field and a value, as in: filter "
		    "design rct.  Tab shows the fields.");
		return EFFECT_DRAW | EFFECT_BELL;
	}
	words = mem_format(NULL, "%s:%s%s%s", field->name, quote, value,
	    quote);
	effects = is_on_facets(app) ? filters_go(app, finding_both(words,
	    app_here(app)->address.query, words)) : finding_narrow(app, words);
	mem_free(words);
	return effects;
}
