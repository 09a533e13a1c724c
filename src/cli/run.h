/*
 * A run of the program: what the command line and the environment say, and
 * what all commands share.
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
	STATUS_FOUND	= 0,	/* found something, or done */
	STATUS_NOTHING	= 1,	/* ran fine, found nothing */
	STATUS_ERROR	= 2,	/* wrong use, or it failed */
	STATUS_PROBLEMS	= 3,	/* check found problems */
	STATUS_TOO_OLD	= 20,	/* the format version asked for */
	STATUS_TOO_NEW	= 21,
	STATUS_STOPPED	= 130	/* interrupted: 128 and SIGINT, as shells do */
};

enum when { WHEN_AUTO, WHEN_ALWAYS, WHEN_NEVER };
enum hyperlinks { HYPERLINKS_AUTO, HYPERLINKS_OFF, HYPERLINKS_ON };

struct command;
struct option_row;

struct run {
	const struct command	*command;
	struct list		 paths;		/* of -b, as given */
	bool			 spooled;	/* some were pipes */
	struct settings		*settings;
	const char		*config;	/* read instead of the user's */
	const char		*config_file;	/* that is being read, or NULL */
	const char		*config_problem; /* the first one, or NULL */
	const char		*problem;	/* first error of the sources that
						   were read last, or NULL */
	struct list		 configured;	/* paths of bibliographies */
	const char		*configured_by;	/* the file that named them */
	enum when		 color;
	long			 escape_delay;	/* ms; -1: as fits the line */
	enum when		 clipboard;	/* may be written to */
	enum hyperlinks		 hyperlinks;	/* see output_has_links() */
	long			 idle_end;	/* minutes; 0: never */
	long			 history;	/* lines kept */
	bool			 no_session;
	size_t			 changes;	/* since the last visit */
	bool			 looked;	/* at them, in this session */
	struct list		 logged;	/* searches (char *) of this run */
	bool			 unlogged;	/* one could not be written */
	bool			 linear;	/* line by line */
	bool			 fresh;		/* forget where the user was */
	bool			 ascii;
	bool			 quiet;
	bool			 no_pager;
	struct pager		*pager;		/* NULL: none is running */
	struct library		*library;	/* that is open, or NULL */
	struct notebook		*notebook;	/* NULL: not opened yet */
	bool			 help;
	bool			 version;
	/* Of what is printed. */
	const struct format	*format;
	long			 version_of_format; /* of JSON, -1: any */
	const char		*fields;	/* keys of JSON, or NULL */
	struct list		 keys;		/* the same, see output_keys() */
	bool			 null;		/* NUL ends lines and ids */
	bool			 raw;		/* cells of csv and tsv */
	/* Options of the command: a struct of its own, see its row. */
	void			*options;
	struct list		 given;		/* see options.c */
};

/* Runs a command with the arguments after its name; returns how it ended. */
typedef enum status	command_function(struct run *run, int argc,
			    char **argv);

/* A command: its flags say how main() prepares for it. */
struct command {
	const char			*name;
	const char			*operands;	/* for the synopsis */
	const char			*purpose;	/* one line */
	const struct option_row		*options;
	const void			*defaults;	/* of run->options */
	size_t				 size;		/* 0: it has none */
	const char			*more;		/* paragraphs of help */
	const char			*examples;	/* three or more lines */
	command_function		*run;
};

/* "strigil: TEXT" on stderr, made safe for a terminal. */
void	 run_complain(const char *format, ...) PRINTF(1, 2);

/*
 * The program's own directory below what a variable of the XDG Base Directory
 * Specification names, or below its default in the home directory; owned by
 * `ctx`, NULL when there is no home.
 */
char	*run_home(const void *ctx, const char *variable,
	    const char *below_home);

/* Where data files are installed, or lie in the source tree; or NULL. */
const char	*run_data_directory(const void *ctx);

/* Whether a variable of the environment is set, and not empty. */
bool	 run_is_set(const char *name);

/* Whether the terminal, if there is one, can do nothing but print. */
bool	 run_is_dumb(void);

/*
 * Whether the index could not be read: then what was made of it is neither
 * printed nor called nothing; main() says what failed.
 */
bool	 run_has_failed(const struct run *run) MUST_CHECK;

/* Says that nothing was found ("no works for", the query), if that is so. */
enum status	 run_nothing(struct run *run, const char *what,
		    const char *query);

/* Complains that there is no such address, with the nearest one. */
void	 run_unknown(struct run *run, struct library *library,
	    const char *text);

/*
 * The operands as ids (char *), to be printed or looked up; "-" means
 * those on stdin, one a line.  False after complaining.
 */
bool	 run_ids(struct run *run, int argc, char **argv, struct list *ids);

/* Whether one of the operands is "-". */
bool	 run_reads_ids(int argc, char **argv);

/*
 * Adds what a file, a pipe or (for "-") the standard input holds, and of one
 * that is longer than `most` bytes at least one byte more.  False after
 * complaining; devices and directories are not read.
 */
bool	 run_read(struct run *run, const char *path, size_t most,
	    struct buf *bytes);

/*
 * Names (char *) of terms, with commas or without, as their ids, owned by the run: what a column
 * of a map or plot is called.  Other values stay as they are; with `terms`
 * they are not allowed, and NULL is returned after complaining of the first.
 */
char	*run_columns(struct run *run, struct library *library,
	    const struct list *options, bool terms);

/* Words of the operands joined with blanks, owned by the run. */
char	*run_operands(struct run *run, int argc, char **argv);

/* Complains of an error; the status to end with. */
enum status	run_fail(const struct err *err);

/* Flushes stdout; a status of success becomes an error when it failed. */
enum status	run_finish(enum status status);

/*
 * Whether what takes long should stop: once SIGINT is caught it came, or
 * another signal waits that ends the program.  A second SIGINT ends it at once.
 */
bool	 run_is_interrupted(void);
void	 run_catch_interrupt(void);
void	 run_forget_interrupt(void);

#endif
