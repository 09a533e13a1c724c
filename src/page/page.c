/* Pages: the table of them. */
#include "page/page.h"

#include "page/page_compare.h"
#include "page/page_facets.h"
#include "page/page_guide.h"
#include "page/page_lists.h"
#include "page/page_map.h"
#include "page/page_plot.h"
#include "page/page_safety.h"
#include "page/page_search.h"
#include "page/page_start.h"

enum { SHOWN_MAX = 20 };

/* Each makes the page of one record, seen through a lens (NULL: all). */

static void
make_work(struct doc *doc, struct library *library, const void *record,
    const char *lens)
{
	(void)lens;
	page_work(doc, library, record);
}

static void
make_claim(struct doc *doc, struct library *library, const void *record,
    const char *lens)
{
	page_claim(doc, library, record, lens);
}

static void
make_proposition(struct doc *doc, struct library *library,
    const void *record, const char *lens)
{
	page_proposition(doc, library, record, lens);
}

static void
make_term(struct doc *doc, struct library *library, const void *record,
    const char *lens)
{
	page_term(doc, library, record, lens);
}

static void
make_article(struct doc *doc, struct library *library, const void *record,
    const char *lens)
{
	(void)lens;
	page_article(doc, library, record);
}

static void
make_trial_list(struct doc *doc, struct library *library, const void *record,
    const char *lens)
{
	(void)lens;
	page_trial_list(doc, library, record);
}

static void
make_entry(struct doc *doc, struct library *library, const void *record,
    const char *lens)
{
	(void)lens;
	page_entry(doc, library, record);
}

static void
make_tour(struct doc *doc, struct library *library, const void *record,
    const char *lens)
{
	(void)lens;
	page_tour(doc, library, record);
}

static const struct {
	void	(*make)(struct doc *doc, struct library *library,
		    const void *record, const char *lens);
	bool	  glossed;	/* words lead to the glossary */
} makers[RECTYPE_COUNT] = {
	[RECTYPE_ARTICLE] = { make_article, false },
	[RECTYPE_TERM] = { make_term, true },
	[RECTYPE_WORK] = { make_work, true },
	[RECTYPE_CLAIM] = { make_claim, true },
	[RECTYPE_PROPOSITION] = { make_proposition, true },
	[RECTYPE_TRIAL_LIST] = { make_trial_list, true },
	[RECTYPE_ENTRY] = { make_entry, false },
	[RECTYPE_TOUR] = { make_tour, true },
};

static struct doc *
make_record(const void *ctx, struct library *library,
    const struct address *address)
{
	void *scratch = mem_context(NULL);
	void *record = address->kind == RECTYPE_COUNT ? NULL : library_record(
	    library, scratch, address->kind, address->id);
	struct doc *doc = NULL;

	if (record != NULL && address->kind == RECTYPE_ABOUT) {
		doc = page_start(ctx, library);
	} else if (record != NULL) {
		doc = doc_new(ctx, address_print(scratch, address));
		makers[address->kind].make(doc, library, record,
		    address->subjects);
		if (makers[address->kind].glossed)
			page_gloss(doc, library);
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
	    library, result, 0, true) : page_search(ctx, library, result,
	    true);

	mem_free(scratch);
	return doc;
}

static struct doc *
make_start(const void *ctx, struct library *library,
    const struct address *address)
{
	(void)address;
	return page_start(ctx, library);
}

static struct doc *
make_glossary(const void *ctx, struct library *library,
    const struct address *address)
{
	(void)address;
	return page_glossary(ctx, library);
}

/* Pages of help are made of the keys, which a page knows not. */
static struct doc	*(*const pages[])(const void *ctx,
			    struct library *library,
			    const struct address *address) = {
	[PAGE_SEARCH] = make_search,
	[PAGE_FACETS] = make_search,
	[PAGE_MAP] = page_map,
	[PAGE_PLOT] = page_plot,
	[PAGE_CLAIMS] = page_claims,
	[PAGE_TERMS] = page_terms,
	[PAGE_COMPARE] = page_compare,
	[PAGE_SAFETY] = page_safety,
	[PAGE_GLOSSARY] = make_glossary,
	[PAGE_START] = make_start,
	[PAGE_RECORD] = make_record,
	[PAGE_HELP] = NULL,
};

struct doc *
page_make(const void *ctx, struct library *library,
    const struct address *address)
{
	struct doc *doc = pages[address->page] == NULL ? NULL :
	    pages[address->page](ctx, library, address);

	if (doc != NULL && (address->page == PAGE_PLOT || address->page ==
	    PAGE_COMPARE))
		page_gloss(doc, library);
	return doc;
}
