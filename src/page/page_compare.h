/* Works side by side, point by point. */
#ifndef PAGE_PAGE_COMPARE_H
#define PAGE_PAGE_COMPARE_H

#include "page/doc.h"
#include "library/library.h"

enum { COMPARE_LEAST = 2, COMPARE_MOST = 4 };

/*
 * The works whose ids the address names (those beyond COMPARE_MOST and
 * unknown ones are left out), owned by `ctx`; NULL when fewer than
 * COMPARE_LEAST are left.
 */
struct doc	*page_compare(const void *ctx, struct library *library,
		    const struct address *address);

#endif
