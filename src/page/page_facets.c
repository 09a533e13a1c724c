/* The facets of a search: its results counted by topic, as a document. */
#include "page/page_facets.h"

#include <string.h>

#include "base/text.h"
#include "page/page_lists.h"
#include "page/page_search.h"

static char *
search_address(const void *ctx, const char *query)
{
	const struct address address = { .page = PAGE_SEARCH,
	    .query = query };

	return address_print(ctx, &address);
}

/* Adds the number of values not shown after the last value. */
static void
facets_put_rest(struct doc *doc, size_t count, size_t shown)
{
	if (shown < count)
		block_format(doc_paragraph(doc, 0), ROLE_TEXT,
		    "         and %zu more", count - shown);
	doc_gap(doc);
}

static void
facets_put_facet(struct doc *doc, struct library *library,
    const struct result *result, const char *field,
    const struct list *counts, size_t most, bool begun)
{
	const struct facet_count *row;
	struct block *line;
	size_t i, n = most > 0 && counts->count > most ? most : counts->count;

	(void)doc_heading(doc, lists_facet_label(library, field));
	for (i = 0; i < n; i++) {
		row = list_at(counts, i);
		line = doc_paragraph(doc, 0);
		block_format(line, ROLE_TEXT, "%7ld  ", row->count);
		block_link(line, search_address(doc, (begun ?
		    filter_before : filter_both)(doc,
		    library_declared(library), result->asked,
		    library_clause(library, doc, field, row->id))), row->label);
	}
	facets_put_rest(doc, counts->count, n);
}

/* Selected values. */

/* The selected values of a field, in query syntax. */
static char *
chosen(const void *ctx, struct library *library, const char *query,
    const struct field *field)
{
	struct list filters = filter_list(ctx, library_declared(library),
	    query);
	struct buf out = { .data = NULL };
	const struct filter *filter;
	size_t i;

	for (i = 0; i < filters.count; i++) {
		filter = list_at(&filters, i);
		if (field_same(filter->field, field) && !filter->negated)
			buf_format(ctx, &out, "%s%s", out.len == 0 ? "" :
			    filter->among ? " or " : ", ", filter->text);
	}
	return out.data;
}

/*
 * Adds a field with selected values, and how many results each other value
 * would add.  False if no value is selected.
 */
static bool
put_more(struct doc *doc, struct library *library,
    const struct result *result, const char *name, size_t most)
{
	const char *query = result->asked;
	const struct field *field = library_field(library, name,
	    strlen(name));
	const struct search search = { .target = result->target,
	    .order = ORDER_LEVEL, .strict = true };
	char *beyond = filter_beyond(doc, library_declared(library), query,
	    field);
	const struct facet_count *row;
	struct block *line;
	struct list counts;
	size_t i;

	if (beyond == NULL || result->match != MATCH_ALL)
		return false;
	counts = library_facet(library, doc, library_search(library, doc,
	    &search, beyond), name);
	(void)doc_heading(doc, lists_facet_label(library, name));
	block_format(doc_paragraph(doc, 4), ROLE_TEXT, "%s%s", chosen(doc,
	    library, query, field), counts.count > 0 ?
	    "; results added by another value:" : "");
	for (i = 0; i < counts.count && (most == 0 || i < most); i++) {
		row = list_at(&counts, i);
		line = doc_paragraph(doc, 0);
		block_format(line, ROLE_TEXT, "%7s  ", mem_format(line,
		    "+%ld", row->count));
		block_link(line, search_address(doc, filter_or(doc,
		    library_declared(library), query, field,
		    library_clause(library, doc, name, row->id))), row->label);
	}
	facets_put_rest(doc, counts.count, i);
	return true;
}

struct doc *
page_facets(const void *ctx, struct library *library,
    const struct result *result, size_t most, bool choosing)
{
	const struct address address = { .page = PAGE_FACETS,
	    .query = result->asked };
	const char *const *field;
	struct doc *doc = doc_new(ctx, "facets");
	struct list counts;
	bool begun = result_is_begun(library, result);

	field = library_facet_fields(library, doc, result->target);
	doc->address = address_print(doc, &address);
	(void)doc_title(doc, mem_format(doc, "%s%s%s", wording_total(doc, result),
	    *address.query == '\0' ? "" : " for ", address.query));
	put_interpretation(doc, result);
	if (choosing)
		put_remarks(doc, result);
	doc_gap(doc);
	for (; *field != NULL; field++) {
		if (choosing && put_more(doc, library, result, *field, most))
			continue;
		counts = library_facet(library, doc, result, *field);
		if (counts.count > 0)
			facets_put_facet(doc, library, result, *field, &counts,
			    most, begun);
	}
	return doc;
}
