/* Pages that list: terms of a facet, claims by their verdicts. */
#include "page/makers.h"

#include "base/text.h"
#include "page/page_lists.h"
#include "page/page_search.h"
#include "page/term_counts.h"
#include "page/wording.h"

enum { CLAIMS_MAX = 10000 };

/* Terms. */

struct lists_page {
	struct doc	*doc;
	struct library	*library;
	struct table	*table;
};

static void
put_count(struct lists_page *page, struct table_row *row, const struct term *term,
    const char *subject, long count)
{
	struct address address = { .page = PAGE_SEARCH, .query =
	    mem_format(page->doc, "%s%s%s", library_clause(page->library,
	    page->doc, term->facet, term->id), subject == NULL ? "" :
	    " subjects:", subject == NULL ? "" : subject) };
	struct block *cell = table_cell(row);

	if (count == 0) {
		block_text(cell, ".");
		(void)block_spoken(cell);
		return;
	}
	block_link(cell, address_print(page->doc, &address),
	    mem_format(page->doc, "%ld", count));
}

static void
lists_put_term(struct lists_page *page, const struct term_count *count)
{
	const struct term *term = count->term;
	struct table_row *row = table_row(page->table, count->depth);
	struct block *cell;

	block_link(row->head, address_of(page->doc, RECTYPE_TERM, term->id),
	    term->label);
	put_count(page, row, term, NULL, count->works);
	put_count(page, row, term, "human", count->people);
	put_count(page, row, term, "animal", count->animals);
	put_count(page, row, term, "cells", count->cells);
	cell = table_cell(row);
	if (count->works == 0)
		block_text(cell, "gap");
	else if (count->people == 0)
		block_add(cell, ROLE_WARNING, count->recorded < count->works ?
		    "not recorded" : "not in people");
	else
		(void)block_spoken(cell);
}

/* A table of the terms of a facet that match the query, if there are any. */
static bool
lists_put_facet(struct doc *doc, struct library *library,
    const struct code *facet, const char *query, bool heading)
{
	static const char *const heads[][2] = { { "works", "works" },
	    { "people", "people" }, { "animals", "animals" },
	    { "cells", "cells" }, { "", "" } };
	struct list counts = term_counts(doc, library, facet->id, query);
	struct lists_page page = { doc, library, NULL };
	size_t i;

	if (counts.count == 0)
		return false;
	if (heading)
		(void)doc_heading(doc, facet->label);
	else
		doc_gap(doc);
	page.table = doc_table(doc, TABLE_FITTED);
	for (i = 0; i < COUNT(heads); i++)
		table_head(page.table, heads[i][0], heads[i][1], NULL);
	for (i = 0; i < counts.count; i++)
		lists_put_term(&page, list_at(&counts, i));
	return true;
}

const char *
lists_facet_label(struct library *library, const char *field)
{
	return about_label(library_about(library), &facets, field);
}

struct list
lists_facets(const void *ctx, struct library *library)
{
	struct list all = { .at = NULL };
	const struct list *declared = library_declared(library);
	const struct field *field;
	struct code *code;
	size_t i;

	for (i = 0; i < facets.count; i++) {
		if (!library_has_terms(library, facets.at[i].id))
			continue;
		code = mem_new(ctx, struct code);
		*code = facets.at[i];
		code->label = lists_facet_label(library, code->id);
		list_add(ctx, &all, code);
	}
	for (i = 0; i < declared->count; i++) {
		field = list_at(declared, i);
		if (!library_has_terms(library, field->name))
			continue;
		code = mem_new(ctx, struct code);
		*code = (struct code){ field->name, lists_facet_label(library,
		    field->name), "", field->help };
		list_add(ctx, &all, code);
	}
	return all;
}

void
put_facet_links(struct block *line, const struct list *known, const char *now)
{
	struct address address = { .page = PAGE_TERMS, .query = "" };
	const struct code *facet;
	size_t i;

	for (i = 0; i < known->count; i++) {
		facet = list_at(known, i);
		address.facet = facet->id;
		block_text(line, i > 0 ? " " : "");
		if (text_same(now, address.facet))
			block_add(line, ROLE_GRADE, address.facet);
		else
			block_link(line, address_print(line, &address),
			    address.facet);
	}
}

struct doc *
page_terms(const void *ctx, struct library *library,
    const struct address *address)
{
	struct doc *doc = doc_new(ctx, "terms");
	struct list known = lists_facets(doc, library);
	const struct code *facet = NULL, *one;
	size_t i;

	doc->found = 0;
	for (i = 0; i < known.count; i++) {
		one = list_at(&known, i);
		facet = text_same(one->id, address->facet) ? one : facet;
	}
	doc->address = address_print(doc, address);
	(void)doc_title(doc, mem_format(doc, "Terms%s%s%s%s", facet == NULL ?
	    "" : ": ", facet == NULL ? "" : facet->label, *address->query ==
	    '\0' ? "" : " matching ", address->query));
	doc_gap(doc);
	doc_para(doc, "Number of works on each term, by population studied. A "
	    "broader term includes its narrower terms.  \"Gap\" means not "
	    "covered here, not \"no evidence\".");
	doc_gap(doc);
	if (known.count > 0)
		put_facet_links(doc_row(doc, "Facets"), &known,
		    address->facet);
	for (i = 0; i < known.count; i++) {
		if (facet != NULL && facet != list_at(&known, i))
			continue;
		doc->found += lists_put_facet(doc, library, list_at(&known, i),
		    address->query, facet == NULL);
	}
	doc_gap(doc);
	if (doc->found == 0)
		doc_para(doc, "No matching term.");
	return doc;
}

/* Claims. */

static void
lists_put_claim(struct doc *doc, struct library *library,
    const struct claim *claim)
{
	struct block *item = doc_item(doc, 0);

	block_link(item, address_of(doc, RECTYPE_CLAIM, claim->id),
	    claim->statement);
	block_format(item, ROLE_TEXT, " (%s, %s)", wording_article_short(doc,
	    library, claim->article), code_label(&hedges, claim->hedge));
}

/* The claims of a result (struct claim). */
static struct list
lists_take_claims(struct doc *doc, struct library *library,
    const struct result *result)
{
	struct list claims = { .at = NULL };
	struct claim *claim;
	size_t i;

	for (i = 0; i < result->count; i++) {
		claim = library_row(library, doc, RECTYPE_CLAIM,
		    result->hits[i].record);
		if (claim != NULL)
			list_add(doc, &claims, claim);
	}
	return claims;
}

/* The claims with one verdict (NULL: none), under its name. */
static void
lists_put_verdict(struct doc *doc, struct library *library,
    const struct list *claims, const struct code *verdict)
{
	const char *id = verdict == NULL ? NULL : verdict->id;
	const struct claim *claim;
	struct list under = { .at = NULL };
	size_t i;

	for (i = 0; i < claims->count; i++) {
		claim = list_at(claims, i);
		if (text_same(claim->verdict, id))
			list_add(doc, &under, list_at(claims, i));
	}
	if (under.count == 0)
		return;
	(void)doc_heading(doc, mem_format(doc, "%s: %zu", verdict == NULL ?
	    "no verdict" : verdict->label, under.count));
	if (verdict != NULL)
		doc_para(doc, verdict->meaning);
	for (i = 0; i < under.count; i++)
		lists_put_claim(doc, library, list_at(&under, i));
}

struct doc *
page_claims(const void *ctx, struct library *library,
    const struct address *address)
{
	const struct search all = { .target = RECTYPE_CLAIM,
	    .order = ORDER_COUNT, .limit = CLAIMS_MAX };
	struct doc *doc = doc_new(ctx, "claims");
	const struct result *result = library_search(library, doc, &all,
	    address->query);
	struct list claims = lists_take_claims(doc, library, result);
	size_t i;

	doc->address = address_print(doc, address);
	doc->found = result->total;
	(void)doc_title(doc, mem_format(doc, "%s of popular articles%s%s",
	    wording_count(doc, RECTYPE_CLAIM, result->total), *address->query == '\0'
	    ? "" : " for: ", address->query));
	put_interpretation(doc, result);
	put_remarks(doc, result);
	for (i = 0; i < verdicts.count; i++)
		lists_put_verdict(doc, library, &claims, &verdicts.at[i]);
	lists_put_verdict(doc, library, &claims, NULL);
	return doc;
}
