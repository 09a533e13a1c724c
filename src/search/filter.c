/* Filters: the parts of a query that name a field. */
#include "search/filter.h"

#include <string.h>

#include "base/text.h"

/* A byte that no text of a query holds: what is to be taken out. */
enum { GONE = '\n' };

/* Whether it was asked for as "field:value". */
static bool
filter_is_named(const struct query *query, const struct clause *clause)
{
	return clause->kind == CLAUSE_FIELD && memchr(query->text +
	    clause->start, ':', clause->end - clause->start) != NULL;
}

/* Whether the parts are alternatives of one field. */
static bool
is_of_one_field(const struct query *query, const struct clause *any)
{
	const struct clause *first = list_at(&any->parts, 0), *part;
	size_t i;

	for (i = 0; i < any->parts.count; i++) {
		part = list_at(&any->parts, i);
		if (!filter_is_named(query, part) || !field_same(part->field, first->field))
			return false;
	}
	return true;
}

static void
filter_add(const void *ctx, struct list *filters, const struct clause *named,
    const struct clause *whole, const struct clause *among)
{
	struct filter *filter = mem_new(ctx, struct filter);

	*filter = (struct filter){ .field = named->field, .among = among,
	    .negated = whole->kind == CLAUSE_NOT, .start = whole->start,
	    .end = named->end };
	list_add(ctx, filters, filter);
}

struct list
filter_list(const void *ctx, const struct query *query)
{
	const struct list *parts = &query->root->parts;
	struct list filters = { .at = NULL };
	const struct clause *part, *inner;
	size_t i, j;

	for (i = 0; i < parts->count; i++) {
		part = list_at(parts, i);
		inner = part->kind == CLAUSE_NOT ? list_at(&part->parts, 0) :
		    part;
		if (filter_is_named(query, inner))
			filter_add(ctx, &filters, inner, part, NULL);
		if (part->kind != CLAUSE_ANY || !is_of_one_field(query, part))
			continue;
		for (j = 0; j < part->parts.count; j++)
			filter_add(ctx, &filters, list_at(&part->parts, j),
			    list_at(&part->parts, j), part);
	}
	return filters;
}

char *
filter_text(const void *ctx, const struct query *query,
    const struct filter *filter)
{
	return mem_text_n(ctx, query->text + filter->start, filter->end -
	    filter->start);
}

/* Where alternatives begin and end, with the parentheses around them. */
static void
widen_clause(const char *text, size_t *start, size_t *end)
{
	size_t from = *start, to = *end + strspn(text + *end, " ");

	while (from > 0 && text[from - 1] == ' ')
		from--;
	if (from == 0 || text[from - 1] != '(' || text[to] != ')')
		return;
	*start = from - 1;
	*end = to + 1;
}

/* The text without the bytes that are gone, owned by `ctx`. */
static char *
squeeze(const void *ctx, char *text)
{
	char *from, *to = text;

	for (from = text; *from != '\0'; from++)
		if (*from != GONE)
			*to++ = *from;
	*to = '\0';
	return text_clean(ctx, text, strlen(text));
}

/* One of some alternatives: with the "OR" between it and another. */
static void
take_from(char *text, const struct filter *filter)
{
	const struct list *parts = &filter->among->parts;
	const struct clause *other;
	size_t start = filter->among->start, end = filter->among->end, i;

	for (i = 0; ((const struct clause *)list_at(parts, i))->start !=
	    filter->start; i++)
		;
	other = list_at(parts, i > 0 ? i - 1 : 1);
	if (i > 0)
		memset(text + other->end, GONE, filter->end - other->end);
	else
		memset(text + filter->start, GONE, other->start -
		    filter->start);
	widen_clause(text, &start, &end);
	if (parts->count > 2 || start == filter->among->start)
		return;
	text[start] = text[end - 1] = GONE;
}

char *
filter_leave_out(const void *ctx, const struct query *query,
    const struct filter *filter)
{
	char *text = mem_text(NULL, query->text), *rest;

	if (filter->among != NULL)
		take_from(text, filter);
	else
		memset(text + filter->start, GONE, filter->end -
		    filter->start);
	rest = squeeze(ctx, text);
	mem_free(text);
	return rest;
}

/* What stands for a filter: itself, or its alternatives in parentheses. */
static void
filter_place(const struct query *query, const struct filter *filter,
    size_t *start, size_t *end)
{
	*start = filter->start;
	*end = filter->end;
	if (filter->among == NULL)
		return;
	*start = filter->among->start;
	*end = filter->among->end;
	widen_clause(query->text, start, end);
}

char *
filter_leave_out_all(const void *ctx, const struct query *query)
{
	char *text = mem_text(NULL, query->text), *rest;
	struct list filters = filter_list(text, query);
	size_t start, end, i;

	for (i = 0; i < filters.count; i++) {
		filter_place(query, list_at(&filters, i), &start, &end);
		memset(text + start, GONE, end - start);
	}
	rest = squeeze(ctx, text);
	mem_free(text);
	return rest;
}

/* Whether alternatives stand in a query outside of all parentheses. */
static bool
has_alternatives(const char *query)
{
	int depth = 0;

	for (; *query != '\0'; query++) {
		depth += *query == '(' ? 1 : *query == ')' ? -1 : 0;
		if (depth == 0 && text_begins(query, " OR "))
			return true;
	}
	return false;
}

/* A query, in parentheses where alternatives must stay together. */
static char *
group(const void *ctx, const char *query)
{
	return mem_format(ctx, has_alternatives(query) ? "(%s)" : "%s",
	    query);
}

char *
filter_both(const void *ctx, const char *query, const char *words)
{
	if (*query == '\0' || *words == '\0')
		return mem_text(ctx, *query == '\0' ? words : query);
	return mem_format(ctx, "%s %s", group(ctx, query), group(ctx,
	    words));
}

/* Alternatives. */

/* The last filter of a field that is not negated, or NULL. */
static const struct filter *
last_of(const struct list *filters, const struct field *field)
{
	const struct filter *filter, *last = NULL;
	size_t i;

	for (i = 0; i < filters->count; i++) {
		filter = list_at(filters, i);
		if (field_same(filter->field, field) && !filter->negated)
			last = filter;
	}
	return last;
}

/* The query with a text in the place of a filter and its alternatives. */
static char *
filter_replace(const void *ctx, const struct query *query,
    const struct filter *filter, const char *by)
{
	size_t start, end;

	filter_place(query, filter, &start, &end);
	return mem_format(ctx, "%.*s%s%s", (int)start, query->text, by,
	    query->text + end);
}

char *
filter_or(const void *ctx, const struct query *query,
    const struct field *field, const char *words)
{
	void *scratch = mem_context(NULL);
	struct list filters = filter_list(scratch, query);
	const struct filter *filter = last_of(&filters, field);
	size_t start, end;
	char *out = NULL;

	if (filter != NULL) {
		start = filter->among != NULL ? filter->among->start :
		    filter->start;
		end = filter->among != NULL ? filter->among->end : filter->end;
		out = filter_replace(ctx, query, filter, mem_format(scratch,
		    "(%.*s OR %s)", (int)(end - start), query->text + start,
		    words));
	}
	mem_free(scratch);
	return out;
}

char *
filter_beyond(const void *ctx, const struct query *query,
    const struct field *field)
{
	void *scratch = mem_context(NULL);
	struct list filters = filter_list(scratch, query);
	const struct filter *last = last_of(&filters, field), *filter;
	struct buf none = { .data = NULL };
	char *out = NULL;
	size_t i;

	for (i = 0; last != NULL && i < filters.count; i++) {
		filter = list_at(&filters, i);
		if (filter == last || (last->among != NULL && filter->among ==
		    last->among))
			buf_format(scratch, &none, "%s-%s", none.len > 0 ?
			    " " : "", filter_text(scratch, query, filter));
	}
	if (last != NULL)
		out = filter_replace(ctx, query, last, none.data);
	mem_free(scratch);
	return out;
}
