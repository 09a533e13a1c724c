/* Two topics side by side: what each asks, answers and rests on. */
#ifndef PAGE_PAGE_COMPARE_TOPICS_H
#define PAGE_PAGE_COMPARE_TOPICS_H

#include "page/doc.h"
#include "library/library.h"

/* Whether the first of some addresses, with commas between, is a topic. */
bool		 compares_topics(struct library *library, const char *addresses);

/* The page of two topics, owned by `ctx`; NULL unless there are just two. */
struct doc	*page_compare_topics(const void *ctx, struct library *library,
		    const struct address *address);

#endif
