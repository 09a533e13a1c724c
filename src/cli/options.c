/* Options: tables of them. */
#include "cli/options.h"

#include <getopt.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "cli/run.h"

enum { LONG_ONLY = 256, ROWS_MAX = 32 };

static bool
take_bibliography(struct run *run, const char *argument)
{
	list_add(run, &run->paths, mem_text(run, argument));
	return true;
}

bool
when_find(const char *name, enum when *when)
{
	static const char *const names[] = { "auto", "always", "never" };
	size_t i;

	for (i = 0; i < 3; i++)
		if (text_same(names[i], name)) {
			*when = (enum when)i;
			return true;
		}
	return false;
}

static bool
take_color(struct run *run, const char *argument)
{
	run->wrong = "auto, always or never";
	return when_find(argument, &run->color);
}

static bool
take_config(struct run *run, const char *argument)
{
	run->config = argument;
	return true;
}

static bool
take_restricted(struct run *run, const char *argument)
{
	(void)argument;
	run->settings->restricted = true;
	return true;
}

static bool
take_ascii(struct run *run, const char *argument)
{
	(void)argument;
	run->ascii = true;
	return true;
}

static bool
take_quiet(struct run *run, const char *argument)
{
	(void)argument;
	run->quiet = true;
	return true;
}

static bool
take_no_pager(struct run *run, const char *argument)
{
	(void)argument;
	run->no_pager = true;
	return true;
}

static bool
take_help(struct run *run, const char *argument)
{
	(void)argument;
	run->help = true;
	return true;
}

static bool
take_version(struct run *run, const char *argument)
{
	(void)argument;
	run->version = true;
	return true;
}

const struct option_row options_common[] = {
	{ 'b', "bibliography", "PATH", "read this file or directory, or the "
	  "bundled bibliography of this name; may be repeated",
	  take_bibliography, 0 },
	{ 0, "color", "WHEN", "auto, always or never", take_color, 0 },
	{ 0, "ascii", NULL, "write ASCII only", take_ascii, 0 },
	{ 0, "config", "FILE", "read this instead of your strigil.conf",
	  take_config, 0 },
	{ 0, "restricted", NULL, "run no commands, write no files, read no "
	  "configuration of the user", take_restricted, 0 },
	{ 'q', "quiet", NULL, "no progress and no remarks", take_quiet, 0 },
	{ 0, "no-pager", NULL, "print without a pager", take_no_pager, 0 },
	{ 'h', "help", NULL, "print help and exit", take_help, 0 },
	{ 'V', "version", NULL, "print the version and exit", take_version, 0 },
	{ .name = NULL }
};

struct long_options {
	const struct option_row	*rows[ROWS_MAX];
	size_t			 count;
	struct option		 longs[ROWS_MAX + 1];
	char			 shorts[2 * ROWS_MAX + 3];
};

static void
table_add(struct long_options *table, const struct option_row *row)
{
	struct option *option = &table->longs[table->count];
	size_t n = strlen(table->shorts);

	table->rows[table->count] = row;
	option->name = row->name;
	option->has_arg = row->argument != NULL ? required_argument :
	    no_argument;
	option->val = LONG_ONLY + (int)table->count;
	table->count++;
	if (row->letter == 0)
		return;
	table->shorts[n] = row->letter;
	if (row->argument != NULL)
		table->shorts[n + 1] = ':';
}

static const struct option_row *
table_find(const struct long_options *table, int code)
{
	size_t i;

	if (code >= LONG_ONLY)
		return table->rows[code - LONG_ONLY];
	for (i = 0; i < table->count; i++)
		if (table->rows[i]->letter == code)
			return table->rows[i];
	return NULL;
}

static bool
take_format(struct run *run, const char *argument, unsigned uses)
{
	run->format = format_find(argument, uses);
	run->wrong = format_names(run, uses);
	return run->format != NULL;
}

static bool
take(struct run *run, const struct option_row *row, const char *argument)
{
	if (row->formats != 0 ? take_format(run, argument, row->formats) :
	    row->take(run, argument))
		return true;
	run_complain("--%s: '%s' is not %s", row->name, argument, run->wrong);
	return false;
}

static void
complain_option(const struct run *run, int code, char **argv)
{
	const char *name = run->command == NULL ? "" : run->command->name;
	char option[3] = { '-', (char)optopt, '\0' };
	/* A long option is told by its place, a letter by itself. */
	bool is_long = optopt == 0 || optopt >= LONG_ONLY;

	run_complain("%s '%s'; 'strigil %s%s--help' lists them%s", code ==
	    ':' ? "an argument is missing behind" : "unknown option",
	    is_long ? argv[optind - 1] : option, name, *name == '\0' ? "" :
	    " ", code != ':' && !is_long ? ", and behind '--' words may begin "
	    "with '-'" : "");
}

int
options_take(struct run *run, const struct option_row *rows, bool ordered,
    int argc, char **argv)
{
	struct long_options table = { .count = 0 };
	const struct option_row *row;
	int code;

	/* "+": stop at the first operand; ":": missing arguments are ours. */
	memcpy(table.shorts, ordered ? "+:" : ":", ordered ? 3 : 2);
	for (row = rows; row->name != NULL; row++)
		table_add(&table, row);
	for (row = options_common; row->name != NULL; row++)
		table_add(&table, row);
	opterr = 0;
	optind = 0;
	while ((code = getopt_long(argc, argv, table.shorts, table.longs,
	    NULL)) != -1) {
		row = table_find(&table, code);
		if (row == NULL) {
			complain_option(run, code, argv);
			return -1;
		}
		if (!take(run, row, optarg))
			return -1;
	}
	return optind;
}

static void
print_row(FILE *out, const struct option_row *row)
{
	char letter[5] = "    ", *left, *text;
	const char *at, *next;
	size_t n;

	if (row->letter != 0)
		(void)snprintf(letter, sizeof(letter), "-%c, ", row->letter);
	left = mem_format(NULL, "  %s--%s%s%s", letter, row->name,
	    row->argument == NULL ? "" : "=", row->argument == NULL ? "" :
	    row->argument);
	text = row->help != NULL ? mem_text(left, row->help) :
	    format_names(left, row->formats);
	(void)fprintf(out, "%-28s", left);
	for (at = text; *at != '\0'; at = next) {
		n = text_line(at, 50, &next);
		(void)fprintf(out, "%s%.*s\n", at == text ? " " :
		    "                             ", (int)n, at);
	}
	mem_free(left);
}

void
options_print(FILE *out, const struct option_row *rows)
{
	const struct option_row *row;

	for (row = rows; row->name != NULL; row++)
		print_row(out, row);
	for (row = options_common; row->name != NULL; row++)
		print_row(out, row);
}
