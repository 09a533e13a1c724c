/* The results of a search, and how the query was understood, as a document. */
#ifndef PAGE_PAGE_SEARCH_H
#define PAGE_PAGE_SEARCH_H

#include "answer/answer.h"
#include "page/doc.h"
#include "library/library.h"

/*
 * A result already fetched: the answer, how the query was understood, how it
 * was changed to find anything (only with `remarks`), and the results; owned by
 * `ctx`. put_result() adds all of this except the answer.
 */
struct doc	*page_search(const void *ctx, struct library *library,
		    const struct result *result, bool remarks);
void		 put_result(struct doc *doc, struct library *library,
		    const struct result *result, const struct answer *answer,
		    bool remarks);

/*
 * Like page_search(), but in pieces of a hundred results, to limit memory.
 * Each piece is a document owned by `ctx`, NULL after the last; their data
 * belongs to the `ctx` of page_search_pieces().
 */
struct search_pieces;

struct search_pieces	*page_search_pieces(const void *ctx,
			    struct library *library,
			    const struct result *result, bool remarks);
struct doc		*page_search_next(const void *ctx,
			    struct search_pieces *pieces);

/*
 * Adds rows on how the query was understood, how it was changed to find
 * anything, and which parts were not understood; omits rows that do not apply.
 */
void	 put_interpretation(struct doc *doc, const struct result *result);
void	 put_remarks(struct doc *doc, const struct result *result);

/*
 * One line each, owned by `ctx`: how the query was changed to get results,
 * and which parts were not understood; "" if not applicable.
 */
char	*wording_relaxation(const void *ctx, const struct result *result);
char	*wording_notes(const void *ctx, const struct result *result);

/*
 * The same for an answer: what was corrected or not understood and, with
 * `unknown`, the words that no record has.
 */
char	*wording_unread(const void *ctx, const struct result *result,
	    bool unknown);

/*
 * Why there are no results: one line for each part, then what to do.  Each is a
 * string owned by `ctx`.
 */
struct list	 wording_emptiness(const void *ctx, const struct result *result);

/* "7 works", "1 claim"; the same for a result. */
char	*wording_count(const void *ctx, enum rectype kind, long count);
char	*wording_total(const void *ctx, const struct result *result);

#endif
