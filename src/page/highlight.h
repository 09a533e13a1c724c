/* Marking: what a search asked for, on a page. */
#ifndef PAGE_HIGHLIGHT_H
#define PAGE_HIGHLIGHT_H

#include "page/doc.h"
#include "library/library.h"

/*
 * Gives what a search asked for the role of a hit, in titles and plain text
 * of the blocks from number `from` on;
 * not in links, which must stay whole.
 */
void	 page_highlight(struct doc *doc, const struct highlights *marks, size_t from);

#endif
