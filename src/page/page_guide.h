/* The glossary and tours, and what links to them. */
#ifndef PAGE_PAGE_GUIDE_H
#define PAGE_PAGE_GUIDE_H

#include "record/guide.h"
#include "page/doc.h"
#include "library/library.h"

/* The records are borrowed. */
void	 page_entry(struct doc *doc, struct library *library,
	    const struct entry *entry);
void	 page_tour(struct doc *doc, struct library *library,
	    const struct tour *tour);

/* All entries, owned by `ctx`. */
struct doc	*page_glossary(const void *ctx, struct library *library);

/*
 * Links the words of the glossary to their entries, each where it stands
 * first on the page.
 */
void	 page_gloss(struct doc *doc, struct library *library);

#endif
