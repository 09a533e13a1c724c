/*
 * The sandbox of --restricted: what the kernel refuses this process from now
 * on, so that a fault of ours gives nobody a shell, a file or a connection.
 *
 * Landlock (Linux 5.13, see landlock(7)) refuses to make, change, remove and
 * run files; seccomp(2) refuses new processes, sockets, signals to others and
 * the tracing of others.  Reading files stays possible.
 */
#ifndef CLI_SANDBOX_H
#define CLI_SANDBOX_H

#include "base/err.h"

/* What the kernel and the build have of it. */
enum sandbox_part {
	SANDBOX_FILES		= 1 << 0,	/* Landlock */
	SANDBOX_CALLS		= 1 << 1	/* seccomp */
};

/*
 * Enters the sandbox, which cannot be left; stores the parts that took effect,
 * none where the system has none or where a sanitizer watches the program (it
 * traces us when we end).  False, with *err set, when a part that the system
 * has is refused: the caller must not go on.
 */
bool	 sandbox_enter(unsigned *parts, struct err *err) MUST_CHECK;

#endif
