/* The tables of the program, for the manual and for tests. */
#ifndef CLI_TABLES_H
#define CLI_TABLES_H

#include "cli/run.h"

/*
 * Prints a line for each row, values with tabs between them:
 *
 *	option	COMMAND	LETTER	NAME	ARGUMENT	HELP
 *	setting		LETTER	NAME	ARGUMENT	HELP
 *	key	VIEW	KEYS	COMMAND	HELP
 *	command	VIEW		COMMAND	HELP		(it has no key)
 *	field	NAME	SHORT	EXAMPLE	HELP
 *	format	NAME	SUFFIX	LABEL	PURPOSE
 *	page	NAME	PURPOSE
 *
 * COMMAND of an option is "all" or "strigil" for those of the shared table.
 */
void	 tables_print(const void *ctx);

#endif
