/* The terms of a bibliography, with the works on each. */
#include "page/term_counts.h"

#include <string.h>

#include "base/text.h"

enum { DEPTH_MAX = 8 };

struct counting {
	const void	*ctx;
	struct list	 terms;		/* struct term of the facet */
	struct map	*map;		/* works by term and subjects */
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

static const struct map_head *
find_head(const struct list *heads, const char *id, size_t *number)
{
	const struct map_head *head;
	size_t i;

	for (i = 0; i < heads->count; i++) {
		head = list_at(heads, i);
		*number = i;
		if (text_same(head->id, id))
			return head;
	}
	return NULL;
}

/* The number of works on one population. */
static long
count_in(const struct map *map, size_t row, const char *subject)
{
	size_t column;

	return find_head(&map->columns, subject, &column) == NULL ? 0 :
	    map_cell(map, row, column)->count;
}

static void
add_count(struct counting *counting, const struct term *term, unsigned depth)
{
	struct term_count *count = mem_new(counting->ctx, struct term_count);
	const struct map *map = counting->map;
	size_t row = 0, i;
	const struct map_head *head = find_head(&map->rows, term->id, &row);

	*count = (struct term_count){ .term = term, .depth = depth };
	if (head != NULL) {
		count->works = head->count;
		count->people = count_in(map, row, "human");
		count->animals = count_in(map, row, "animal");
		count->cells = count_in(map, row, "cells");
	}
	for (i = 0; head != NULL && i < subjects.count; i++)
		count->recorded += count_in(map, row, subjects.at[i].id);
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

struct list
term_counts(const void *ctx, struct library *library, const char *facet,
    const char *query)
{
	const struct search works = { .target = RECTYPE_WORK,
	    .order = ORDER_LEVEL };
	struct list out = { .at = NULL };
	struct counting counting = { .ctx = ctx, .out = &out };
	size_t i;

	take_terms(&counting, library, facet, query);
	if (counting.terms.count == 0)
		return out;
	counting.map = library_map(library, ctx, library_search(library, ctx,
	    &works, ""), facet, "subjects", true);
	if (*query == '\0')
		add_tree(&counting, NULL, 0);
	for (i = 0; *query != '\0' && i < counting.terms.count; i++)
		add_count(&counting, list_at(&counting.terms, i), 0);
	return out;
}
