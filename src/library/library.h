/*
 * The library: the open bibliographies, and all queries that pages and commands
 * make.
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
 * Opens the bibliographies of a request, building their index if needed.  Owned
 * by `ctx`; NULL on failure, with *err set.  *answer (may be NULL) says where
 * the index came from; it is owned by the library.
 */
struct library	*library_open(const void *ctx,
		    const struct cache_request *request,
		    struct cache_answer *answer, struct err *err) MUST_CHECK;

/*
 * Sets the notebook whose lists and notes are shown with the bibliographies; it
 * must live as long as the library.  NULL: none.
 */
void		 library_attach(struct library *library,
		    struct notebook *notebook);
struct notebook	*library_notebook(const struct library *library);

/*
 * "Could not look" must never appear as "nothing found".  After a failure
 * everything reads as empty until the library is opened again: call
 * library_ok() after the last read, before anything is shown or printed.
 *
 *	do {
 *		mem_free(doc);
 *		doc = make(library);
 *	} while (library_again(library));
 *	if (!library_ok(library, &err))
 *		return NULL;
 */

/* False, with *err set, if a read failed and was not repeated successfully. */
bool	 library_ok(const struct library *library, struct err *err)
	    MUST_CHECK;

/*
 * After a failure: opens the index again, once, or else rebuilds it, once.
 * True if it did; then records read since must be read again.  Searches do this
 * themselves.
 */
bool	 library_again(struct library *library) MUST_CHECK;

/* Call after reporting a failure, so that later reads may try again. */
void	 library_forgive(struct library *library);

/*
 * The combined declarations of the open bibliographies: the header of the
 * first, with the codes and treatments of all.  NULL if none has a header;
 * borrowed.
 */
const struct about	*library_about(struct library *library);

/*
 * The headers (struct about) of all open bibliographies, in order, owned by
 * `ctx`.
 */
struct list	 library_bibliographies(struct library *library,
		    const void *ctx);

/* The title of the bibliography, or the names of several; borrowed. */
const char	*library_title(struct library *library);

/* How many records were left out of the index because of errors. */
long	 library_left_out(struct library *library);

/*
 * The problems found when the sources were read (struct diag), in order; owned
 * by `ctx`.
 */
struct list	 library_problems(struct library *library, const void *ctx);

/*
 * Interrupts searches while `stop` returns true; NULL: never, and an earlier
 * interruption is forgiven.
 */
void	 library_interrupt_when(struct library *library,
	    bool (*stop)(void *user), void *user);

/*
 * Also interrupts everything else once `end` returns true, because the program
 * is about to end.
 */
void	 library_end_when(struct library *library, bool (*end)(void *user),
	    void *user);

/*
 * Limits the time of a search, page or answer, which then fails.  Seconds; 0:
 * no limit.
 */
void	 library_limit(struct library *library, unsigned seconds);

/*
 * Starts a task with a time limit; tasks within it, such as searches, share the
 * limit.  Pass the returned value to library_finish() at the end.
 */
bool	 library_begin(struct library *library) MUST_CHECK;
void	 library_finish(struct library *library, bool began);

/*
 * Called during long work without the index: false if it must stop, which
 * counts as a failure.
 */
bool	 library_goes_on(struct library *library) MUST_CHECK;

/* Whether a search was interrupted since the last call. */
bool	 library_was_interrupted(struct library *library);

/*
 * The XXH128 hash of the indexed file or, for several files, of the list of
 * their hashes, one per line; owned by `ctx`.
 */
char	*library_checksum(struct library *library, const void *ctx);

/*
 * Sets the function that returns the state that the user last saw, as a text
 * owned by `ctx`, or NULL. Only the layer above understands this text
 * (page/changes.h).
 */
void	 library_seen_by(struct library *library,
	    char *(*seen)(void *user, const void *ctx), void *user);

/* The text from that function; NULL if unknown. */
char	*library_seen(const struct library *library, const void *ctx);

/*
 * A pointer for data of a layer above; NULL at first.  Owned by the library,
 * which is its context.
 */
void	**library_memory(struct library *library);

/*
 * Stores in a new index the data that the request prepares from its records;
 * false with *err set on failure.
 */
bool	 library_prepare(const struct cache_request *request,
	    const char *index, struct err *err) MUST_CHECK;

/*
 * The data that the layer above stored in the index (struct cache_request),
 * owned by `ctx`; empty if there is none.
 */
struct buf	 library_prepared(struct library *library, const void *ctx);

/* Marks the library as failed because some of these data are damaged. */
void	 library_damaged(struct library *library);

#endif
