/*
 * Options and settings: tables of typed rows.  They are used for
 * getopt_long(3), strigil.conf, help, completion and the manual.
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/err.h"
#include "base/mem.h"
#include "record/codelist.h"

struct run;

enum option_kind {
	OPTION_FLAG,		/* bool; as a setting "yes" or "no" */
	OPTION_TEXT,		/* const char *, as given */
	OPTION_TEXTS,		/* struct list of texts: may be repeated */
	OPTION_NUMBER,		/* long from 0 to `most` */
	OPTION_CHOICE,		/* enum or int: the index of a choice */
	OPTION_NAME,		/* const char *: a choice by name */
	OPTION_FORMAT,		/* const struct format *: supports one of
				   `uses` */
	OPTION_CALL		/* passed to `take` */
};

/* The struct that contains the member. */
enum option_of { OF_COMMAND, OF_RUN, OF_SETTINGS };

/* Where a row of the shared table applies; a set joined with "|". */
enum option_where {
	ALL_COMMANDS	= 1 << 0,
	BROWSER_ONLY	= 1 << 1,
	CONFIG		= 1 << 2	/* a setting of strigil.conf */
};

struct option_row {
	char			 letter;	/* 0: none */
	const char		*name;
	const char		*argument;	/* the argument's name; NULL:
						   no argument */
	const char		*help;		/* NULL: the help lists the
						   choices */
	enum option_kind	 kind;
	enum option_of		 of;
	size_t			 offset;	/* offset of the member in the
						   struct */
	unsigned		 where;		/* in the shared table: where
						   the row applies */
	bool			 inverse;	/* for a flag: "no" sets the
						   member */
	bool			 sticky;	/* for a flag: cannot be
						   unset */
	long			 most;		/* of a number */
	const char		*all;		/* a word for `most`, or NULL */
	const char *const	*choices;	/* list ended by NULL; or
						   else */
	const struct codelist	*codes;		/* ids of a code list; or
						   else */
	const char		*(*choice)(size_t i);	/* the i-th choice; NULL
							   after the last */
	unsigned		 uses;		/* for a format: enum
						   format_use */
	const char		*preset;	/* value if there is no
						   argument */
	bool			(*take)(struct run *run, const char *value,
				    struct err *err);
};

/*
 * Initialise the members of a row for the member that it sets; a wrong type
 * does not compile.  FLAG(struct map_options, top), NUMBER(struct run, history,
 * 10000).
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

/* Rows that several commands share; they set members of the run. */
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
	  "fail unless the JSON has this version", .of = OF_RUN,	\
	  NUMBER(struct run, version_of_format, LONG_MAX) }
#define OPTION_ROW_FIELDS						\
	{ 0, "fields", "KEYS", "in JSON, print only these keys of each " \
	  "record, and its id", .of = OF_RUN, TEXT(struct run, fields) }
#define OPTION_ROW_NULL(help_)						\
	{ '0', "null", NULL, help_, .of = OF_RUN, FLAG(struct run, null) }
#define OPTION_ROW_RAW							\
	{ 0, "raw", NULL, "leave cells of csv and tsv as they are, even " \
	  "those that a spreadsheet may take for formulas", .of = OF_RUN, \
	  FLAG(struct run, raw) }

/* The options shared by all commands, and settings; ended by a NULL name. */
extern const struct option_row	options_shared[];

/*
 * Removes the options of `rows` (ended by a NULL name) and of the shared table
 * from argv.  Options may come anywhere unless `ordered`; "--" ends them.  Two
 * different values for an option of `rows` are an error unless it collects
 * them; for a shared option the last value counts, as in strigil.conf.  Returns
 * the index of the first operand (argv is permuted so that operands come last),
 * or -1 after reporting a wrong option.
 */
int	 options_take(struct run *run, const struct option_row *rows,
	    bool ordered, int argc, char **argv);

/*
 * Applies a row; `value` is NULL for an option without an argument.  False with
 * *err set if the value is invalid, and then nothing has changed.
 */
bool	 option_set(struct run *run, const struct option_row *row,
	    const char *value, struct err *err) MUST_CHECK;

/* Whether this shared option was on the command line. */
bool	 options_had(const struct run *run, const char *name);

/* Applies the command line again, as it overrides strigil.conf. */
void	 options_again(struct run *run);

/* The i-th choice of a row, or NULL if it has fewer. */
const char	*option_choice(const struct option_row *row, size_t i);

/* The help text of a row, or its choices in words; owned by `ctx`. */
char	*option_help(const void *ctx, const struct option_row *row);

/* Whether a row of the shared table applies to the command. */
bool	 option_is_for(const struct option_row *row, const struct run *run);

/* Prints the rows, one per line, then the shared ones. */
void	 options_print(const struct run *run, FILE *out,
	    const struct option_row *rows);

#endif
