/* The glossary and tours, and what links to them. */
#ifndef PAGE_PAGE_GUIDE_H
#define PAGE_PAGE_GUIDE_H

#include "record/guide.h"
#include "page/doc.h"
#include "library/library.h"

/*
 * Links the words of the glossary to their entries, each where it stands
 * first on the page.
 */
void	 page_gloss(struct doc *doc, struct library *library);

#endif
