/* Highlights: marks search terms on a page. */
#ifndef PAGE_HIGHLIGHT_H
#define PAGE_HIGHLIGHT_H

#include "page/doc.h"
#include "library/library.h"

/*
 * Gives search terms the role of a hit, in titles and plain text of the blocks
 * from number `from` on; links are not split.
 */
void	 page_highlight(struct doc *doc, const struct highlights *marks, size_t from);

#endif
