/* Processes: what a process is doing, according to /proc on Linux. */
#ifndef TESTS_PROCESS_H
#define TESTS_PROCESS_H

#include <stdbool.h>
#include <sys/types.h>

enum { PROCESS_TICK_MS = 500 };	/* a shorter wait for a key counts as work */

struct process_status {
	long			switches;	/* voluntary context switches */
	unsigned long long	pending;	/* pending signals that are
						   not blocked */
};

/* False if the system does not describe the process. */
bool	 process_status(pid_t pid, struct process_status *status);

enum process_look {
	LOOK_BUSY,
	LOOK_HIDDEN,		/* the system does not describe it */
	LOOK_HELPER,		/* waits for another thread */
	LOOK_WAITING		/* waits for a key */
};

enum process_look	process_look(pid_t pid);

#endif
