/* Facets: counts the values of a result's records. */
#include "library/facet.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "library/private.h"
#include "library/records.h"
#include "record/field.h"
#include "search/declared.h"
#include "search/evaluate.h"
#include "search/field_kind.h"
#include "search/studies.h"
#include "search/vocabulary.h"

struct facet_counter {
	struct value_sink	 sink;		/* must be first: see
						   counter_take() */
	const void		*ctx;
	enum rectype		 target;
	const struct bitset	*hits;
	const struct studies	*studies;	/* NULL if claims are counted */
	struct list		 counts;	/* struct facet_count */
};

/* Counts the hits with a value; several reports of one study count once. */
static void
counter_take(struct value_sink *sink, const char *id, const char *label,
    const struct expr *match)
{
	struct facet_counter *to = (struct facet_counter *)sink;
	struct bitset *bits = evaluate(NULL, sink->se, to->target, match);
	size_t n = bitset_count_both(to->hits, bits) - (to->studies == NULL ?
	    0 : studies_repeated_both(to->studies, to->hits, bits));
	struct facet_count *row;

	mem_free(bits);
	if (n == 0)
		return;
	row = mem_new(to->ctx, struct facet_count);
	*row = (struct facet_count){ mem_text(row, id), mem_text(row, label),
	    (long)n };
	list_add(to->ctx, &to->counts, row);
}

static int
by_count(const void *a, const void *b)
{
	const struct facet_count *x = *(struct facet_count *const *)a;
	const struct facet_count *y = *(struct facet_count *const *)b;

	return x->count != y->count ? (x->count < y->count ? 1 : -1) :
	    strcmp(x->label, y->label);
}

struct expr *
facet_expr(const void *ctx, struct searcher *se, const char *field,
    const char *id)
{
	const struct field *row = declared_field(se, field,
	    strlen(field));
	struct statement *st = db_prepare(se->db,
	    "SELECT number FROM term WHERE id=" TERM_ID("?1") " AND (?2 IS "
	    "NULL OR " FACET_IS("facet", "?2") ")");
	long number = 0;

	if (row != NULL && row->kind == FIELD_TERM) {
		bind_text(st, 1, id);
		bind_text(st, 2, field_facet(row));
		number = (long)statement_number(st, 0);
	}
	return number > 0 ? expr_term(ctx, number) :
	    expr_value(ctx, field, id);
}

struct list
library_facet(struct library *library, const void *ctx,
    const struct result *result, const char *name)
{
	struct facet_counter to = { { library->se, counter_take }, ctx,
	    result->target, result->found->set, result->target ==
	    RECTYPE_WORK ? studies_of(library->se) : NULL, { .at = NULL } };
	const struct field *field = library_field(library, name,
	    strlen(name));
	const struct field_kind_row *kind = field == NULL ? NULL :
	    field_kind(field);

	if (kind == NULL || kind->count == NULL)
		return to.counts;
	kind->count(&to.sink, field);
	if (to.counts.count > 0 && !kind->in_order)
		qsort(to.counts.at, to.counts.count, sizeof(*to.counts.at),
		    by_count);
	return to.counts;
}

const char *const *
facet_fields(enum rectype target)
{
	static const char *const works[] = { "mechanism", "condition",
	    "outcome", "technique", "instrument", "region", "population",
	    "exposure", "test", "design", "level", "year", "subjects", "known",
	    "is", NULL };
	static const char *const claims[] = { "mechanism", "condition",
	    "outcome", "technique", "exposure", "test", "verdict", "kind",
	    NULL };

	assert(target == RECTYPE_WORK || target == RECTYPE_CLAIM);
	return target == RECTYPE_WORK ? works : claims;
}

const char *const *
library_facet_fields(struct library *library, const void *ctx,
    enum rectype target)
{
	const char *const *known = facet_fields(target);
	const struct list *declared = library_declared(library);
	const struct field *field;
	const char **all;
	size_t n = 0, i;

	while (known[n] != NULL)
		n++;
	all = mem_array(ctx, const char *, n + declared->count + 1);
	memcpy(all, known, n * sizeof(*all));
	for (i = 0; i < declared->count; i++) {
		field = list_at(declared, i);
		all[n++] = field->name;
	}
	return all;
}

const struct field *
library_field(struct library *library, const char *name, size_t n)
{
	return declared_field(library->se, name, n);
}

const struct list *
library_declared(struct library *library)
{
	return vocabulary_facets(library->se);
}

char *
library_clause(struct library *library, const void *ctx, const char *field,
    const char *id)
{
	const struct field *row = library_field(library, field, strlen(field));
	bool side = row != NULL && row->kind == FIELD_SIDE;
	const char *value = text_same(field, "level") && text_same(id, "0") ?
	    "none" : id;
	const char *quote = strchr(value, ' ') != NULL || ((side || (row !=
	    NULL && row->kind == FIELD_TERM)) && vocabulary_names_others(
	    library->se, id, side ? facet_name(FACET_TECHNIQUE) :
	    field_facet(row))) ? "\"" : "";

	return mem_format(ctx, "%s:%s%s%s", field, quote, value, quote);
}

struct viewpoint
library_technique(struct library *library, const void *ctx,
    const struct result *result)
{
	static const char mark[] = " (technique)", plus[] = " + ";
	const char *all = result->interpretation, *end = strstr(all, mark);
	const char *start = all, *next;
	struct viewpoint one = { .ids = { .at = NULL } };
	struct list named;

	if (end == NULL)
		return one;
	while ((next = strstr(start, plus)) != NULL && next < end)
		start = next + strlen(plus);
	/* A query may name the technique twice: in words and as a field. */
	for (next = end; (next = strstr(next + 1, mark)) != NULL;)
		if (next - all < end - start || strncmp(next - (end - start),
		    start, (size_t)(end - start)) != 0)
			return one;
	named = library_texts(library, ctx, "SELECT id FROM term WHERE "
	    "facet='technique' AND label=?", mem_text_n(ctx, start,
	    (size_t)(end - start)));
	if (named.count != 1)
		return one;
	one.ids = library_within(library, ctx, list_at(&named, 0));
	one.broader = library_broader(library, ctx, list_at(&named, 0));
	return one;
}
