/* Processes: what one is doing, as Linux tells it in /proc. */
#ifndef TESTS_PROCESS_H
#define TESTS_PROCESS_H

#include <stdbool.h>
#include <sys/types.h>

enum { PROCESS_TICK_MS = 500 };	/* a shorter wait for a key is work */

struct process_status {
	long			switches;	/* voluntary ones */
	unsigned long long	pending;	/* signals, not blocked */
};

/* False when nothing is told of the process. */
bool	 process_status(pid_t pid, struct process_status *status);

enum process_look {
	LOOK_BUSY,
	LOOK_HIDDEN,		/* nothing is told of it */
	LOOK_HELPER,		/* waits for another thread */
	LOOK_WAITING		/* for a key */
};

enum process_look	process_look(pid_t pid);

#endif
