/*
 * Configuration: strigil.conf of the system and of the user, a setting a
 * line.  Flags and the environment go before it.
 */
#ifndef CLI_CONFIG_H
#define CLI_CONFIG_H

#include "base/err.h"

struct run;

/* One setting.  `take` is given what stands behind its name. */
struct setting {
	const char	*name;
	const char	*argument;
	const char	*help;
	bool		(*take)(struct run *run, const char *value,
			    struct err *err);
};

/* Ended by a NULL name. */
extern const struct setting	settings_known[];

/*
 * Reads the files that are there into the run; what a flag or the environment
 * decided stays.  Lines that are wrong are told as FILE:LINE: text, and the
 * rest counts.
 */
void	 config_read(struct run *run);

#endif
