/*
 * A run of the program: the settings of the command line and the environment,
 * and functions shared by all commands.
 */
#ifndef CLI_RUN_H
#define CLI_RUN_H

#include <limits.h>
#include <stdio.h>

#include "record/order.h"
#include "export/export.h"
#include "library/library.h"
#include "tui/settings.h"

enum status {
	STATUS_FOUND	= 0,	/* success, with results */
	STATUS_NOTHING	= 1,	/* success, without results */
	STATUS_ERROR	= 2,	/* wrong usage, or failure */
	STATUS_PROBLEMS	= 3,	/* check found problems */
	STATUS_TOO_OLD	= 20,	/* does not write the requested format
				   version */
	STATUS_TOO_NEW	= 21,
	STATUS_STOPPED	= 130	/* interrupted: 128 + SIGINT, as in shells */
};

enum when { WHEN_AUTO, WHEN_ALWAYS, WHEN_NEVER };
enum hyperlinks { HYPERLINKS_AUTO, HYPERLINKS_OFF, HYPERLINKS_ON };

struct axis;
struct command;
struct option_row;

struct run {
	const struct command	*command;
	struct list		 paths;		/* arguments of -b, as given */
	bool			 spooled;	/* some paths were pipes */
	struct settings		*settings;
	const char		*config;	/* replaces the user's
						   configuration */
	const char		*config_file;	/* configuration file being
						   read, or NULL */
	const char		*config_problem; /* first problem in the
						    configuration, or NULL */
	const char		*statuses_problem; /* why statuses are not
						      used */
	const char		*problem;	/* first error when the sources
						   were last read, or NULL */
	struct list		 configured;	/* paths of bibliographies from
						   strigil.conf */
	const char		*configured_by;	/* the strigil.conf that names
						   them */
	enum when		 color;
	long			 escape_delay;	/* ms; -1: depends on the
						   terminal line */
	enum when		 clipboard;	/* whether to use the
						   clipboard */
	enum hyperlinks		 hyperlinks;	/* see output_has_links() */
	long			 idle_end;	/* minutes; 0: never */
	long			 history;	/* lines to save */
	bool			 no_session;
	size_t			 changes;	/* records changed since the
						   last visit */
	bool			 looked;	/* the user has seen the
						   changes */
	struct list		 logged;	/* searches (char *) of this run */
	bool			 unlogged;	/* a search could not be
						   logged */
	bool			 linear;	/* line mode */
	bool			 fresh;		/* do not resume the last
						   session */
	bool			 ascii;
	bool			 quiet;
	bool			 no_pager;
	struct pager		*pager;		/* NULL: none is running */
	struct library		*library;	/* open library, or NULL */
	struct notebook		*notebook;	/* NULL: not opened yet */
	bool			 help;
	bool			 version;
	/* Output. */
	const struct format	*format;
	long			 version_of_format; /* version of JSON, -1:
						       any */
	const char		*fields;	/* keys of JSON, or NULL */
	struct list		 keys;		/* `fields`, parsed by
						   output_keys() */
	bool			 null;		/* end lines and ids with NUL */
	bool			 raw;		/* leave cells of csv and tsv as
						   they are */
	/*
	 * The options of the command, in a struct that its table row describes.
	 */
	void			*options;
	struct list		 given;		/* see options.c */
};

/* Runs a command with the arguments after its name; returns how it ended. */
typedef enum status	command_function(struct run *run, int argc,
			    char **argv);

/* A command.  Its flags control how main() prepares it. */
struct command {
	const char			*name;
	const char			*operands;	/* operands in the
							   synopsis */
	const char			*purpose;	/* one line */
	const struct option_row		*options;
	const void			*defaults;	/* of run->options */
	size_t				 size;		/* 0: no options */
	const char			*more;		/* paragraphs of help */
	const char			*examples;	/* three or more lines */
	command_function		*run;
};

/* "strigil: TEXT" on stderr, made safe for a terminal. */
void	 run_complain(const char *format, ...) PRINTF(1, 2);

/*
 * The program's directory below the one in an XDG Base Directory variable, or
 * below its default in the home directory; owned by `ctx`, NULL if there is no
 * home directory.
 */
char	*run_home(const void *ctx, const char *variable,
	    const char *below_home);

/* The directory of the data files, installed or in the source tree; or NULL. */
const char	*run_data_directory(const void *ctx);

/* Whether an environment variable is set and not empty. */
bool	 run_is_set(const char *name);

/* Whether the terminal, if there is one, can only print. */
bool	 run_is_dumb(void);

/*
 * Whether the index could not be read.  Then print neither results nor "no
 * results": main() reports the error.
 */
bool	 run_has_failed(const struct run *run) MUST_CHECK;

/*
 * Reports that there are no results ("no works for", then the query) and
 * returns the status.  If the index could not be read, reports nothing.
 */
enum status	 run_nothing(struct run *run, const char *what,
		    const char *query);

/* Complains that an address does not exist, and suggests the nearest one. */
void	 run_unknown(struct run *run, struct library *library,
	    const char *text);

/*
 * The operands as ids (char *), to print or look up; "-" means the ids on
 * standard input, one per line.  False after complaining.
 */
bool	 run_ids(struct run *run, int argc, char **argv, struct list *ids);

/* Whether one of the operands is "-". */
bool	 run_reads_ids(int argc, char **argv);

/*
 * Whether a command may read a file other than the bibliography: in restricted
 * mode only standard input ("-").  False after complaining.
 */
bool	 run_may_read(const struct run *run, const char *path);

/*
 * Appends the content of a file, a pipe or (for "-") standard input.  Reads at
 * least one byte more than `most` if there are more.  False after complaining;
 * refuses devices, directories and what run_may_read() does.
 */
bool	 run_read(struct run *run, const char *path, size_t most,
	    struct buf *bytes);

/*
 * The values of an option that may be repeated, comma-separated, owned by the
 * run; NULL if there are none.
 */
char	*run_names(struct run *run, const struct list *given);

/*
 * Complains that a name is not a value of an axis, and suggests similar names
 * or what to do.
 */
void	 run_unknown_value(struct run *run, const char *option,
	    const struct axis *axis, const char *what_to_do);

/* The operands joined with spaces, owned by the run. */
char	*run_operands(struct run *run, int argc, char **argv);

/* Complains about an error; returns the exit status. */
enum status	run_fail(const struct err *err);

/*
 * The next byte of standard input.  EOF at its end, and after an error, which
 * is reported once unless a signal interrupted the read.
 */
int	 run_read_byte(void);

/*
 * Flushes stdout; turns success into an error if that fails, or if the standard
 * input could not be read.
 */
enum status	run_finish(enum status status);

/*
 * Whether to stop long work: SIGINT was caught, or a signal that ends the
 * program is pending.  A second SIGINT ends the program at once.
 */
bool	 run_is_interrupted(void);
void	 run_catch_interrupt(void);
void	 run_forget_interrupt(void);

#endif
