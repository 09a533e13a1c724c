/*
 * The works that support the answer to a query.  People often ask in words that
 * no abstract has; if a topic answers them, its works come first.
 */
#ifndef SEARCH_LEAD_H
#define SEARCH_LEAD_H

#include "index/bitset.h"
#include "search/plan.h"

struct lead {
	struct expr	*match;		/* finds these works, for FTS5 */
	struct bitset	*rows;
};

/*
 * Whether works of the answer may lead the hits of a plan.  They never lead for
 * names and citations.  If no work has any of the words (`none`), they do not
 * lead for numbers, which are identifiers.  If works have all words (`full`),
 * they do not lead for a single word or name, which asks nothing, nor, unless
 * the query is a question, for fields, which say exactly what is wanted.
 */
bool	 lead_may(const struct plan *plan, bool none, bool full);

/*
 * Whether a plan has stop words of questions ("does it ... for"), not only some
 * that join nouns ("a", "of").
 */
bool	 lead_is_question(const struct plan *plan);

/*
 * The works with these ids (char *) that the query does not exclude and that
 * have its fields, quoted words and other strict parts; owned by `ctx`.  NULL if
 * there are none.
 */
const struct lead	*lead_new(const void *ctx, struct searcher *se,
			    const struct plan *plan, const struct list *ids);

#endif
