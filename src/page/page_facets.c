/* What the hits of a search are about, counted, as a document. */
#include "page/page_facets.h"

#include <string.h>

#include "base/text.h"
#include "page/page_search.h"

/* The address of the search with one more field. */
static char *
narrowed(const void *ctx, const struct result *result, const char *field,
    const char *id)
{
	const char *query = result->asked->query->text;
	const char *value = text_same(field, "level") && text_same(id, "0") ?
	    "none" : id;
	bool several = strstr(query, " OR ") != NULL;
	const char *quote = strchr(value, ' ') != NULL ? "\"" : "";
	struct address address = { .page = PAGE_SEARCH };

	address.query = mem_format(ctx, "%s%s%s%s%s:%s%s%s", several ? "(" :
	    "", query, several ? ")" : "", *query == '\0' ? "" : " ", field,
	    quote, value, quote);
	return address_print(ctx, &address);
}

static void
put_facet(struct doc *doc, const struct result *result, const char *field,
    const struct list *counts, size_t most)
{
	const struct facet_count *row;
	struct block *line;
	size_t i, n = most > 0 && counts->count > most ? most : counts->count;

	(void)doc_heading(doc, field);
	for (i = 0; i < n; i++) {
		row = counts->at[i];
		line = doc_paragraph(doc, 0);
		block_format(line, ROLE_TEXT, "%7ld  ", row->count);
		block_link(line, narrowed(doc, result, field, row->id),
		    row->label);
	}
	if (n < counts->count)
		block_format(doc_paragraph(doc, 0), ROLE_TEXT,
		    "         and %zu more", counts->count - n);
	doc_gap(doc);
}

struct doc *
page_facets(const void *ctx, struct library *library,
    const struct result *result, size_t most, bool remarks)
{
	const struct address address = { .page = PAGE_FACETS,
	    .query = result->asked->query->text };
	const char *const *field = facet_fields(result->asked->target);
	struct doc *doc = doc_new(ctx, "facets");
	struct list counts;

	doc->address = address_print(doc, &address);
	(void)doc_title(doc, mem_format(doc, "%s%s%s", say_total(doc, result),
	    *address.query == '\0' ? "" : " for ", address.query));
	put_reading(doc, result);
	if (remarks)
		put_remarks(doc, result);
	doc_gap(doc);
	for (; *field != NULL; field++) {
		counts = library_facet(library, doc, result, *field);
		if (counts.count > 0)
			put_facet(doc, result, *field, &counts, most);
	}
	return doc;
}
