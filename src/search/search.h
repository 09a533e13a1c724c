/*
 * Searches: running a plan, in order, a page at a time, and telling why
 * nothing was found.
 */
#ifndef SEARCH_SEARCH_H
#define SEARCH_SEARCH_H

#include "index/bitset.h"
#include "record/order.h"
#include "search/plan.h"

/* How a search came to its hits. */
enum relaxation {
	RELAXED_NOT,		/* everything asked for holds */
	RELAXED_CORRECTED,	/* with mistyped words replaced */
	RELAXED_UNKNOWN,	/* without words that no record has */
	RELAXED_SOME		/* only some of the words are in each hit */
};

/* What a part does to the result, to explain an empty one. */
struct part_count {
	const struct plan_part	*part;
	long			 alone;		/* hits of it alone */
	long			 without;	/* hits of all the others */
	const char		*suggestion;	/* for an unknown word */
};

struct search_result {
	struct plan		*plan;		/* that found the hits */
	struct plan		*asked;		/* as it was typed */
	enum order		 order;
	enum relaxation		 relaxation;
	const char		*corrected;	/* the query with words replaced */
	long			 total;		/* without partial hits */
	long			 repeated;	/* of them, further reports of a
						   study among them */
	const struct bitset	*set;		/* of all of them */
	int64_t			*records;	/* numbers of those fetched */
	size_t			 count;
	size_t			 partial;	/* of them, at the end */
	struct list		 counts;	/* struct part_count, if relaxed
						   or nothing was found */
};

/* What is to be found and fetched, as in library/result.h. */
struct search_request {
	enum rectype	 target;
	enum order	 order;
	size_t		 offset;
	size_t		 limit;
	bool		 strict;
	size_t		 fill;
};

/*
 * The query with every plain word that no record has, also in brackets,
 * replaced by the nearest one of the bibliography, or, `as_typed`, with "=" before
 * it, so that no search replaces it; owned by `ctx`, NULL when there is nothing
 * to replace.
 */
char	*search_correct(const void *ctx, struct searcher *se, const char *text,
	    bool as_typed);

/*
 * Parses, plans and runs a query; owned by `ctx`.  Never NULL: on failure or
 * interruption there are no hits; see db_ok().
 */
struct search_result	*search_run(const void *ctx, struct searcher *se,
			    const struct search_request *search, const char *text, size_t n);

#endif
