/* Pages: the table of them. */
#include "page/page.h"

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

struct doc *
page_make(const void *ctx, struct library *library,
    const struct address *address)
{
	void *scratch = mem_context(NULL);
	struct doc *doc = NULL;
	void *record;

	if (address->page == PAGE_RECORD && address->kind != KIND_COUNT) {
		record = library_record(library, scratch, address->kind,
		    address->id);
		if (record != NULL) {
			doc = doc_new(ctx, address_print(scratch, address));
			makers[address->kind](doc, library, record);
		}
	}
	mem_free(scratch);
	return doc;
}
