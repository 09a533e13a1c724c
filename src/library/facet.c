/* Facets: what the records of a result are about. */
#include "library/facet.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "library/private.h"
#include "record/field.h"
#include "search/evaluate.h"
#include "search/studies.h"
#include "search/vocabulary.h"

struct counter {
	const void		*ctx;
	struct searcher		*se;
	enum rectype	 target;
	const struct bitset	*hits;
	const struct studies	*studies;	/* NULL: not of works */
	struct list		 counts;	/* struct facet_count */
};

static void
count(struct counter *to, const char *id, const char *label,
    const struct expr *e)
{
	struct bitset *bits = evaluate(NULL, to->se, to->target, e);
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

static void
count_terms(struct counter *to, const char *facet)
{
	struct statement *st = db_prepare(to->se->db,
	    "SELECT number, id, label FROM term WHERE facet=?1 OR ?1 IS NULL "
	    "ORDER BY number");
	void *scratch = mem_context(NULL);

	bind_text(st, 1, facet);
	while (statement_step(st))
		count(to, column_text(st, 1), column_text(st, 2),
		    expr_term(scratch, (long)column_int(st, 0)));
	mem_free(scratch);
}

static void
count_choices(struct counter *to, const char *field,
    const struct codelist *list)
{
	void *scratch = mem_context(NULL);
	size_t i;

	for (i = 0; i < list->count; i++)
		count(to, list->at[i].id, list->at[i].label, expr_value(
		    scratch, field, list->at[i].id));
	mem_free(scratch);
}

static void
count_years(struct counter *to)
{
	void *scratch = mem_context(NULL);
	long low, high;
	char *text;

	vocabulary_years(to->se, &low, &high);
	for (; low > 0 && low <= high; high--) {
		text = mem_format(scratch, "%ld", high);
		count(to, text, text, expr_value(scratch, "year",
		    text));
	}
	mem_free(scratch);
}

static void
count_levels(struct counter *to)
{
	static const char *const labels[] = { "no level", "level 1",
	    "level 2", "level 3", "level 4", "level 5" };
	void *scratch = mem_context(NULL);
	char id[2] = "0";
	size_t i;

	for (i = 0; i < sizeof(labels) / sizeof(labels[0]); i++, id[0]++)
		count(to, id, labels[i], expr_value(scratch, "level",
		    id));
	mem_free(scratch);
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
	const struct field *row = vocabulary_field(se, field,
	    strlen(field));
	struct statement *st = db_prepare(se->db,
	    "SELECT number FROM term WHERE id=?1 AND (facet=?2 OR ?2 IS NULL)");
	long number = 0;

	if (row != NULL && row->kind == FIELD_TERM) {
		bind_text(st, 1, id);
		bind_text(st, 2, field_facet(row));
		if (statement_step(st))
			number = (long)column_int(st, 0);
		statement_reset(st);
	}
	return number > 0 ? expr_term(ctx, number) :
	    expr_value(ctx, field, id);
}

struct list
library_facet(struct library *library, const void *ctx,
    const struct result *result, const char *name)
{
	struct counter to = { ctx, library->se, result->target,
	    result->found->set, result->target == RECTYPE_WORK ?
	    studies_of(library->se) : NULL, { .at = NULL } };
	const struct field *field = library_field(library, name,
	    strlen(name));

	if (field == NULL)
		return to.counts;
	if (field->kind == FIELD_YEAR)
		count_years(&to);
	else if (field->kind == FIELD_LEVEL)
		count_levels(&to);
	else if (field->kind == FIELD_CHOICE)
		count_choices(&to, name, field->choices);
	else if (field->kind == FIELD_TERM)
		count_terms(&to, field_facet(field));
	/* Without a vocabulary designs are values. */
	if (field->facet == FACET_DESIGN && to.counts.count == 0)
		count_choices(&to, name, &designs);
	if (to.counts.count > 0 && field->kind != FIELD_YEAR &&
	    field->kind != FIELD_LEVEL)
		qsort(to.counts.at, to.counts.count, sizeof(*to.counts.at),
		    by_count);
	return to.counts;
}

const char *const *
facet_fields(enum rectype target)
{
	static const char *const works[] = { "mechanism", "condition",
	    "outcome", "technique", "instrument", "region", "population",
	    "design", "level", "year", "subjects", "known", "is", NULL };
	static const char *const claims[] = { "mechanism", "condition",
	    "outcome", "technique", "verdict", "kind", NULL };

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
	for (i = 0; target == RECTYPE_WORK && i < declared->count; i++) {
		field = list_at(declared, i);
		all[n++] = field->name;
	}
	return all;
}

const struct field *
library_field(struct library *library, const char *name, size_t n)
{
	return vocabulary_field(library->se, name, n);
}

const struct list *
library_declared(struct library *library)
{
	return vocabulary_facets(library->se);
}
