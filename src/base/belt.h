/*
 * Belt: work that another thread does, carried over piece by piece, in order.
 *
 * The one place where a second thread is started, and it ends before
 * belt_free() returns.  A piece belongs to the thread that has it in hand: it
 * is allocated without a parent and handed over whole.  Nothing else may be
 * shared but what neither thread changes.
 */
#ifndef BASE_BELT_H
#define BASE_BELT_H

#include "base/mem.h"

struct belt;

/*
 * Runs `work` in another thread, owned by `ctx`, until it returns; no signal
 * is delivered there.  NULL, with *err set, when no thread can be started.
 */
struct belt	*belt_new(const void *ctx, void (*work)(void *user,
		    struct belt *belt), void *user, struct err *err)
		    MUST_CHECK;

/*
 * In that thread: hands a piece over and waits while too much lies there.
 * False, with the piece freed, once nobody takes them any more.
 */
bool	 belt_put(struct belt *belt, void *piece);

/* Waits for the next piece and returns it, owned by nobody; NULL at the end. */
void	*belt_take(struct belt *belt);

/* Takes no more pieces, waits for the end of the thread, and frees. */
void	 belt_free(struct belt *belt);

#endif
