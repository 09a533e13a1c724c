/*
 * Configuration: strigil.conf of the system and of the user, a setting a
 * line.  Flags and the environment go before it.
 */
#ifndef CLI_CONFIG_H
#define CLI_CONFIG_H

#include "base/err.h"

struct run;

/*
 * Reads the files that are there into the run; what a flag or the environment
 * decided stays.  Lines that are wrong are reported as FILE:LINE: text, and the
 * rest counts.  False, after complaining, when the file of --config cannot be
 * read.
 */
bool	 config_read(struct run *run) MUST_CHECK;

#endif
