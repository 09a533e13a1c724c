/*
 * Options and settings: tables of typed rows, from which getopt_long(3) is fed
 * and strigil.conf read, and which help, completion and the manual print.
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/err.h"
#include "base/mem.h"

struct run;

enum option_kind {
	OPTION_FLAG,		/* bool; as a setting "yes" or "no" */
	OPTION_TEXT,		/* const char *, as given */
	OPTION_TEXTS,		/* struct list of them: it may be repeated */
	OPTION_NUMBER,		/* long from 0 to `most` */
	OPTION_CHOICE,		/* enum or int: the number of a choice */
	OPTION_NAME,		/* const char *: a choice by name */
	OPTION_FORMAT,		/* const struct format *: it takes one of `uses` */
	OPTION_CALL		/* what `take` does with it */
};

/* Which struct has the member that is set. */
enum option_of { OF_COMMAND, OF_RUN, OF_SETTINGS };

/* Where a row of the shared table counts; a set joined with "|". */
enum option_where {
	ALL_COMMANDS	= 1 << 0,
	BROWSER_ONLY	= 1 << 1,
	CONFIG		= 1 << 2	/* a setting of strigil.conf */
};

struct option_row {
	char			 letter;	/* 0: none */
	const char		*name;
	const char		*argument;	/* its name; NULL: takes none */
	const char		*help;		/* NULL: the choices */
	enum option_kind	 kind;
	enum option_of		 of;
	size_t			 offset;	/* of the member */
	unsigned		 where;		/* of the shared table */
	bool			 inverse;	/* of a flag: "no" sets it */
	bool			 sticky;	/* of a flag: never taken back */
	long			 most;		/* of a number */
	const char		*all;		/* a word for `most`, or NULL */
	const char *const	*choices;	/* ended by NULL; or else */
	const char		*(*choice)(size_t i);	/* NULL at the end */
	unsigned		 uses;		/* of a format: enum format_use */
	const char		*preset;	/* the value, of no argument */
	bool			(*take)(struct run *run, const char *value,
				    struct err *err);
};

/*
 * The members of a row that say what it sets: a wrong type does not compile.
 * FLAG(struct map_options, top), NUMBER(struct run, history, 10000).
 */
#define MEMBER_(type, member, wanted)					\
	.offset = offsetof(type, member) +				\
	    _Generic(((type *)0)->member, wanted: 0U)
#define FLAG(type, member)						\
	.kind = OPTION_FLAG, MEMBER_(type, member, bool)
#define TEXT(type, member)						\
	.kind = OPTION_TEXT, MEMBER_(type, member, const char *)
#define TEXTS(type, member)						\
	.kind = OPTION_TEXTS, MEMBER_(type, member, struct list)
#define NUMBER(type, member, most_)					\
	.kind = OPTION_NUMBER, .most = most_, MEMBER_(type, member, long)
#define CHOICE(type, member)						\
	.kind = OPTION_CHOICE, .offset = offsetof(type, member)
#define NAME(type, member)						\
	.kind = OPTION_NAME, MEMBER_(type, member, const char *)
#define CHOICES(...)							\
	.choices = (const char *const[]){ __VA_ARGS__, NULL }

/* Rows that several commands have; they set members of the run. */
#define OPTION_ROW_FORMAT(uses_)					\
	{ 'f', "format", "FORMAT", .kind = OPTION_FORMAT, .of = OF_RUN,	\
	  .offset = offsetof(struct run, format), .uses = uses_ }
#define OPTION_ROW_PLAIN						\
	{ 0, "plain", NULL, "as --format=tsv", .kind = OPTION_FORMAT,	\
	  .of = OF_RUN, .offset = offsetof(struct run, format),		\
	  .uses = FORMAT_WORKS, .preset = "tsv" }
#define OPTION_ROW_JSON							\
	{ 0, "json", NULL, "as --format=json", .kind = OPTION_FORMAT,	\
	  .of = OF_RUN, .offset = offsetof(struct run, format),		\
	  .uses = FORMAT_WORKS, .preset = "json" },			\
	{ 0, "format-version", "NUMBER",				\
	  "fail unless JSON is of this version", .of = OF_RUN,		\
	  NUMBER(struct run, version_of_format, LONG_MAX) }
#define OPTION_ROW_FIELDS						\
	{ 0, "fields", "KEYS", "in JSON, print only these keys of each " \
	  "record and its id", .of = OF_RUN, TEXT(struct run, fields) }
#define OPTION_ROW_NULL(help_)						\
	{ '0', "null", NULL, help_, .of = OF_RUN, FLAG(struct run, null) }
#define OPTION_ROW_RAW							\
	{ 0, "raw", NULL, "leave cells of csv and tsv as they are, although a " \
	  "spreadsheet may take them for formulas", .of = OF_RUN,	\
	  FLAG(struct run, raw) }

/* The rows that all commands share, and settings; ended by a NULL name. */
extern const struct option_row	options_shared[];

/*
 * Takes the options of `rows` (ended by a NULL name) and of the shared table
 * off argv.  Options may stand anywhere unless `ordered`; "--" ends them.  An
 * option of `rows` that is given twice with two values is wrong unless it
 * collects them; of a shared one the last value counts, as in strigil.conf.
 * Returns the index of the first operand (argv is permuted so that operands
 * come last), or -1 after a wrong option was reported.
 */
int	 options_take(struct run *run, const struct option_row *rows,
	    bool ordered, int argc, char **argv);

/*
 * Sets what a row sets; `value` is NULL of an option without an argument.
 * False when it cannot be, with *err set: then nothing has changed.
 */
bool	 option_set(struct run *run, const struct option_row *row,
	    const char *value, struct err *err) MUST_CHECK;

/* Whether the command line had the option of this shared row. */
bool	 options_had(const struct run *run, const char *name);

/* Sets once more what the command line said: it goes before strigil.conf. */
void	 options_again(struct run *run);

/* The i-th choice of a row, NULL when there are fewer. */
const char	*option_choice(const struct option_row *row, size_t i);

/* What a row does, or its choices in words; owned by `ctx`. */
char	*option_help(const void *ctx, const struct option_row *row);

/* Whether a row of the shared table is an option of a command. */
bool	 option_is_for(const struct option_row *row, const struct run *run);

/* Prints the rows, one a line, the shared ones after them. */
void	 options_print(const struct run *run, FILE *out,
	    const struct option_row *rows);

#endif
