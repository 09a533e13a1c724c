/* Kept pages: checks the pages that lists and notes refer to. */
#include "library/kept_pages.h"

#include "base/text.h"
#include "index/store.h"
#include "record/address.h"

struct kept_page {
	struct place	 place;
	const char	*element;	/* <item>, <note> ... */
	const char	*page;
	const char	*bibliography;	/* NULL if not given */
	const char	*own;		/* bibliography of the list, or NULL */
};

/* Collecting. */

static void
note_part(const void *ctx, const struct schema *schema, const char *element,
    const void *part, struct list *pages)
{
	const struct member *page = schema_member(schema, "page",
	    FORM_ATTRIBUTE);
	const struct member *of = schema_member(schema, "bibliography",
	    FORM_ATTRIBUTE);
	struct kept_page *kept;

	if (page == NULL || page->type != VALUE_ADDRESS ||
	    record_value(part, page) == NULL)
		return;
	kept = mem_new(ctx, struct kept_page);
	kept->place = ((const struct record *)part)->at;
	kept->element = element;
	kept->page = mem_text(kept, record_value(part, page));
	if (of != NULL && record_value(part, of) != NULL)
		kept->bibliography = mem_text(kept, record_value(part, of));
	list_add(ctx, pages, kept);
}

/* Collects the pages of a record and its parts. */
static void
note_pages(const void *ctx, const struct schema *schema, const char *element,
    const void *record, struct list *pages)
{
	const struct member *m;
	const struct list *parts;
	size_t i;

	note_part(ctx, schema, element, record, pages);
	for (m = schema->members; m < schema->members + schema->count; m++) {
		if (m->type != VALUE_RECORD || !m->many)
			continue;
		parts = record_list(record, m);
		for (i = 0; i < parts->count; i++)
			note_pages(ctx, m->schema, m->name,
			    list_at(parts, i), pages);
	}
}

void
kept_pages_note(const void *ctx, const struct found *found, const char *own,
    struct list *pages)
{
	const struct schema *schema = rectype_schema(found->kind);
	size_t i = pages->count;

	if (found->kind == RECTYPE_LIST || found->kind == RECTYPE_NOTES)
		note_pages(ctx, schema, schema->name, found->record, pages);
	for (; i < pages->count; i++)
		((struct kept_page *)list_at(pages, i))->own = own;
}

size_t
kept_pages_count(const struct list *pages, const char *element)
{
	size_t n = 0, i;

	for (i = 0; i < pages->count; i++)
		n += text_same(((const struct kept_page *)list_at(pages,
		    i))->element, element);
	return n;
}

/* Checking. */

static void
warn_of_nothing(struct store *store, const struct kept_page *kept,
    const struct address *address, struct diag_sink *sink)
{
	char *near = store_nearest(store, NULL, address->kind, address->id);

	diag_warning(sink, kept->place, "'%s' does not exist%s%s: correct "
	    "page, or remove the <%s>%s%s%s%s%s", kept->page,
	    kept->bibliography == NULL ? "" : " in ", kept->bibliography ==
	    NULL ? "" : kept->bibliography, kept->element, near == NULL ? "" :
	    "; the nearest is "
	    "'", near == NULL ? "" : rectype_name(address->kind),
	    near == NULL ? "" : "/", near == NULL ? "" : near, near == NULL ?
	    "" : "'");
	mem_free(near);
}

static void
warn_of_several(const struct kept_page *kept, const struct list *owners,
    struct diag_sink *sink)
{
	struct buf names = { .data = NULL };
	void *scratch = mem_context(NULL);
	size_t i;

	for (i = 0; i < owners->count; i++)
		buf_format(scratch, &names, "%sbibliography=\"%s\"", i == 0 ?
		    "" : i + 1 == owners->count ? " or " : ", ",
		    (const char *)list_at(owners, i));
	diag_warning(sink, kept->place, "%zu bibliographies have '%s': add %s",
	    owners->count, kept->page, names.data);
	mem_free(scratch);
}

/*
 * Warns once about a bibliography that is not open, as pages in it cannot be
 * checked.
 */
static bool
is_not_read(struct store *store, const void *ctx,
    const struct kept_page *kept, struct list *absent, struct diag_sink *sink)
{
	const char *name = kept->bibliography;

	if (name == NULL || store_has(store, RECTYPE_ABOUT, name))
		return false;
	if (list_holds(absent, name))
		return true;
	list_add(ctx, absent, mem_text(ctx, name));
	diag_warning(sink, kept->place, "the bibliography '%s' was not read, "
	    "so its pages were not checked: name it with -b", name);
	return true;
}

void
kept_pages_check(struct store *store, const struct list *pages,
    struct diag_sink *sink)
{
	void *scratch = mem_context(NULL);
	const struct kept_page *kept;
	struct list absent = { .at = NULL }, owners;
	struct address address;
	size_t i;

	for (i = 0; i < pages->count; i++) {
		kept = list_at(pages, i);
		if (!address_parse(scratch, kept->page, &address) ||
		    address.page != PAGE_RECORD || is_not_read(store,
		    scratch, kept, &absent, sink))
			continue;
		owners = store_owners(store, scratch, address.kind,
		    address.id, kept->bibliography);
		if (kept->own != NULL && list_holds(&owners, kept->own))
			continue;
		if (owners.count == 0)
			warn_of_nothing(store, kept, &address, sink);
		else if (owners.count > 1)
			warn_of_several(kept, &owners, sink);
	}
	mem_free(scratch);
}
