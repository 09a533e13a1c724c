/*
 * Hits: the search that is shown, what it found, and what is said about it.
 * Rows are fetched as they are looked at.
 */
#ifndef TUI_HITS_H
#define TUI_HITS_H

#include "library/library.h"

/* How a query is asked. */
struct asked {
	enum rectype	 target;
	enum order	 order;		/* ORDER_COUNT: the one that fits */
	bool			 reversed;
};

/* To be read by others, changed by hits.c alone. */
struct hits {
	struct library		*library;
	char			*query;
	struct asked		 how;
	struct result		*result;	/* never NULL after a search */
	struct highlights	*marks;		/* of the result */
	size_t			 offset;	/* of the hits fetched */
	long			 others;	/* of the other kind */
	bool			 others_loose;	/* ... with some of the words */
	char			*interpretation;	/* or "" */
	char			*remark;	/* on the search, or "" */
	char			*studied;	/* who was studied, or "" */
	bool			 unseen;	/* in people */
	struct viewpoint	 own;		/* see library_technique() */
};

/* No search yet; owned by `ctx`, the library is borrowed. */
struct hits	*hits_new(const void *ctx, struct library *library);

/*
 * Runs a search.  False when it was interrupted or failed: then all is as it
 * was.
 */
bool	 hits_search(struct hits *hits, const char *query,
	    const struct asked *how);

/* How many rows there are, those with only some of the words included. */
size_t	 hits_total(const struct hits *hits);

/* The hit of a row, borrowed until the next call; NULL past the end. */
const struct hit	*hits_at(struct hits *hits, size_t row);

/* The kind of record that is listed. */
enum rectype	 hits_kind(const struct hits *hits);

/* The address of a row, owned by `ctx`, or NULL. */
char	*hits_address(struct hits *hits, const void *ctx, size_t row);

/* The query with brackets around its filters, for the screen. */
char	*hits_chips(const struct hits *hits, const void *ctx);

/*
 * The query with words corrected, or without the part that leaves nothing,
 * owned by `ctx`; NULL when there is nothing to suggest.
 */
char	*hits_suggestion(const struct hits *hits, const void *ctx);

/*
 * A page of at most `limit` hits from a row on, as they are shown; owned by
 * `ctx`.
 */
struct result	*hits_page(const struct hits *hits, const void *ctx,
		    size_t row, size_t limit);

#endif
