/*
 * Configuration: strigil.conf of the system and of the user, one setting per
 * line.  Options and the environment take precedence.
 */
#ifndef CLI_CONFIG_H
#define CLI_CONFIG_H

#include "base/err.h"

struct run;

/*
 * Whether the system's configuration requests restricted mode; called before
 * anything else is read, and silent: config_read() reports wrong lines.
 */
bool	 config_restricts(void);

/*
 * Reads the existing files into the run, without overriding options and
 * environment.  Wrong lines are reported as FILE:LINE: text and skipped.
 * False, after complaining, if the file of --config cannot be read.
 */
bool	 config_read(struct run *run) MUST_CHECK;

#endif
