/*
 * Pages: documents made from the library, one function for each kind of page,
 * all in one table.  They read the index only through the library.
 */
#ifndef PAGE_PAGE_H
#define PAGE_PAGE_H

#include "page/doc.h"
#include "library/library.h"

/*
 * The page of an address, owned by `ctx`; NULL when there is no such record, or
 * it is a page of help.  Searches and facets are those of works.
 */
struct doc	*page_make(const void *ctx, struct library *library,
		    const struct address *address);

/*
 * Single pages; the record is borrowed.  A lens shows the works on some
 * subjects only (NULL: all).
 */
void	 page_work(struct doc *doc, struct library *library,
	    const struct work *work);
void	 page_claim(struct doc *doc, struct library *library,
	    const struct claim *claim, const char *lens);
void	 page_proposition(struct doc *doc, struct library *library,
	    const struct proposition *proposition, const char *lens);
void	 page_term(struct doc *doc, struct library *library,
	    const struct term *term, const char *lens);
void	 page_article(struct doc *doc, struct library *library,
	    const struct article *article);
void	 page_trial_list(struct doc *doc, struct library *library,
	    const struct trial_list *list);

#endif
