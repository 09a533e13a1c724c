/* Two topics side by side: what each asks, answers and is based on. */
#ifndef PAGE_PAGE_COMPARE_TOPICS_H
#define PAGE_PAGE_COMPARE_TOPICS_H

#include "page/doc.h"
#include "library/library.h"

/* Whether the first address of a comma-separated list is a topic. */
bool		 compares_topics(struct library *library, const char *addresses);

/*
 * The page that compares two topics, owned by `ctx`; NULL unless exactly two
 * are given.
 */
struct doc	*page_compare_topics(const void *ctx, struct library *library,
		    const struct address *address);

#endif
