/* The start page: what the bibliography is, and where to begin. */
#include "page/page_start.h"

#include "base/text.h"
#include "record/guide.h"
#include "page/makers.h"
#include "page/page_lists.h"
#include "page/page_search.h"
#include "page/reporting.h"
#include "page/wording.h"

static void
link_to(struct doc *doc, struct block *block, const struct address *address,
    const char *text)
{
	block_link(block, address_print(doc, address), text);
}

/* Ways to begin. */

static void
put_way(struct doc *doc, const char *label, enum page page, const char *text)
{
	const struct address address = { .page = page, .query = "" };

	link_to(doc, doc_row(doc, label), &address, text);
}

static void
put_tours(struct doc *doc, struct library *library)
{
	struct list ids = library_ids(library, doc, RECTYPE_TOUR);
	const struct tour *tour;
	size_t i;

	for (i = 0; i < ids.count; i++) {
		tour = library_record(library, doc, RECTYPE_TOUR,
		    list_at(&ids, i));
		if (tour != NULL)
			block_link(doc_row(doc, "tour"), address_of(doc,
			    RECTYPE_TOUR, tour->id), tour->title);
	}
}

/* The reading lists of the bibliography and of the reader. */
static size_t
start_count_lists(struct library *library)
{
	void *scratch = mem_context(NULL);
	size_t count = library_ids(library, scratch, RECTYPE_LIST).count;

	mem_free(scratch);
	return count;
}

/* Whether a page has any content. */
static bool
start_has(struct library *library, enum page page)
{
	switch (page) {
	case PAGE_TERMS:
	case PAGE_MAP:
		return library_has(library, RECTYPE_TERM);
	case PAGE_CLAIMS:
		return library_has(library, RECTYPE_CLAIM);
	case PAGE_LISTS:
		return start_count_lists(library) > 0;
	case PAGE_SAFETY:
		return reports_harms(library);
	case PAGE_GLOSSARY:
		return library_has(library, RECTYPE_ENTRY);
	default:
		return true;
	}
}

static void
start_put_records(struct doc *doc, struct library *library)
{
	const struct address topics = { .page = PAGE_TYPE,
	    .kind = RECTYPE_TOPIC, .query = "" };
	size_t lists = start_count_lists(library);
	long count = library_count(library, RECTYPE_TOPIC);

	put_tours(doc, library);
	if (count > 0)
		link_to(doc, doc_row(doc, "topics"), &topics, mem_format(doc,
		    count == 1 ? "%ld question with its answer" : "%ld "
		    "questions with their answers", count));
	if (lists > 0)
		put_way(doc, "lists", PAGE_LISTS, mem_format(doc, lists == 1 ?
		    "%zu reading list" : "%zu reading lists", lists));
}

static void
start_put_ways(struct doc *doc, struct library *library)
{
	struct list known = lists_facets(doc, library);

	(void)doc_heading(doc, "Where to begin");
	start_put_records(doc, library);
	if (known.count > 0)
		put_facet_links(doc_row(doc, "terms"), &known, NULL);
	if (start_has(library, PAGE_CLAIMS))
		put_way(doc, "claims", PAGE_CLAIMS, mem_format(doc,
		    "What popular articles claim: %s, by verdict.",
		    wording_count(doc, RECTYPE_CLAIM, library_count(library,
		    RECTYPE_CLAIM))));
	if (start_has(library, PAGE_MAP))
		put_way(doc, "map", PAGE_MAP, "Where this bibliography has "
		    "evidence, and where it has gaps.");
	if (start_has(library, PAGE_SAFETY))
		put_way(doc, "safety", PAGE_SAFETY, "Harms, precautions and "
		    "contraindications.");
	if (start_has(library, PAGE_GLOSSARY))
		put_way(doc, "glossary", PAGE_GLOSSARY, "Technical words in "
		    "plain English.");
	put_way(doc, "everything", PAGE_SEARCH, mem_format(doc, "%s, the "
	    "strongest first.", wording_count(doc, RECTYPE_WORK,
	    library_count(library, RECTYPE_WORK))));
}

/* Contents. */

static void
put_field(struct doc *doc, struct library *library,
    const struct result *all, const char *label, const char *field)
{
	struct list rows = library_facet(library, doc, all, field);
	struct address address = { .page = PAGE_SEARCH };
	const struct facet_count *row;
	struct block *line;
	size_t first, i;

	if (rows.count == 0)
		return;
	line = doc_row(doc, label);
	/* Works without a level are counted first, but named last. */
	first = text_same(field, "level") && text_same(((const struct
	    facet_count *)list_at(&rows, 0))->id, "0");
	for (i = 0; i < rows.count; i++) {
		row = list_at(&rows, (i + first) % rows.count);
		address.query = library_clause(library, doc, field, row->id);
		block_text(line, i > 0 ? ", " : "");
		link_to(doc, line, &address, row->label);
		block_format(line, ROLE_TEXT, " (%ld)", row->count);
	}
}

static void
put_contents(struct doc *doc, struct library *library)
{
	const struct search search = { .target = RECTYPE_WORK,
	    .order = ORDER_LEVEL };
	const struct result *all = library_search(library, doc, &search, "");

	(void)doc_heading(doc, "Contents");
	doc_field(doc, "Works", mem_format(doc, "%ld", all->total));
	put_field(doc, library, all, "Level", "level");
	put_field(doc, library, all, "Studied in", "subjects");
	put_field(doc, library, all, "Source read", "known");
	put_field(doc, library, all, "Marked as", "is");
	put_field(doc, library, all, "Designs", "design");
	put_reporting(doc, library, "");
	if (library_left_out(library) > 0)
		link_to(doc, doc_row(doc, "Left out"), &(struct address){
		    .page = PAGE_PROBLEMS, .query = "" }, mem_format(doc,
		    "%ld with errors", library_left_out(library)));
}

/* The open bibliographies, if there are several. */
static void
put_open(struct doc *doc, struct library *library)
{
	struct list all = library_bibliographies(library, doc);
	const struct about *about;
	struct block *item;
	size_t i;

	if (all.count < 2)
		return;
	(void)doc_heading(doc, "Open bibliographies");
	for (i = 0; i < all.count; i++) {
		about = list_at(&all, i);
		item = doc_item(doc, 0);
		block_format(item, ROLE_TEXT, "%s: %s", about->id,
		    about->title);
		if (about->description != NULL)
			block_format(item, ROLE_TEXT, ". %s",
			    about->description);
	}
}

static void
start_put_articles(struct doc *doc, struct library *library)
{
	struct list ids = library_ids(library, doc, RECTYPE_ARTICLE);
	const struct article *article;
	struct block *item;
	size_t i;

	if (ids.count > 0)
		(void)doc_heading(doc, "Popular articles");
	for (i = 0; i < ids.count; i++) {
		article = library_record(library, doc, RECTYPE_ARTICLE,
		    list_at(&ids, i));
		if (article == NULL)
			continue;
		item = doc_item(doc, 0);
		block_link(item, address_of(doc, RECTYPE_ARTICLE, article->id),
		    article->label);
		if (article->claims != NULL)
			block_format(item, ROLE_TEXT, " (%s)", wording_number(
			    doc, article->claims, "claim", "claims"));
	}
}

/* Which techniques count as the treatment, and which are only related to it. */
static void
put_directness(struct doc *doc, const struct about *about)
{
	const struct directness *directness;
	struct block *item;
	size_t i;

	if (about->directness.count > 0)
		(void)doc_heading(doc, "What is covered");
	for (i = 0; i < about->directness.count; i++) {
		directness = list_at(&about->directness, i);
		item = doc_item(doc, 0);
		block_text(item, directness->label);
		if (text_same(directness->indirect, "yes"))
			block_add(item, ROLE_WARNING, " (indirect evidence)");
		if (directness->meaning != NULL)
			block_format(item, ROLE_TEXT, ": %s",
			    directness->meaning);
	}
}

/* How to read this bibliography, in its authors' words. */
static void
put_advice(struct doc *doc, const struct about *about)
{
	const struct advice *advice;
	size_t i, j;

	if (about->how_to_read.count > 0)
		(void)doc_heading(doc, "How to read this");
	for (i = 0; i < about->how_to_read.count; i++) {
		advice = list_at(&about->how_to_read, i);
		if (i > 0)
			doc_gap(doc);
		if (advice->heading != NULL)
			block_format(doc_paragraph(doc, 0), ROLE_LABEL, "%s:",
			    advice->heading);
		for (j = 0; j < advice->text.count; j++)
			block_text(doc_item(doc, 0), list_at(&advice->text, j));
	}
}

/* The values that the bibliography adds to the format's lists. */
static void
put_declared(struct doc *doc, const struct about *about)
{
	const struct declared_code *code;
	struct block *item;
	size_t i;

	if (about->codes.count > 0)
		(void)doc_heading(doc, "Codes added by this bibliography");
	for (i = 0; i < about->codes.count; i++) {
		code = list_at(&about->codes, i);
		item = doc_item(doc, 0);
		block_text(item, code->label);
		if (code->sign != NULL)
			block_format(item, ROLE_TEXT, " (%s)", code->sign);
		block_format(item, ROLE_TEXT, ", a%s %s", text_begins(
		    code->list, "e") ? "n" : "", code_label(&extendable,
		    code->list));
		if (code->like != NULL)
			block_format(item, ROLE_TEXT, " treated as %s",
			    code_label(text_same(code->list, "design") ?
			    &designs : text_same(code->list, "facet") ?
			    &facets : &estimate_types, code->like));
		if (code->meaning != NULL)
			block_format(item, ROLE_TEXT, ": %s", code->meaning);
	}
}

/*
 * How many web pages were searched for popular statements, and their addresses.
 */
static void
put_pages_counted(struct doc *doc, const struct about *about)
{
	if (about->popular == NULL)
		return;
	(void)doc_heading(doc, "Popular statements");
	doc_para(doc, mem_format(doc, "Counted on %s. %s", wording_number(doc,
	    about->popular->pages, "web page", "web pages"),
	    about->popular->text));
}

struct doc *
page_reading(const void *ctx, struct library *library)
{
	struct list all = library_bibliographies(library, ctx);
	struct doc *doc = doc_new(ctx, "start");
	const struct about *about;
	size_t i;

	doc->found = 0;
	for (i = 0; i < all.count; i++) {
		about = list_at(&all, i);
		if (about->how_to_read.count == 0)
			continue;
		(void)doc_title(doc, about->title);
		put_advice(doc, about);
		doc->found++;
	}
	return doc;
}

struct doc *
page_start(const void *ctx, struct library *library,
    const struct address *address)
{
	const struct about *about = library_about(library);
	struct doc *doc = doc_new(ctx, "start");

	(void)address;
	(void)doc_title(doc, library_title(library));
	doc_gap(doc);
	if (about != NULL) {
		doc_para(doc, about->description);
		doc_gap(doc);
		doc_field(doc, "Last changed", about->version);
		doc_field(doc, "Added", about->added);
		doc_field(doc, "Changed", about->changed);
		doc_field(doc, "Licence", about->rights);
		if (about->rights_url != NULL)
			doc_verbatim(doc, about->rights_url);
	}
	put_open(doc, library);
	start_put_ways(doc, library);
	put_contents(doc, library);
	start_put_articles(doc, library);
	if (about != NULL) {
		put_directness(doc, about);
		put_advice(doc, about);
		put_declared(doc, about);
		put_pages_counted(doc, about);
	}
	return doc;
}

/* The first screen. */

enum {
	WORKS_COUNTED = 5000,	/* maximum works to count: counting must not
				   delay keys */
	EXAMPLE_CELLS = 60
};

static void
put_example(struct doc *doc, const char *label, const char *query)
{
	const struct address address = { .page = PAGE_SEARCH,
	    .query = query };
	struct block *item = doc_row(doc, label);

	link_to(doc, item, &address, query);
}

/* The label of the term of a facet that most works have. */
static void
put_example_of(struct doc *doc, struct library *library,
    const struct result *all, const char *label, enum facet facet)
{
	const char *term = all->total > WORKS_COUNTED ? NULL :
	    library_main_term(library, doc, facet);

	if (term != NULL)
		put_example(doc, label, term);
}

/* The first claim short enough to type. */
static void
put_example_claim(struct doc *doc, struct library *library)
{
	const struct claim *claim;
	int64_t row = 0;

	while ((claim = library_next_claim(library, doc, &row)) != NULL) {
		if (text_width(claim->statement) > EXAMPLE_CELLS)
			continue;
		put_example(doc, "a sentence", claim->statement);
		return;
	}
}

/* The open bibliographies, and other pages to visit. */
static void
put_shelf(struct doc *doc, struct library *library)
{
	static const struct address pages[] = {
		{ .page = PAGE_TYPE, .kind = RECTYPE_TOPIC, .query = "" },
		{ .page = PAGE_LISTS, .query = "" },
		{ .page = PAGE_TERMS, .query = "" },
		{ .page = PAGE_CLAIMS, .query = "" },
		{ .page = PAGE_MAP, .query = "" },
		{ .page = PAGE_SAFETY, .query = "" },
		{ .page = PAGE_GLOSSARY, .query = "" },
	};
	const struct address start = { .page = PAGE_START, .query = "" };
	struct block *row = doc_row(doc, "Open");
	bool any = false;
	size_t i;

	link_to(doc, row, &start, library_title(library));
	for (i = 0; i < COUNT(pages); i++) {
		if (!(pages[i].page == PAGE_TYPE ? library_has(library,
		    pages[i].kind) : start_has(library, pages[i].page)))
			continue;
		if (any)
			block_text(row, "  ");
		else
			row = doc_row(doc, "See also");
		any = true;
		link_to(doc, row, &pages[i], pages[i].page == PAGE_TYPE ?
		    rectype_plural(pages[i].kind) :
		    address_page_name((int)pages[i].page));
	}
}

struct doc *
page_welcome(const void *ctx, struct library *library,
    const struct result *all)
{
	struct doc *doc = doc_new(ctx, "search");

	doc_para(doc, "Type words, a sentence or a reference, for example");
	put_example_of(doc, library, all, "a condition", FACET_CONDITION);
	put_example_of(doc, library, all, "an outcome", FACET_OUTCOME);
	put_example_claim(doc, library);
	put_tours(doc, library);
	put_shelf(doc, library);
	doc_gap(doc);
	return doc;
}
