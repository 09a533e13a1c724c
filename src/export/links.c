/* Links in files: to pages of the same file, and to the web. */
#include "export/links.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

static int
links_by_address(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

void
links_sort(struct list *addresses)
{
	if (addresses->count > 1)
		qsort(addresses->at, addresses->count, sizeof(*addresses->at),
		    links_by_address);
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
	    here->at, here->count, sizeof(*here->at), links_by_address) != NULL;
}

/* How web addresses begin in texts, and what they begin with elsewhere. */
static const struct {
	const char	*text;
	const char	*before;
	size_t		 skip;
} beginnings[] = {
	{ "https://", "", 0 },
	{ "http://", "", 0 },
	{ "doi:10.", "https://doi.org/", sizeof("doi:") - 1 },
	{ "doi: 10.", "https://doi.org/", sizeof("doi: ") - 1 },
};

/* How long it is: to the next blank, but for what ends a sentence. */
static size_t
web_link_length(const char *text, size_t skip)
{
	size_t n = skip + strcspn(text + skip, " \t\n<>\"");

	while (n > 0 && (strchr(".,;:'", text[n - 1]) != NULL ||
	    (text[n - 1] == ')' && memchr(text, '(', n) == NULL)))
		n--;
	return n;
}

bool
web_link_find(const char *text, struct web_link *link)
{
	const char *at;
	size_t i;

	for (at = text; (at = strpbrk(at, "hd")) != NULL; at++)
		for (i = 0; i < sizeof(beginnings) / sizeof(beginnings[0]);
		    i++) {
			if (!text_begins(at, beginnings[i].text))
				continue;
			*link = (struct web_link){ (size_t)(at - text),
			    web_link_length(at, beginnings[i].skip),
			    beginnings[i].before, beginnings[i].skip };
			return true;
		}
	return false;
}
