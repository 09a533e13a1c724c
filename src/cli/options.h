/*
 * Options: tables of them, from which getopt_long(3) is fed and help is
 * printed.
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct run;

/* One option; `take` is called with its argument, or NULL. */
struct option_row {
	char		 letter;	/* 0: none */
	const char	*name;
	const char	*argument;	/* what it is called, NULL: takes none */
	const char	*help;		/* NULL: the formats it takes */
	bool		(*take)(struct run *run, const char *argument);
	unsigned	 formats;	/* enum format_use, of --format */
};

/*
 * Takes the options of the common table and of `rows` (ended by a NULL name)
 * off argv.  Options may stand anywhere unless `ordered`; "--" ends them.
 * Returns the index of the first operand (argv is permuted so that operands
 * come last), or -1 after a wrong option was reported.
 */
int	 options_take(struct run *run, const struct option_row *rows,
	    bool ordered, int argc, char **argv);

/* Prints the rows, one a line, the common ones behind them. */
void	 options_print(FILE *out, const struct option_row *rows);

/* For help and completion: the common table, ended by a NULL name. */
extern const struct option_row	options_common[];

#endif
