/* Links between the pages of one printed file. */
#include "export/links.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

void
links_sort(struct list *addresses)
{
	if (addresses->count > 1)
		qsort(addresses->at, addresses->count, sizeof(*addresses->at),
		    text_order);
}

struct list
links_here(const void *ctx, const struct list *docs)
{
	struct list here = { .at = NULL };
	struct block *block;
	struct doc *doc;
	size_t i, j;

	for (i = 0; i < docs->count; i++) {
		doc = list_at(docs, i);
		list_add(ctx, &here, mem_text(ctx, doc->address));
		for (j = 0; j < doc->blocks.count; j++) {
			block = list_at(&doc->blocks, j);
			if (block->anchor != NULL)
				list_add(ctx, &here, mem_text(ctx,
				    block->anchor));
		}
	}
	links_sort(&here);
	return here;
}

struct wanted {
	const void	*ctx;
	struct list	 all;		/* char * */
};

static void
add_wanted(void *user, const char *link)
{
	struct wanted *wanted = user;

	list_add(wanted->ctx, &wanted->all, mem_text(wanted->ctx, link));
}

struct list
links_wanted(const void *ctx, const struct list *docs)
{
	struct wanted wanted = { ctx, { .at = NULL } };
	size_t i;

	for (i = 0; i < docs->count; i++)
		doc_links(list_at(docs, i), add_wanted, &wanted);
	links_sort(&wanted.all);
	return wanted.all;
}

bool
links_lead(const struct list *here, const char *address)
{
	return address != NULL && here->count > 0 && bsearch(&address,
	    here->at, here->count, sizeof(*here->at), text_order) != NULL;
}
