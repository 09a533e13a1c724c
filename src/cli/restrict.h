/*
 * Restricted mode: what a run for strangers (a kiosk, an account that many
 * share) does without.  What the browser must not do is in tui/ and
 * external.c; here is what the process must not use.
 */
#ifndef CLI_RESTRICT_H
#define CLI_RESTRICT_H

#include <stdbool.h>

enum { RESTRICTED_SECONDS = 10 };	/* that an answer may take */

/* Whether the environment or an option asks for it, before either is read. */
bool	 restrict_is_asked(int argc, char **argv);

/*
 * Takes away what makes libraries read files that a client names: terminal
 * types and locales of its own.
 */
void	 restrict_environment(void);

/*
 * Limits memory, processor time, files and their size (setrlimit(2)) for the
 * rest of the run: of a browser, or else of a command.
 */
void	 restrict_resources(bool browser);

#endif
