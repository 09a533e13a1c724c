/* Glosses: words of the glossary on a page become links to their entries. */
#ifndef PAGE_GLOSS_H
#define PAGE_GLOSS_H

#include "library/library.h"
#include "page/doc.h"

/* The entries of the glossary (struct glossary_entry), owned by `ctx`. */
struct list	 gloss_entries(const void *ctx, struct library *library);

/* Links the words of the glossary, each at its first place on the page. */
void	 gloss_page(struct doc *doc, struct library *library);

#endif
