/* The answer that opens a page of results. */
#ifndef PAGE_PAGE_ANSWER_H
#define PAGE_PAGE_ANSWER_H

#include "answer/answer.h"
#include "page/doc.h"

/*
 * The answer to the words of a query, those of fields left out; owned by
 * `ctx`.  NULL: there are none, or the library has neither propositions nor
 * topics.
 */
struct answer	*result_answer(const void *ctx, struct library *library,
		    const struct result *result);

/*
 * The answer to the query of a result, owned by `ctx`: the topic that asks
 * it, the propositions that it states with their verdicts, the terms that it
 * names, or that it is not covered and what is near.  NULL: nothing to say.
 */
struct doc	*page_answer(const void *ctx, struct library *library,
		    const struct result *result);

/* The same as blocks of another document; whether there were any. */
bool	 put_answer(struct doc *doc, struct library *library,
	    const struct answer *answer);

#endif
