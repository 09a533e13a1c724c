/* Pages: the table of the functions that make them. */
#include "page/page.h"

#include <assert.h>

#include "page/page_facets.h"
#include "page/gloss.h"
#include "page/makers.h"
#include "page/page_notes.h"
#include "page/page_search.h"
#include "page/page_type.h"

enum { SHOWN_MAX = 20 };

static const struct {
	void	(*make)(struct doc *doc, struct library *library,
		    const void *record, const char *only);
	bool	  glossed;	/* glossary words on the page become links */
} records[RECTYPE_COUNT] = {
#define X(type, maker, glossed)	[RECTYPE_##type] = { maker, glossed },
	RECORD_PAGES(X)
#undef X
};

static const struct {
	struct doc	*(*make)(const void *ctx, struct library *library,
			    const struct address *address);
	bool		  glossed;
} pages[PAGE_NAMES] = {
#define X_PAGE(id, name, maker, glossed, purpose)			\
	[PAGE_##id] = { maker, glossed },
#define X_VIEW(id, name, maker, glossed, of, modes, key, purpose)		\
	[PAGE_##id] = { maker, glossed },
	PAGE_LIST(X_PAGE, X_VIEW)
#undef X_PAGE
#undef X_VIEW
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
		doc = page_start(ctx, library, address);
	} else if (record != NULL) {
		doc = doc_new(ctx, address_print(scratch, address));
		records[address->kind].make(doc, library, record,
		    address->subjects);
		page_put_note(doc, library, address);
		if (records[address->kind].glossed)
			gloss_page(doc, library);
	}
	mem_free(scratch);
	return doc;
}

/* The page of the works that a query finds; owned by `ctx`. */
static struct result *
page_find_works(const void *ctx, struct library *library, const char *query)
{
	const struct search search = { .target = RECTYPE_WORK,
	    .order = ORDER_COUNT, .limit = SHOWN_MAX, .fill = SHOWN_MAX };

	return library_search(library, ctx, &search, query);
}

/* The results of a search, as `strigil search` prints them. */
struct doc *
page_of_search(const void *ctx, struct library *library,
    const struct address *address)
{
	struct result *result = page_find_works(ctx, library, address->query);
	struct doc *doc = page_search(ctx, library, result, true);

	mem_free(result);
	return doc;
}

/* The facets of all results. */
struct doc *
page_of_facets(const void *ctx, struct library *library,
    const struct address *address)
{
	struct result *result = page_find_works(ctx, library, address->query);
	struct doc *doc = page_facets(ctx, library, result, 0, true);

	mem_free(result);
	return doc;
}

/* The browser makes the help pages, as it knows the keys. */
static struct doc *
make_once(const void *ctx, struct library *library,
    const struct address *address)
{
	struct doc *doc;

	if (address->page == PAGE_RECORD)
		return make_record(ctx, library, address);
	if (address->page == PAGE_TYPE)
		return page_type(ctx, library, address);
	if (address->page >= PAGE_NAMES)
		return NULL;
	doc = pages[address->page].make(ctx, library, address);
	if (doc != NULL && pages[address->page].glossed)
		gloss_page(doc, library);
	return doc;
}

struct doc *
page_make(const void *ctx, struct library *library,
    const struct address *address)
{
	struct err err = ERR_INIT;
	struct doc *doc = NULL;
	bool began;

	assert(library != NULL && address != NULL);
	began = library_begin(library);
	do {
		mem_free(doc);
		doc = make_once(ctx, library, address);
	} while (library_again(library));
	library_finish(library, began);
	if (library_ok(library, &err))
		return doc;
	mem_free(doc);
	return NULL;
}
