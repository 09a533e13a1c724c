/* The answer at the top of a page of results. */
#ifndef PAGE_PAGE_ANSWER_H
#define PAGE_PAGE_ANSWER_H

#include "answer/answer.h"
#include "page/doc.h"

/*
 * The answer to the words of a query (its fields are ignored); owned by `ctx`.
 * NULL: there are no words, or the library has neither propositions nor topics.
 */
struct answer	*result_answer(const void *ctx, struct library *library,
		    const struct result *result);

/*
 * Where a search for several words leads, owned by `ctx`: to the topic that
 * answers all of them, the only proposition that they state, or the work that
 * they name.  False if there is no such page, and for one word, which may be a
 * mistyped id.
 */
bool	 answer_resolve(struct library *library, const void *ctx,
	    const char *text, struct address *address);

/*
 * For struct cache_request: adds to `ids` the works of the topic that answers the
 * query, in its order; returns whether the topic mentions all words of the query.
 */
bool	 answer_lead(struct library *library, struct result *result,
	    struct list *ids);

/*
 * The answer to the query of a result, owned by `ctx`: the topic that asks it,
 * the propositions that it states with their verdicts, the terms that it names,
 * or a note that the question is not covered, with what comes near.  NULL: no
 * answer.
 */
struct doc	*page_answer(const void *ctx, struct library *library,
		    const struct result *result);

/*
 * Adds the same as blocks of another document; returns whether there were any.
 */
bool	 put_answer(struct doc *doc, struct library *library,
	    const struct answer *answer);

#endif
