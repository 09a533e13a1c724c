/* The terms of a bibliography, with the works on each. */
#include "page/term_counts.h"

#include <string.h>

#include "base/text.h"

enum { DEPTH_MAX = 8 };

struct counting {
	const void	*ctx;
	struct list	 terms;		/* struct term of the facet */
	struct list	 all;		/* struct facet_count: works */
	struct list	*of;		/* the same list for each of
					   `subjects` */
	struct list	*out;
};

static bool
contains(const char *text, const char *folded)
{
	char *own = text_fold(NULL, text);
	bool found = strstr(own, folded) != NULL;

	mem_free(own);
	return found;
}

static bool
term_is_named(const struct term *term, const char *folded)
{
	const struct list *const lists[] = { &term->synonyms,
	    &term->abbreviations };
	size_t i, j;

	if (contains(term->label, folded))
		return true;
	for (i = 0; i < 2; i++)
		for (j = 0; j < lists[i]->count; j++)
			if (contains(list_at(lists[i], j), folded))
				return true;
	return false;
}

/* The terms of the facet, or only those that match the query. */
static void
take_terms(struct counting *counting, struct library *library,
    const char *facet, const char *query)
{
	const void *ctx = counting->ctx;
	struct list ids = library_terms_of(library, ctx, facet);
	char *folded = text_fold(ctx, query);
	struct term *term;
	size_t i;

	for (i = 0; i < ids.count; i++) {
		term = library_record(library, ctx, RECTYPE_TERM,
		    list_at(&ids, i));
		if (term != NULL && (*query == '\0' || term_is_named(term,
		    folded)))
			list_add(ctx, &counting->terms, term);
	}
}

/* The number of works counted under a term. */
static long
count_under(const struct list *counts, const char *id)
{
	const struct facet_count *row;
	size_t i;

	for (i = 0; i < counts->count; i++) {
		row = list_at(counts, i);
		if (text_same(row->id, id))
			return row->count;
	}
	return 0;
}

static void
add_count(struct counting *counting, const struct term *term, unsigned depth)
{
	struct term_count *count = mem_new(counting->ctx, struct term_count);
	const char *of;
	long works;
	size_t i;

	*count = (struct term_count){ .term = term, .depth = depth,
	    .works = count_under(&counting->all, term->id) };
	for (i = 0; i < subjects.count; i++) {
		of = subjects.at[i].id;
		works = count_under(&counting->of[i], term->id);
		count->recorded += works;
		if (text_same(of, "human"))
			count->people = works;
		else if (text_same(of, "animal"))
			count->animals = works;
		else if (text_same(of, "cells"))
			count->cells = works;
	}
	list_add(counting->ctx, counting->out, count);
}

/* The terms below a term (NULL: at the top), each with the terms below it. */
static void
add_tree(struct counting *counting, const char *below, unsigned depth)
{
	const struct term *term;
	size_t i;

	for (i = 0; i < counting->terms.count && depth < DEPTH_MAX; i++) {
		term = list_at(&counting->terms, i);
		if (!text_same(term->broader, below))
			continue;
		add_count(counting, term, depth);
		add_tree(counting, term->id, depth + 1);
	}
}

/* The works that a query finds, by term. */
static struct list
works_by_term(const void *ctx, struct library *library, const char *facet,
    const char *query)
{
	const struct search works = { .target = RECTYPE_WORK,
	    .order = ORDER_LEVEL, .strict = true };

	return library_facet(library, ctx, library_search(library, ctx, &works,
	    query), facet);
}

struct list
term_counts(const void *ctx, struct library *library, const char *facet,
    const char *query)
{
	struct list out = { .at = NULL };
	struct counting counting = { .ctx = ctx, .out = &out };
	size_t i;

	take_terms(&counting, library, facet, query);
	if (counting.terms.count == 0)
		return out;
	counting.all = works_by_term(ctx, library, facet, "");
	counting.of = mem_array(ctx, struct list, subjects.count);
	for (i = 0; i < subjects.count; i++)
		counting.of[i] = works_by_term(ctx, library, facet, mem_format(
		    ctx, "subjects:%s", subjects.at[i].id));
	if (*query == '\0')
		add_tree(&counting, NULL, 0);
	for (i = 0; *query != '\0' && i < counting.terms.count; i++)
		add_count(&counting, list_at(&counting.terms, i), 0);
	return out;
}
