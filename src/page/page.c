/* Pages: the table of them. */
#include "page/page.h"

#include "page/page_facets.h"
#include "page/page_map.h"
#include "page/page_plot.h"
#include "page/page_search.h"

enum { SHOWN_MAX = 20 };

static void
make_work(struct doc *doc, struct library *library, const void *record)
{
	page_work(doc, library, record);
}

static void
make_claim(struct doc *doc, struct library *library, const void *record)
{
	page_claim(doc, library, record);
}

static void
make_proposition(struct doc *doc, struct library *library, const void *record)
{
	page_proposition(doc, library, record);
}

static void
make_term(struct doc *doc, struct library *library, const void *record)
{
	page_term(doc, library, record);
}

static void
make_article(struct doc *doc, struct library *library, const void *record)
{
	page_article(doc, library, record);
}

static void
make_trial_list(struct doc *doc, struct library *library, const void *record)
{
	page_trial_list(doc, library, record);
}

static void
make_about(struct doc *doc, struct library *library, const void *record)
{
	page_about(doc, library, record);
}

static void	(*const makers[KIND_COUNT])(struct doc *, struct library *,
		    const void *) = {
	[KIND_ABOUT] = make_about,
	[KIND_ARTICLE] = make_article,
	[KIND_TERM] = make_term,
	[KIND_WORK] = make_work,
	[KIND_CLAIM] = make_claim,
	[KIND_PROPOSITION] = make_proposition,
	[KIND_TRIAL_LIST] = make_trial_list,
};

static struct doc *
make_record(const void *ctx, struct library *library,
    const struct address *address)
{
	void *scratch = mem_context(NULL);
	void *record = address->kind == KIND_COUNT ? NULL : library_record(
	    library, scratch, address->kind, address->id);
	struct doc *doc = NULL;

	if (record != NULL) {
		doc = doc_new(ctx, address_print(scratch, address));
		makers[address->kind](doc, library, record);
	}
	mem_free(scratch);
	return doc;
}

/* A search as it is printed, or the facets of all that it finds. */
static struct doc *
make_search(const void *ctx, struct library *library,
    const struct address *address)
{
	const struct search search = { .target = PLAN_WORKS,
	    .order = ORDER_COUNT, .limit = SHOWN_MAX, .fill = SHOWN_MAX };
	void *scratch = mem_context(NULL);
	const struct result *result = library_search(library, scratch,
	    &search, address->query);
	struct doc *doc = address->page == PAGE_FACETS ? page_facets(ctx,
	    library, result, 0) : page_search(ctx, library, result);

	mem_free(scratch);
	return doc;
}

struct doc *
page_make(const void *ctx, struct library *library,
    const struct address *address)
{
	switch (address->page) {
	case PAGE_RECORD:
		return make_record(ctx, library, address);
	case PAGE_SEARCH:
	case PAGE_FACETS:
		return make_search(ctx, library, address);
	case PAGE_MAP:
		return page_map(ctx, library, address, MAP_WHOLE);
	case PAGE_PLOT:
		return page_plot(ctx, library, address, false);
	case PAGE_HELP:
		break;		/* made of the keys, which a page knows not */
	}
	return NULL;
}
