/* Citations in documents: references with their italics, and lists of them. */
#ifndef PAGE_PAGE_CITATIONS_H
#define PAGE_PAGE_CITATIONS_H

#include "library/cite.h"
#include "library/library.h"
#include "page/doc.h"

/* Appends a reference to a block; its italics are marked, see cite_marked(). */
void	 block_citation(struct block *block, const char *marked);

/*
 * The works (struct work) as a reference list, owned by `ctx`: numbered in the
 * order given, or sorted by author, as the style wants.  The address of each
 * work leads to its reference.
 */
struct doc	*page_citations(const void *ctx, const struct list *works,
		    enum cite_style style);

/*
 * A reference list that is made piece by piece: a document, with the title
 * where it begins, owned by `ctx`; and a reference added to it, with a number
 * unless that is 0.
 */
struct doc	*page_references(const void *ctx, bool begins);
void		 page_put_reference(struct doc *doc, const struct work *work,
		    size_t number, const char *marked);

/*
 * The reference list of the works that documents (struct doc) link to, in the
 * order in which they are first named, without those whose page is one of the
 * documents; NULL where there are none.
 */
struct doc	*page_works_cited(const void *ctx, struct library *library,
		    const struct list *docs, enum cite_style style);

#endif
