/* Processes: what a process is doing, according to /proc on Linux. */
#include "process.h"

#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

bool
process_status(pid_t pid, struct process_status *status)
{
	unsigned long long one = 0, blocked = 0;
	char path[64], *line = NULL;
	size_t room = 0;
	FILE *f;

	*status = (struct process_status){ .switches = -1 };
	(void)snprintf(path, sizeof(path), "/proc/%d/status", (int)pid);
	f = fopen(path, "re");
	if (f == NULL)
		return false;
	while (getline(&line, &room, f) > 0) {
		if (sscanf(line, "SigPnd: %llx", &one) == 1 ||
		    sscanf(line, "ShdPnd: %llx", &one) == 1)
			status->pending |= one;
		else if (sscanf(line, "SigBlk: %llx", &blocked) != 1)
			(void)sscanf(line, "voluntary_ctxt_switches: %ld",
			    &status->switches);
	}
	status->pending &= ~blocked;
	free(line);
	(void)fclose(f);
	return status->switches >= 0;
}

/*
 * The system calls that wait for a key, and the position of their time limit:
 * an argument in milliseconds, or a pointer to seconds and a number of units
 * per millisecond.
 */
static const struct {
	long	number;
	int	argument;
	long	units;		/* 0: milliseconds */
} waits[] = {
	{ SYS_ppoll, 2, 1000000 },
	{ SYS_pselect6, 4, 1000000 },
	{ SYS_epoll_pwait, 3, 0 },
#ifdef SYS_poll
	{ SYS_poll, 2, 0 },
	{ SYS_select, 4, 1000 },
	{ SYS_epoll_wait, 3, 0 },
#endif
};

/*
 * Whether a limit in the program's memory is missing or at least
 * PROCESS_TICK_MS.
 */
static bool
is_long(pid_t pid, unsigned long address, long units)
{
	long limit[2] = { 0, 0 };
	struct iovec here = { limit, sizeof(limit) };
	struct iovec there = { (void *)(uintptr_t)address, sizeof(limit) };

	return address == 0 || (process_vm_readv(pid, &here, 1, &there, 1,
	    0) == (ssize_t)sizeof(limit) &&
	    limit[0] * 1000 + limit[1] / units >= PROCESS_TICK_MS);
}

/* Whether a system call waits for a key. */
static bool
is_wait(pid_t pid, long number, const unsigned long *arguments)
{
	unsigned long a;
	size_t i;

	if (number == SYS_read)
		return arguments[0] == STDIN_FILENO;
	for (i = 0; i < sizeof(waits) / sizeof(waits[0]); i++) {
		if (waits[i].number != number)
			continue;
		a = arguments[waits[i].argument];
		return waits[i].units > 0 ? is_long(pid, a, waits[i].units) :
		    (int)a < 0 || (int)a >= PROCESS_TICK_MS;
	}
	return false;
}

/* What a thread does: the system call that it sleeps in, or "running". */
static enum process_look
look_at_thread(pid_t pid, long thread)
{
	unsigned long a[6] = { 0 };
	char path[96], line[256];
	long number;
	FILE *f;
	bool whole;

	(void)snprintf(path, sizeof(path), "/proc/%d/task/%ld/syscall",
	    (int)pid, thread);
	f = fopen(path, "re");
	if (f == NULL)
		return thread == pid ? LOOK_HIDDEN : LOOK_BUSY;
	whole = fgets(line, sizeof(line), f) != NULL && sscanf(line,
	    "%ld %lx %lx %lx %lx %lx %lx", &number, &a[0], &a[1], &a[2], &a[3],
	    &a[4], &a[5]) == 7;
	(void)fclose(f);
	if (!whole)
		return LOOK_BUSY;
	if (number == SYS_futex)
		return LOOK_HELPER;
	return is_wait(pid, number, a) ? LOOK_WAITING : LOOK_BUSY;
}

/* A process waits if one of its threads waits and the others only help. */
enum process_look
process_look(pid_t pid)
{
	enum process_look look = LOOK_HELPER, one;
	struct dirent *entry;
	char path[64];
	long thread;
	DIR *d;

	(void)snprintf(path, sizeof(path), "/proc/%d/task", (int)pid);
	d = opendir(path);
	if (d == NULL)
		return LOOK_HIDDEN;
	while (look >= LOOK_HELPER && (entry = readdir(d)) != NULL) {
		thread = strtol(entry->d_name, NULL, 10);
		one = thread > 0 ? look_at_thread(pid, thread) : look;
		look = one < LOOK_HELPER || one > look ? one : look;
	}
	(void)closedir(d);
	return look;
}
