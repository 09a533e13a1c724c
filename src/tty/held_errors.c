/* Holds back standard error while we use the screen. */
#include "tty/held_errors.h"

#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <unistd.h>

/* A sanitizer may end the process before the errors are printed. */
#if defined(__SANITIZE_ADDRESS__)
enum { IS_SANITIZED = true };
#else
enum { IS_SANITIZED = false };
#endif

static volatile sig_atomic_t shown = -1;	/* duplicate of the terminal */
static volatile sig_atomic_t held = -1;		/* read end of the pipe */

/*
 * Commands do not inherit the pipe; a full pipe drops output and never blocks.
 */
static bool
set_flags(int fd)
{
	return fcntl(fd, F_SETFD, FD_CLOEXEC) == 0 &&
	    fcntl(fd, F_SETFL, O_NONBLOCK) == 0;
}

void
held_errors_begin(void)
{
	int ends[2], fd;

	if (IS_SANITIZED || held >= 0 || !isatty(STDERR_FILENO) ||
	    pipe(ends) != 0)
		return;
	fd = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
	if (fd >= 0 && set_flags(ends[0]) && set_flags(ends[1]) &&
	    dup2(ends[1], STDERR_FILENO) >= 0) {
		shown = fd;
		held = ends[0];
	} else {
		(void)close(ends[0]);
		(void)close(fd);
	}
	(void)close(ends[1]);
}

void
held_errors_end(void)
{
	char bytes[4096];
	ssize_t n;

	if (held < 0)
		return;
	(void)dup2(shown, STDERR_FILENO);
	while ((n = read(held, bytes, sizeof(bytes))) > 0)
		(void)!write(STDERR_FILENO, bytes, (size_t)n);
	(void)close(held);
	(void)close(shown);
	held = shown = -1;
}
