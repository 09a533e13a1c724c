/* What a search found, and how it was understood, as a document. */
#ifndef PAGE_PAGE_SEARCH_H
#define PAGE_PAGE_SEARCH_H

#include "answer/answer.h"
#include "page/doc.h"
#include "library/library.h"

/*
 * A result that was fetched: the answer, how the query was read, what was
 * done to find anything (unless another part says so), and the hits; owned
 * by `ctx`.  put_result() adds the same without the answer.
 */
struct doc	*page_search(const void *ctx, struct library *library,
		    const struct result *result, bool remarks);
void		 put_result(struct doc *doc, struct library *library,
		    const struct result *result, const struct answer *answer,
		    bool remarks);

/*
 * The same in pieces of a hundred hits, so that no more of it need be in
 * memory: each is a document, NULL after the last.  They are owned by `ctx`,
 * what they are made from by that of page_search_pieces().
 */
struct search_pieces;

struct search_pieces	*page_search_pieces(const void *ctx,
			    struct library *library,
			    const struct result *result, bool remarks);
struct doc		*page_search_next(const void *ctx,
			    struct search_pieces *pieces);

/*
 * Rows for how the query of a result was read, and for what was done to find
 * anything or was not understood, where there is something to say.
 */
void	 put_interpretation(struct doc *doc, const struct result *result);
void	 put_remarks(struct doc *doc, const struct result *result);

/*
 * In one line each, owned by `ctx`: what was done to find anything, and what
 * was not understood; "" when nothing was.
 */
char	*wording_relaxation(const void *ctx, const struct result *result);
char	*wording_notes(const void *ctx, const struct result *result);

/*
 * Why nothing was found: one line for each part, then what to do.  Each is
 * a string owned by `ctx`.
 */
struct list	 wording_emptiness(const void *ctx, const struct result *result);

/* "7 works", "1 claim"; the same for a result. */
char	*wording_count(const void *ctx, enum rectype kind, long count);
char	*wording_total(const void *ctx, const struct result *result);

#endif
