/* Glosses: links glossary words on a page to their entries. */
#ifndef PAGE_GLOSS_H
#define PAGE_GLOSS_H

#include "library/library.h"
#include "page/doc.h"

/* The entries of the glossary (struct glossary_entry), owned by `ctx`. */
struct list	 gloss_entries(const void *ctx, struct library *library);

/* Links each glossary word at its first occurrence on the page. */
void	 gloss_page(struct doc *doc, struct library *library);

#endif
