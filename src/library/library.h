/*
 * The library: the bibliographies that are open, and everything that pages
 * and commands may ask of them.
 */
#ifndef LIBRARY_LIBRARY_H
#define LIBRARY_LIBRARY_H

#include "base/text.h"
#include "library/cache.h"
#include "library/facet.h"
#include "library/filter.h"
#include "library/highlight.h"
#include "library/language.h"
#include "library/map.h"
#include "library/records.h"
#include "library/resolve.h"
#include "library/result.h"

struct library;
struct notebook;

/*
 * Opens the bibliographies of a request, building their index if need be.
 * Owned by `ctx`; NULL on failure, with *err set.  *answer (may be NULL)
 * says where the index came from; it is owned by the library.
 */
struct library	*library_open(const void *ctx,
		    const struct cache_request *request,
		    struct cache_answer *answer, struct err *err) MUST_CHECK;

/*
 * The notebook whose lists and notes are shown with the bibliographies; the
 * caller keeps it as long as the library.  NULL when there is none.
 */
void		 library_attach(struct library *library,
		    struct notebook *notebook);
struct notebook	*library_notebook(const struct library *library);

/*
 * "Could not look" is never "nothing found".  After a failure everything reads
 * as empty until the library is opened again: ask library_ok() after the last
 * read, before anything is shown or printed.
 *
 *	do {
 *		mem_free(doc);
 *		doc = make(library);
 *	} while (library_again(library));
 *	if (!library_ok(library, &err))
 *		return NULL;
 */

/* False when a read failed and was not made good since, with *err set. */
bool	 library_ok(const struct library *library, struct err *err)
	    MUST_CHECK;

/*
 * After a failure: opens the index again, once, or else builds it anew, once.
 * True when that was needed and done: records read since then must be read
 * again.  Searches do this themselves.
 */
bool	 library_again(struct library *library) MUST_CHECK;

/* Once a failure was shown: what comes next may try again. */
void	 library_forgive(struct library *library);

/*
 * What the bibliographies that are open declare, together: the head of the
 * first, with the codes and treatments of all.  NULL when none has a head;
 * borrowed.
 */
const struct about	*library_about(struct library *library);

/* The head (struct about) of each of them, in order, owned by `ctx`. */
struct list	 library_bibliographies(struct library *library,
		    const void *ctx);

/* The title of the bibliography; of several their names; borrowed. */
const char	*library_title(struct library *library);

/* How many records had errors and were left out when it was indexed. */
long	 library_left_out(struct library *library);

/*
 * What was wrong when the sources were read (struct diag), in the order in
 * which it was found; owned by `ctx`.
 */
struct list	 library_problems(struct library *library, const void *ctx);

/* Interrupts searches while `stop` says so; NULL takes it away. */
void	 library_interrupt_when(struct library *library,
	    bool (*stop)(void *user), void *user);

/*
 * From now on everything that is asked is interrupted, too, once `end` says
 * so: the program is about to end.
 */
void	 library_end_when(struct library *library, bool (*end)(void *user),
	    void *user);

/* What takes longer fails: a search, a page, an answer.  Seconds; 0: no limit. */
void	 library_limit(struct library *library, unsigned seconds);

/*
 * Begins what the limit is for, until library_finish(), which takes what this
 * returns; within it others, such as searches, begin nothing of their own.
 */
bool	 library_begin(struct library *library) MUST_CHECK;
void	 library_finish(struct library *library, bool began);

/* Asked in long work without the index: false when it must stop, and has failed. */
bool	 library_goes_on(struct library *library) MUST_CHECK;

/* Whether a search was interrupted since it was asked last. */
bool	 library_was_interrupted(struct library *library);

/*
 * The XXH128 hash of the file that is indexed, of several that of their hashes in
 * lines; owned by `ctx`.
 */
char	*library_checksum(struct library *library, const void *ctx);

/*
 * From now on `seen` says what the user saw last, as a text owned by `ctx`, or
 * NULL; the layer above knows what it means (page/changes.h).
 */
void	 library_seen_by(struct library *library,
	    char *(*seen)(void *user, const void *ctx), void *user);

/* That text; NULL where nothing is known. */
char	*library_seen(const struct library *library, const void *ctx);

/*
 * A place for what a layer above remembers of the library; NULL at first,
 * owned by the library, as its context.
 */
void	**library_memory(struct library *library);

/*
 * Keeps in a new index what the request prepares of its records; false with
 * *err set when that cannot be done.
 */
bool	 library_prepare(const struct cache_request *request,
	    const char *index, struct err *err) MUST_CHECK;

/*
 * What such a layer had kept in the index when it was built (struct
 * cache_request), owned by `ctx`; empty when it kept nothing.
 */
struct buf	 library_prepared(struct library *library, const void *ctx);

#endif
