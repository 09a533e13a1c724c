/* An article and the propositions that it states. */
#ifndef PAGE_PAGE_TRACE_H
#define PAGE_PAGE_TRACE_H

#include "answer/trace.h"
#include "page/doc.h"

/*
 * The article called `name`: a summary, then its unchanged text with a number
 * after each sentence that states a known proposition, and after each paragraph
 * notes with verdicts and reasons; owned by `ctx`.
 */
struct doc	*page_trace(const void *ctx, struct library *library,
		    const struct trace *trace, const char *name);

#endif
