/*
 * Citations in documents: references with their italics, and lists of
 * references.
 */
#ifndef PAGE_PAGE_CITATIONS_H
#define PAGE_PAGE_CITATIONS_H

#include "library/cite.h"
#include "library/library.h"
#include "page/doc.h"

/* Appends a reference to a block, with its italics; see cite_marked(). */
void	 block_citation(struct block *block, const char *marked);

/*
 * The works (struct work) as a reference list, owned by `ctx`: numbered in the
 * order given, or sorted by author, depending on the style.  Each reference has
 * its work's address as an anchor.
 */
struct doc	*page_citations(const void *ctx, const struct list *works,
		    enum cite_style style);

/*
 * To build a reference list piece by piece: an empty document with its title,
 * owned by `ctx`, and a reference to add to it, numbered unless `number` is 0.
 */
struct doc	*page_references(const void *ctx, bool begins);
void		 page_put_reference(struct doc *doc, const struct work *work,
		    size_t number, const char *marked);

/*
 * The reference list of the works that documents (struct doc) link to, in order
 * of first mention, without works whose page is one of the documents; NULL if
 * there are none.
 */
struct doc	*page_works_cited(const void *ctx, struct library *library,
		    const struct list *docs, enum cite_style style);

#endif
