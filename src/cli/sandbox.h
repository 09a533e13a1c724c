/*
 * The sandbox of --restricted: makes the kernel refuse dangerous calls of this
 * process from now on, so that a bug gives no one a shell, a file or a
 * connection.
 *
 * Landlock (Linux 5.13, see landlock(7)) refuses to create, change, remove and
 * execute files; seccomp(2) refuses new processes, sockets, signals to other
 * processes and tracing them.  Reading files stays possible.
 */
#ifndef CLI_SANDBOX_H
#define CLI_SANDBOX_H

#include "base/err.h"

/* Parts that the kernel and the build may support. */
enum sandbox_part {
	SANDBOX_FILES		= 1 << 0,	/* Landlock */
	SANDBOX_CALLS		= 1 << 1	/* seccomp */
};

/*
 * Enters the sandbox, which cannot be left, and reports which parts took
 * effect: none if the system has none or if the program runs under a sanitizer,
 * which traces it at exit.  False, with *err set, if a supported part fails:
 * the caller must not continue.  Inside the sandbox it only reports the parts.
 */
bool	 sandbox_enter(unsigned *parts, struct err *err) MUST_CHECK;

#endif
