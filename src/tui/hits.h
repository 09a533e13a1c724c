/*
 * Hits: the current search, its results, and remarks on them.  Rows are fetched
 * when needed.
 */
#ifndef TUI_HITS_H
#define TUI_HITS_H

#include "library/library.h"

/* The options of a search. */
struct asked {
	enum rectype	 target;
	enum order	 order;		/* ORDER_COUNT: the default */
	bool			 reversed;
};

/* The search on screen; only hits.c changes it. */
struct hits {
	struct library		*library;
	char			*query;
	struct asked		 how;
	struct result		*result;	/* never NULL after a search */
	struct highlights	*marks;		/* highlights for the result */
	size_t			 offset;	/* row of the first hit
						   fetched */
	long			 others;	/* matches of the other type */
	bool			 others_loose;	/* ... partial ones */
	char			*interpretation;	/* or "" */
	char			*remark;	/* remark on the search, or
						   "" */
	char			*studied;	/* population, or "" */
	bool			 unseen;	/* no study in people */
	struct viewpoint	 own;		/* see library_technique() */
};

/* An empty search, owned by `ctx`; the library is borrowed. */
struct hits	*hits_new(const void *ctx, struct library *library);

/*
 * Runs a search.  False if it was interrupted or failed; then nothing has
 * changed.
 */
bool	 hits_search(struct hits *hits, const char *query,
	    const struct asked *how);

/* The number of rows, including partial matches. */
size_t	 hits_total(const struct hits *hits);

/* The hit in a row, borrowed until the next call; NULL past the end. */
const struct hit	*hits_at(struct hits *hits, size_t row);

/* The type of the listed records. */
enum rectype	 hits_kind(const struct hits *hits);

/* The address of a row, owned by `ctx`, or NULL. */
char	*hits_address(struct hits *hits, const void *ctx, size_t row);

/* The query with brackets around its filters, for the screen. */
char	*hits_chips(const struct hits *hits, const void *ctx);

/*
 * The query with words corrected, or without the part that empties the results,
 * owned by `ctx`; NULL if there is no suggestion.
 */
char	*hits_suggestion(const struct hits *hits, const void *ctx);

/*
 * A page of at most `limit` hits from a row on, in display order; owned by
 * `ctx`.
 */
struct result	*hits_page(const struct hits *hits, const void *ctx,
		    size_t row, size_t limit);

#endif
