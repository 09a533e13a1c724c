/*
 * Searches: running a plan, in order, a page at a time, and telling why
 * nothing was found.
 */
#ifndef SEARCH_SEARCH_H
#define SEARCH_SEARCH_H

#include "index/bitset.h"
#include "search/plan.h"

enum search_order {
	ORDER_RELEVANCE,	/* bm25, the stronger first among equals */
	ORDER_LEVEL,		/* the strongest first: level, year, size */
	ORDER_YEAR,		/* the newest first */
	ORDER_AUTHOR,
	ORDER_TITLE,
	ORDER_SIZE,		/* the largest first */
	ORDER_COUNT
};

/* What the order is called: "relevance"; and back, ORDER_COUNT if unknown. */
const char		*search_order_name(enum search_order order);
enum search_order	 search_order_find(const char *name);

struct hit {
	int64_t	record;		/* number of the record */
	bool	partial;	/* holds only some of the words */
};

/* How a search came to its hits. */
enum relaxation {
	RELAXED_NOT,		/* everything asked for holds */
	RELAXED_CORRECTED,	/* with mistyped words replaced */
	RELAXED_UNKNOWN,	/* without words that are nowhere written */
	RELAXED_SOME		/* only some of the words are in each hit */
};

/* What a part does to the result, to explain an empty one. */
struct part_count {
	const struct part	*part;
	long			 alone;		/* hits of it alone */
	long			 without;	/* hits of all the others */
	const char		*suggestion;	/* for an unknown word */
};

struct result {
	struct plan		*plan;		/* that found the hits */
	struct plan		*asked;		/* as it was typed */
	enum search_order	 order;
	enum relaxation		 relaxation;
	const char		*corrected;	/* the query with words replaced */
	long			 total;		/* without partial hits */
	long			 repeated;	/* of them, further reports of a
						   study among them */
	const struct bitset	*set;		/* of all of them */
	struct hit		*hits;
	size_t			 count;		/* of hits fetched */
	size_t			 partial;	/* of them, at the end */
	struct list		 counts;	/* struct part_count, if relaxed
						   or nothing was found */
};

struct search {
	enum plan_target	 target;
	enum search_order	 order;		/* ORDER_COUNT: as fits */
	size_t			 offset;
	size_t			 limit;
	bool			 strict;	/* never relax */
	size_t			 fill;		/* up to so many hits with such as
						   hold some of the words; 0: no */
};

/*
 * The query with every plain word that is nowhere written, in brackets too,
 * replaced by the nearest one of the bibliography; owned by `ctx`, NULL when
 * there is nothing to replace.
 */
char	*search_correct(const void *ctx, struct searcher *se, const char *text);

/*
 * Parses, plans and runs a query; owned by `ctx`.  Never NULL: on failure or
 * interruption there are no hits, and db_ok() tells why.
 */
struct result	*search_run(const void *ctx, struct searcher *se,
		    const struct search *search, const char *text, size_t n);

#endif
