/* Filters: the fields in a query. */
#include "library/filter.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "base/text.h"
#include "search/query.h"

/*
 * The position of a filter: part `at` of `in`, the whole query or a group of
 * alternatives.
 */
struct spot {
	struct clause		*in;
	size_t			 at;
	size_t			 top;		/* index of the clause in the
						   whole query */
	const struct clause	*named;
	bool			 negated;
};

/* Whether the parts of a group are alternatives of one field. */
static bool
is_of_one_field(const struct clause *any)
{
	const struct clause *first, *part;
	size_t i;

	if (any->kind != CLAUSE_ANY)
		return false;
	first = list_at(&any->parts, 0);
	for (i = 0; i < any->parts.count; i++) {
		part = list_at(&any->parts, i);
		if (part->kind != CLAUSE_FIELD ||
		    !field_same(part->field, first->field))
			return false;
	}
	return true;
}

/* Whether the last word of a clause is still being typed. */
static bool
is_unfinished(const struct clause *clause)
{
	while (clause->parts.count > 0)
		clause = list_at(&clause->parts, clause->parts.count - 1);
	return clause->unfinished;
}

static void
add_spot(struct list *spots, struct query *query, struct clause *in,
    size_t at, size_t top)
{
	const struct clause *part = list_at(&in->parts, at);
	struct spot *spot = mem_new(query, struct spot);

	*spot = (struct spot){ in, at, top, part, part->kind == CLAUSE_NOT };
	if (spot->negated)
		spot->named = list_at(&part->parts, 0);
	if (spot->named->kind == CLAUSE_FIELD)
		list_add(query, spots, spot);
}

/* The filters of a query, as a list of struct spot owned by it. */
static struct list
find_spots(struct query *query)
{
	struct list spots = { .at = NULL };
	struct clause *root = query->root, *part;
	size_t i, j;

	for (i = 0; i < root->parts.count; i++) {
		part = list_at(&root->parts, i);
		if (!is_of_one_field(part))
			add_spot(&spots, query, root, i, i);
		for (j = 0; is_of_one_field(part) && j < part->parts.count; j++)
			add_spot(&spots, query, part, j, i);
	}
	return spots;
}

/* The last filter of a field that is not negated, or NULL. */
static const struct spot *
last_spot(const struct list *spots, const struct field *field)
{
	const struct spot *spot, *last = NULL;
	size_t i;

	for (i = 0; i < spots->count; i++) {
		spot = list_at(spots, i);
		if (field_same(spot->named->field, field) && !spot->negated)
			last = spot;
	}
	return last;
}

/* Parses a query that is to be changed. */
static struct query *
filter_parse(const struct list *declared, const char *text)
{
	return query_parse(NULL, declared, text, strlen(text));
}

/* Prints a changed query, and frees it. */
static char *
filter_finish(const void *ctx, struct query *query)
{
	char *text = query_print(ctx, query);

	mem_free(query);
	return text;
}

struct list
filter_list(const void *ctx, const struct list *declared,
    const char *text)
{
	struct query *query = filter_parse(declared, text);
	struct list spots = find_spots(query), filters = { .at = NULL };
	const struct spot *spot;
	const struct clause *part;
	struct filter *filter;
	size_t i;

	for (i = 0; i < spots.count; i++) {
		spot = list_at(&spots, i);
		part = list_at(&spot->in->parts, spot->at);
		filter = mem_new(ctx, struct filter);
		*filter = (struct filter){ spot->named->field,
		    query_print_clause(filter, part), spot->negated,
		    spot->in != query->root, part->start, spot->named->end };
		list_add(ctx, &filters, filter);
	}
	mem_free(query);
	return filters;
}

char *
filter_leave_out(const void *ctx, const struct list *declared,
    const char *text, size_t number)
{
	struct query *query = filter_parse(declared, text);
	struct list spots = find_spots(query);
	const struct spot *spot;

	assert(number < spots.count);
	spot = list_at(&spots, number);
	(void)list_take(&spot->in->parts, spot->at);
	return filter_finish(ctx, query);
}

char *
filter_leave_out_all(const void *ctx, const struct list *declared,
    const char *text)
{
	struct query *query = filter_parse(declared, text);
	struct list spots = find_spots(query);
	const struct spot *spot;
	size_t i = spots.count, top = SIZE_MAX;

	while (i-- > 0) {
		spot = list_at(&spots, i);
		if (spot->top != top)
			(void)list_take(&query->root->parts, spot->top);
		top = spot->top;
	}
	return filter_finish(ctx, query);
}

char *
filter_both(const void *ctx, const struct list *declared,
    const char *text, const char *words)
{
	struct query *query, *other;
	char *both, *out;
	size_t n, i;

	assert(text != NULL && words != NULL);
	n = strlen(words);
	if (*text == '\0' || n == 0)
		return mem_text(ctx, n == 0 ? text : words);
	query = filter_parse(declared, text);
	other = query_parse(query, declared, words, n);
	for (i = 0; i < other->root->parts.count; i++)
		list_add(query->root, &query->root->parts,
		    list_at(&other->root->parts, i));
	both = filter_finish(NULL, query);
	/* A trailing space marks the last word as complete. */
	out = mem_format(ctx, "%s%s", both, words[n - 1] == ' ' ? " " : "");
	mem_free(both);
	return out;
}

char *
filter_before(const void *ctx, const struct list *declared, const char *text,
    const char *words)
{
	struct query *query = filter_parse(declared, text), *other;
	struct list *parts = &query->root->parts;
	const struct clause *part;
	size_t at = parts->count, i;

	for (; at > 0; at--) {
		part = list_at(parts, at - 1);
		if (!is_unfinished(part) && (part->kind == CLAUSE_FIELD ||
		    is_of_one_field(part)))
			break;
	}
	other = query_parse(query, declared, words, strlen(words));
	for (i = 0; i < other->root->parts.count; i++)
		list_insert(query->root, parts, at + i, list_at(
		    &other->root->parts, i));
	return filter_finish(ctx, query);
}

/* Alternatives. */

char *
filter_or(const void *ctx, const struct list *declared,
    const char *text, const struct field *field,
    const char *words)
{
	struct query *query = filter_parse(declared, text), *other;
	struct list spots = find_spots(query);
	const struct spot *last;
	struct clause *any;
	size_t i;

	assert(field != NULL && words != NULL);
	last = last_spot(&spots, field);
	if (last == NULL) {
		mem_free(query);
		return NULL;
	}
	any = last->in;
	if (any == query->root) {
		any = mem_new(query, struct clause);
		any->kind = CLAUSE_ANY;
		list_add(any, &any->parts, list_at(&query->root->parts,
		    last->at));
		query->root->parts.at[last->at] = any;
	}
	other = query_parse(query, declared, words, strlen(words));
	for (i = 0; i < other->root->parts.count; i++)
		list_add(any, &any->parts, list_at(&other->root->parts, i));
	return filter_finish(ctx, query);
}

char *
filter_beyond(const void *ctx, const struct list *declared,
    const char *text, const struct field *field)
{
	struct query *query = filter_parse(declared, text);
	struct list spots = find_spots(query), parts = { .at = NULL };
	const struct spot *last = last_spot(&spots, field), *spot;
	struct clause *root = query->root, *not;
	size_t i, next = 0;

	if (last == NULL) {
		mem_free(query);
		return NULL;
	}
	for (i = 0; i < root->parts.count; i++) {
		if (i != last->top) {
			list_add(root, &parts, list_at(&root->parts, i));
			continue;
		}
		for (; next < spots.count; next++) {
			spot = list_at(&spots, next);
			if (spot->top != last->top)
				continue;
			not = mem_new(query, struct clause);
			not->kind = CLAUSE_NOT;
			list_add(not, &not->parts, list_at(
			    &spot->in->parts, spot->at));
			list_add(root, &parts, not);
		}
	}
	root->parts = parts;
	return filter_finish(ctx, query);
}

/* Words. */

static void
blank_clause(char *text, const struct clause *clause)
{
	size_t i;

	if (clause->kind == CLAUSE_FIELD || clause->kind == CLAUSE_NOT)
		memset(text + clause->start, ' ', clause->end -
		    clause->start);
	for (i = 0; i < clause->parts.count && clause->kind != CLAUSE_FIELD;
	    i++)
		blank_clause(text, list_at(&clause->parts, i));
}

/* Fields whose value was not understood are in no clause. */
static void
blank_noted_fields(char *text, const struct list *declared,
    const struct list *notes)
{
	const struct query_note *note;
	const char *colon;
	size_t i;

	for (i = 0; i < notes->count; i++) {
		note = list_at(notes, i);
		colon = memchr(text + note->start, ':', note->end -
		    note->start);
		if (colon != NULL && query_field(declared, text + note->start,
		    (size_t)(colon - text) - note->start) != NULL)
			memset(text + note->start, ' ', note->end -
			    note->start);
	}
}

char *
filter_plain_words(const void *ctx, const struct list *declared,
    const char *text)
{
	struct query *query = filter_parse(declared, text);
	char *words = mem_text(query, query->text), *out;

	blank_noted_fields(words, declared, &query->notes);
	blank_clause(words, query->root);
	out = text_clean(ctx, words, strlen(words));
	mem_free(query);
	return out;
}
