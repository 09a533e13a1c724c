/* Belt: work that another thread does, carried over piece by piece. */
#include "base/belt.h"

#include <pthread.h>
#include <signal.h>

/*
 * Threads wake each other when it is half full, not for every piece.  It is
 * full at so many pieces or, since a piece may be large, bytes.
 */
enum {
	PIECES = 256,
	BYTES = 8 << 20
};

struct lying {
	void	*piece;
	size_t	 bytes;
};

struct belt {
	pthread_t	  thread;
	pthread_mutex_t	  lock;
	pthread_cond_t	  filled;
	pthread_cond_t	  emptied;
	struct lying	  pieces[PIECES];
	size_t		  first;
	size_t		  count;
	size_t		  bytes;
	bool		  ended;	/* nothing more will be put */
	bool		  stopped;	/* nothing more will be taken */
	void		(*work)(void *user, struct belt *belt);
	void		 *user;
};

static void *
run(void *user)
{
	struct belt *belt = user;

	belt->work(belt->user, belt);
	(void)pthread_mutex_lock(&belt->lock);
	belt->ended = true;
	(void)pthread_cond_signal(&belt->filled);
	(void)pthread_mutex_unlock(&belt->lock);
	return NULL;
}

/* Starts the thread with all signals blocked; what pthread_create() says. */
static int
start(struct belt *belt)
{
	sigset_t all, before;
	int rc;

	(void)sigfillset(&all);
	(void)pthread_sigmask(SIG_SETMASK, &all, &before);
	rc = pthread_create(&belt->thread, NULL, run, belt);
	(void)pthread_sigmask(SIG_SETMASK, &before, NULL);
	return rc;
}

static void
free_parts(struct belt *belt)
{
	(void)pthread_mutex_destroy(&belt->lock);
	(void)pthread_cond_destroy(&belt->filled);
	(void)pthread_cond_destroy(&belt->emptied);
	mem_free(belt);
}

struct belt *
belt_new(const void *ctx, void (*work)(void *user, struct belt *belt),
    void *user, struct err *err)
{
	struct belt *belt = mem_new(ctx, struct belt);

	belt->work = work;
	belt->user = user;
	(void)pthread_mutex_init(&belt->lock, NULL);
	(void)pthread_cond_init(&belt->filled, NULL);
	(void)pthread_cond_init(&belt->emptied, NULL);
	if (start(belt) == 0)
		return belt;
	(void)err_set(err, ERR_SYSTEM, "cannot start a thread");
	free_parts(belt);
	return NULL;
}

static bool
is_full(const struct belt *belt)
{
	return belt->count == PIECES || belt->bytes >= BYTES;
}

static bool
is_half_full(const struct belt *belt)
{
	return belt->count >= PIECES / 2 || belt->bytes >= BYTES / 2;
}

bool
belt_put(struct belt *belt, void *piece)
{
	const struct lying lying = { piece, mem_size(piece) };
	bool stopped, was_half_full;

	(void)pthread_mutex_lock(&belt->lock);
	while (is_full(belt) && !belt->stopped)
		(void)pthread_cond_wait(&belt->emptied, &belt->lock);
	stopped = belt->stopped;
	if (!stopped) {
		was_half_full = is_half_full(belt);
		belt->pieces[(belt->first + belt->count) % PIECES] = lying;
		belt->count++;
		belt->bytes += lying.bytes;
		if (!was_half_full && is_half_full(belt))
			(void)pthread_cond_signal(&belt->filled);
	}
	(void)pthread_mutex_unlock(&belt->lock);
	if (stopped)
		mem_free(piece);
	return !stopped;
}

void *
belt_take(struct belt *belt)
{
	struct lying lying = { NULL, 0 };
	bool was_half_full;

	(void)pthread_mutex_lock(&belt->lock);
	if (belt->count == 0)
		while (!is_half_full(belt) && !belt->ended)
			(void)pthread_cond_wait(&belt->filled, &belt->lock);
	if (belt->count > 0) {
		was_half_full = is_half_full(belt);
		lying = belt->pieces[belt->first];
		belt->first = (belt->first + 1) % PIECES;
		belt->count--;
		belt->bytes -= lying.bytes;
		if (was_half_full && !is_half_full(belt))
			(void)pthread_cond_signal(&belt->emptied);
	}
	(void)pthread_mutex_unlock(&belt->lock);
	return lying.piece;
}

void
belt_free(struct belt *belt)
{
	size_t i;

	if (belt == NULL)
		return;
	(void)pthread_mutex_lock(&belt->lock);
	belt->stopped = true;
	(void)pthread_cond_signal(&belt->emptied);
	(void)pthread_mutex_unlock(&belt->lock);
	(void)pthread_join(belt->thread, NULL);
	for (i = 0; i < belt->count; i++)
		mem_free(belt->pieces[(belt->first + i) % PIECES].piece);
	free_parts(belt);
}
