/* Links in files: to pages of the same file, and to the web. */
#ifndef EXPORT_LINKS_H
#define EXPORT_LINKS_H

#include <stdbool.h>
#include <stddef.h>

#include "page/doc.h"

/*
 * The addresses of documents (struct doc) and of references in them, sorted;
 * owned by `ctx`.
 */
struct list	 links_here(const void *ctx, const struct list *docs);

/* The addresses that documents link to, sorted, in the same way. */
struct list	 links_wanted(const void *ctx, const struct list *docs);

/* Sorts addresses (char *) as these lists are. */
void		 links_sort(struct list *addresses);

/* Whether an address (or NULL) is among them. */
bool		 links_lead(const struct list *here, const char *address);

/* A web address or a DOI ("doi:10.1000/1") within a text. */
struct web_link {
	size_t		 start;		/* bytes */
	size_t		 length;
	const char	*before;	/* the address is this, and the text */
	size_t		 skip;		/* without this many bytes of its start */
};

/* The first in a text; false where there is none. */
bool		 web_link_find(const char *text, struct web_link *link);

#endif
