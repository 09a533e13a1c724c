/*
 * Searches: runs plans, in a given order, one page at a time, and explains why
 * nothing was found.
 */
#ifndef SEARCH_SEARCH_H
#define SEARCH_SEARCH_H

#include "index/bitset.h"
#include "record/order.h"
#include "search/plan.h"

/* How a search was relaxed to find hits. */
enum relaxation {
	RELAXED_NOT,		/* not relaxed */
	RELAXED_CORRECTED,	/* typing errors corrected */
	RELAXED_UNKNOWN,	/* unknown words dropped */
	RELAXED_SOME		/* partial matches */
};

/* The effect of a part on the result, to explain an empty one. */
struct part_count {
	const struct plan_part	*part;
	long			 alone;		/* hits of this part alone */
	long			 without;	/* hits of all other parts */
	const char		*suggestion;	/* nearest known word, for an
						   unknown one */
};

struct search_result {
	struct plan		*plan;		/* the plan that found the
						   hits */
	struct plan		*asked;		/* the plan as typed */
	enum order		 order;
	enum relaxation		 relaxation;
	const char		*corrected;	/* the query with words replaced */
	long			 total;		/* without partial matches */
	long			 repeated;	/* further reports of one study
						   among these hits */
	const struct bitset	*set;		/* all hits but partial
						   matches */
	const struct bitset	*full;		/* those with all words */
	int64_t			*records;	/* numbers of the hits
						   fetched */
	size_t			 count;
	size_t			 partial;	/* partial matches, at the
						   end */
	struct list		 counts;	/* struct part_count, if relaxed
						   or nothing was found */
	const struct lead	*lead;	/* works of the answer, or NULL */
	bool			 led;	/* these works come before all hits */
	long			 added;	/* works of the answer that were added to
						   the full matches */
};

/* The target and options of a search, as in library/result.h. */
struct search_request {
	enum rectype	 target;
	enum order	 order;
	size_t		 offset;
	size_t		 limit;
	bool		 strict;
	size_t		 fill;
	/*
	 * Adds to `ids` the works on which the answer to the query rests; returns
	 * whether the answer mentions all words.  NULL: there are no answers.
	 */
	bool		(*lead)(void *user, struct search_result *found,
			    struct list *ids);
	void		*user;
};

/*
 * Parses, plans and runs a query; owned by `ctx`.  Never NULL: after failure or
 * interruption there are no hits; see db_ok().
 */
struct search_result	*search_run(const void *ctx, struct searcher *se,
			    const struct search_request *search,
			    const char *text, size_t n);

#endif
