/*
 * Citations in documents: references with their italics, and lists of
 * references.
 */
#include "page/page_citations.h"

#include <assert.h>
#include <stdlib.h>

#include "base/text.h"

void
block_citation(struct block *block, const char *marked)
{
	const char ends[] = { CITE_ITALIC_BEGINS, CITE_ITALIC_ENDS, '\0' };
	void *scratch = mem_context(NULL);
	size_t n;

	for (; *marked != '\0'; marked += n + (marked[n] != '\0')) {
		n = strcspn(marked, ends);
		(marked[n] == CITE_ITALIC_ENDS ? block_italic : block_text)(
		    block, mem_text_n(scratch, marked, n));
	}
	mem_free(scratch);
}

struct doc *
page_references(const void *ctx, bool begins)
{
	struct doc *doc = doc_new(ctx, "references");

	if (begins)
		(void)doc_title(doc, "References");
	return doc;
}

void
page_put_reference(struct doc *doc, const struct work *work, size_t number,
    const char *marked)
{
	struct block *block;

	doc_gap(doc);
	block = doc_paragraph(doc, 0);
	block->anchor = address_of(doc, RECTYPE_WORK, work->id);
	if (number > 0)
		block_format(block, ROLE_TEXT, "%zu. ", number);
	block_citation(block, marked);
}

struct doc *
page_citations(const void *ctx, const struct list *works,
    enum cite_style style)
{
	struct doc *doc = page_references(ctx, true);
	const struct cited *cited;
	struct list list;
	size_t i;

	assert(style < CITE_STYLES);
	list = cite_list_marked(doc, works, style);
	for (i = 0; i < list.count; i++) {
		cited = list_at(&list, i);
		page_put_reference(doc, cited->work, cite_style_is_sorted(
		    style) ? 0 : i + 1, cited->text);
	}
	return doc;
}

/* A link, and its position in the order of links. */
struct cited_link {
	const char	*link;
	size_t		 place;
};

struct cited_links {
	const void	*ctx;
	struct list	 all;		/* struct cited_link */
};

static void
cited_add_mention(void *user, const char *link)
{
	struct cited_links *mentions = user;
	struct cited_link *mention;

	if (!text_begins(link, "work/"))
		return;
	mention = mem_new(mentions->ctx, struct cited_link);
	*mention = (struct cited_link){ link, mentions->all.count };
	list_add(mentions->ctx, &mentions->all, mention);
}

static int
mention_by_link(const void *a, const void *b)
{
	const struct cited_link *one = *(void *const *)a, *other =
	    *(void *const *)b;
	int order = strcmp(one->link, other->link);

	return order != 0 ? order : one->place < other->place ? -1 :
	    one->place > other->place;
}

static int
mention_by_place(const void *a, const void *b)
{
	const struct cited_link *one = *(void *const *)a, *other =
	    *(void *const *)b;

	return one->place < other->place ? -1 : one->place > other->place;
}

/* Lists each link once, in the order of first appearance. */
static void
keep_first_mentions(struct list *all)
{
	const struct cited_link *mention, *before = NULL;
	size_t kept = 0, i;

	if (all->count < 2)
		return;
	qsort(all->at, all->count, sizeof(*all->at), mention_by_link);
	for (i = 0; i < all->count; i++) {
		mention = list_at(all, i);
		if (before == NULL || !text_same(mention->link, before->link))
			all->at[kept++] = all->at[i];
		before = mention;
	}
	all->count = kept;
	qsort(all->at, all->count, sizeof(*all->at), mention_by_place);
}

static bool
has_page(const struct list *docs, const char *address)
{
	const struct doc *doc;
	size_t i;

	for (i = 0; i < docs->count; i++) {
		doc = list_at(docs, i);
		if (text_same(doc->address, address))
			return true;
	}
	return false;
}

struct doc *
page_works_cited(const void *ctx, struct library *library,
    const struct list *docs, enum cite_style style)
{
	void *scratch = mem_context(NULL);
	struct cited_links mentions = { scratch, { .at = NULL } };
	struct list works = { .at = NULL };
	const struct cited_link *mention;
	struct address address;
	struct doc *doc = NULL;
	void *work;
	size_t i;

	for (i = 0; i < docs->count; i++)
		doc_links(list_at(docs, i), cited_add_mention, &mentions);
	keep_first_mentions(&mentions.all);
	for (i = 0; i < mentions.all.count; i++) {
		mention = list_at(&mentions.all, i);
		if (has_page(docs, mention->link) || !library_resolve(library,
		    scratch, mention->link, &address) || address.page !=
		    PAGE_RECORD || address.kind != RECTYPE_WORK)
			continue;
		work = library_record(library, scratch, RECTYPE_WORK,
		    address.id);
		if (work != NULL)
			list_add(scratch, &works, work);
	}
	if (works.count > 0)
		doc = page_citations(ctx, &works, style);
	mem_free(scratch);
	return doc;
}
