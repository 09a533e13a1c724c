/* Handles lack of memory without aborting. */
#include "base/mem.h"

#include <sys/wait.h>
#include <unistd.h>

#include "cli/run.h"
#include "tty/terminal.h"

/*
 * Nothing here allocates.  Buffered output is not written, and the exit status
 * reports failure.  This waits for the pager, which would otherwise lose the
 * terminal to the shell.
 */
_Noreturn void
mem_exhausted(void)
{
	static const char text[] = "strigil: out of memory\n";
	bool browsing = terminal_rescue();

	(void)!write(STDERR_FILENO, text, sizeof(text) - 1);
	(void)close(STDOUT_FILENO);
	(void)close(STDERR_FILENO);
	while (!browsing && waitpid(-1, NULL, 0) > 0)
		continue;
	_exit(STATUS_ERROR);
}
