/*
 * Errors: failures with a cause outside the program, each described in one line
 * for the user.
 *
 * A function that can fail for an external reason returns bool, is MUST_CHECK,
 * and takes a `struct err *` (never NULL) as its last parameter.  The message
 * is written where the cause is known; callers pass it on.
 */
#ifndef BASE_ERR_H
#define BASE_ERR_H

#include <stdbool.h>

#define MUST_CHECK	__attribute__((warn_unused_result))
#define PRINTF(f, a)	__attribute__((format(printf, f, a)))

enum err_code {
	ERR_NONE,
	ERR_USAGE,		/* the user asked for something impossible */
	ERR_INPUT,		/* a source file cannot be used */
	ERR_SYSTEM,		/* the system failed: files, space, locks */
	ERR_INDEX,		/* an index is damaged, untrusted or newer */
	ERR_INTERRUPTED		/* the user asked to stop */
};

struct err {
	enum err_code	code;
	char		text[512];	/* one line, UTF-8, no newline */
};

#define ERR_INIT	{ .code = ERR_NONE }

/*
 * Stores code and message in *err; returns false, so that a caller can write
 * `return err_set(...)`.
 */
bool	 err_set(struct err *err, enum err_code code, const char *format, ...)
	    PRINTF(3, 4);

/* Like err_set(), followed by ": " and the system's message for errno. */
bool	 err_system(struct err *err, const char *format, ...) PRINTF(2, 3);

#endif
