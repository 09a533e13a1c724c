/* Belt: work that another thread does, carried over piece by piece. */
#include "base/belt.h"

#include <pthread.h>
#include <signal.h>

/* Threads wake each other when it is half full, not for every piece. */
enum { LENGTH = 64, HALF = LENGTH / 2 };

struct belt {
	pthread_t	  thread;
	pthread_mutex_t	  lock;
	pthread_cond_t	  filled;
	pthread_cond_t	  emptied;
	void		 *pieces[LENGTH];
	size_t		  first;
	size_t		  count;
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

bool
belt_put(struct belt *belt, void *piece)
{
	bool stopped;

	(void)pthread_mutex_lock(&belt->lock);
	while (belt->count == LENGTH && !belt->stopped)
		(void)pthread_cond_wait(&belt->emptied, &belt->lock);
	stopped = belt->stopped;
	if (!stopped) {
		belt->pieces[(belt->first + belt->count) % LENGTH] = piece;
		if (++belt->count == HALF)
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
	void *piece = NULL;

	(void)pthread_mutex_lock(&belt->lock);
	if (belt->count == 0)
		while (belt->count < HALF && !belt->ended)
			(void)pthread_cond_wait(&belt->filled, &belt->lock);
	if (belt->count > 0) {
		piece = belt->pieces[belt->first];
		belt->first = (belt->first + 1) % LENGTH;
		if (belt->count-- == HALF)
			(void)pthread_cond_signal(&belt->emptied);
	}
	(void)pthread_mutex_unlock(&belt->lock);
	return piece;
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
		mem_free(belt->pieces[(belt->first + i) % LENGTH]);
	free_parts(belt);
}
