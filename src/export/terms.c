/* The terms of a bibliography, with the works and claims on each. */
#include "export/terms.h"

#include "base/text.h"
#include "export/json.h"
#include "export/rows.h"
#include "page/page_lists.h"
#include "page/term_counts.h"

/* The count of a value of a facet; 0 if the facet does not have it. */
static long
count_of(const struct list *counts, const char *id)
{
	const struct facet_count *count;
	size_t i;

	for (i = 0; i < counts->count; i++) {
		count = list_at(counts, i);
		if (text_same(count->id, id))
			return count->count;
	}
	return 0;
}

static json_t *
term_json(const struct term_count *row, long claims)
{
	const struct term *term = row->term;

	return json_pack("{s:s, s:s, s:s, s:o, s:I, s:I, s:I, s:I, s:I, s:s?}",
	    "id", term->id, "facet", term->facet, "label", term->label,
	    "synonyms", texts_json(&term->synonyms),
	    "works", (json_int_t)row->works, "claims", (json_int_t)claims,
	    "people", (json_int_t)row->people,
	    "animals", (json_int_t)row->animals,
	    "cells", (json_int_t)row->cells, "broader", term->broader);
}

static void
add_facet(json_t *list, struct library *library, const struct result *claims,
    const char *facet, const char *query)
{
	void *scratch = mem_context(NULL);
	struct list rows = term_counts(scratch, library, facet, query);
	struct list counts = library_facet(library, scratch, claims, facet);
	const struct term_count *row;
	size_t i;

	for (i = 0; i < rows.count; i++) {
		row = list_at(&rows, i);
		(void)json_array_append_new(list, term_json(row,
		    count_of(&counts, row->term->id)));
	}
	mem_free(scratch);
}

json_t *
terms_json(struct library *library, const char *facet, const char *query)
{
	const struct search all = { .target = RECTYPE_CLAIM,
	    .order = ORDER_COUNT };
	void *scratch = mem_context(NULL);
	struct list known = lists_facets(scratch, library);
	const struct result *claims = library_search(library, scratch, &all,
	    "");
	json_t *list = json_array();
	const struct code *one;
	size_t i;

	for (i = 0; i < known.count; i++) {
		one = list_at(&known, i);
		if (facet == NULL || text_same(one->id, facet))
			add_facet(list, library, claims, one->id, query);
	}
	mem_free(scratch);
	return json_pack("{s:i, s:o}", "format-version", EXPORT_FORMAT_VERSION,
	    "terms", list);
}
