/* The facets of a bibliography, as pages name them. */
#ifndef PAGE_PAGE_LISTS_H
#define PAGE_PAGE_LISTS_H

#include "page/doc.h"
#include "library/library.h"

/*
 * The facets with terms in the vocabulary, the format's own before declared
 * ones (struct code, owned by `ctx`).
 */
struct list	 lists_facets(const void *ctx, struct library *library);

/* What readers call a facet or another field; borrowed. */
const char	*lists_facet_label(struct library *library, const char *field);

/*
 * A link to the terms of each facet except the current one, `now` (NULL: none).
 */
void		 put_facet_links(struct block *line, const struct list *known,
		    const char *now);

#endif
