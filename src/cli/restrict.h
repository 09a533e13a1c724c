/*
 * Restricted mode, for runs by strangers (a kiosk, a shared account).  Limits
 * on the browser are in tui/ and external.c; limits on the process are here.
 */
#ifndef CLI_RESTRICT_H
#define CLI_RESTRICT_H

#include <stdbool.h>

enum { RESTRICTED_SECONDS = 10 };	/* maximum processor time of an answer */

/*
 * Whether the environment or an option requests restricted mode; called before
 * either is parsed.
 */
bool	 restrict_is_asked(int argc, char **argv);

/*
 * Removes variables that make libraries read files chosen by a client, such as
 * its own terminal types and locales.
 */
void	 restrict_environment(void);

/*
 * Limits memory, processor time, files and their size (setrlimit(2)) for the
 * rest of the run, for a browser or for a command.
 */
void	 restrict_resources(bool browser);

#endif
