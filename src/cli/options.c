/* Options and settings: tables of typed rows. */
#include "cli/options.h"

#include <assert.h>
#include <getopt.h>
#include <string.h>
#include <strings.h>

#include "base/number.h"
#include "base/text.h"
#include "cli/run.h"

enum { LONG_ONLY = 256, ROWS_MAX = 40 };

_Static_assert(sizeof(enum when) == sizeof(int), "choices are stored as int");

/* An option of the command line, to be set again after strigil.conf. */
struct given {
	const struct option_row	*row;
	const char		*value;
};

/* Rows. */

bool
option_is_for(const struct option_row *row, const struct run *run)
{
	bool browser = run->command == NULL || *run->command->name == '\0';

	return (row->where & (ALL_COMMANDS | (browser ? BROWSER_ONLY : 0U))) !=
	    0;
}

const char *
option_choice(const struct option_row *row, size_t i)
{
	size_t n, k = 0;

	assert(row->name != NULL);
	if (row->kind == OPTION_FORMAT) {
		for (n = 0; n < formats_count; n++)
			if ((formats[n].takes & row->uses) != 0 && k++ == i)
				return formats[n].name;
		return NULL;
	}
	if (row->choices != NULL) {
		for (n = 0; n < i && row->choices[n] != NULL; n++)
			;
		return row->choices[n];
	}
	if (row->codes != NULL)
		return i < row->codes->count ? row->codes->at[i].id : NULL;
	return row->choice == NULL ? NULL : row->choice(i);
}

/* "a, b or 'c d'", owned by `ctx`. */
static char *
choices_of(const void *ctx, const struct option_row *row)
{
	struct buf out = { .data = NULL };
	const char *name, *quote;
	size_t i;

	for (i = 0; (name = option_choice(row, i)) != NULL; i++) {
		quote = strchr(name, ' ') != NULL ? "'" : "";
		buf_format(ctx, &out, "%s%s%s%s", i == 0 ? "" :
		    option_choice(row, i + 1) == NULL ? " or " : ", ", quote,
		    name, quote);
	}
	return out.data != NULL ? out.data : mem_text(ctx, "");
}

char *
option_help(const void *ctx, const struct option_row *row)
{
	return row->help != NULL ? mem_text(ctx, row->help) :
	    choices_of(ctx, row);
}

/* Values. */

static bool
set_flag(const struct option_row *row, bool *flag, const char *value,
    struct err *err)
{
	bool yes = value == NULL || text_same(value, "yes");

	if (!yes && !text_same(value, "no"))
		return err_set(err, ERR_USAGE, "'%s' is neither yes nor no",
		    value);
	*flag = (yes != row->inverse) || (row->sticky && *flag);
	return true;
}

static bool
options_set_number(const struct option_row *row, long *number,
    const char *value, struct err *err)
{
	bool all = row->all != NULL && text_same(value, row->all);

	if (all)
		*number = row->most;
	if (all || number_integer(value, 0, row->most, number))
		return true;
	if (row->all != NULL)
		return err_set(err, ERR_USAGE, "'%s' is neither a number nor "
		    "'%s'", value, row->all);
	if (row->most == LONG_MAX)
		return err_set(err, ERR_USAGE, "'%s' is not a number", value);
	return err_set(err, ERR_USAGE, "'%s' is not a number from 0 to %ld",
	    value, row->most);
}

/* The index of a choice, ignoring case; -1 with *err set if there is none. */
static int
choice_of(const struct option_row *row, const char *value, struct err *err)
{
	const char *name;
	char *names;
	int i;

	for (i = 0; (name = option_choice(row, (size_t)i)) != NULL; i++)
		if (strcasecmp(name, value) == 0)
			return i;
	names = choices_of(NULL, row);
	(void)err_set(err, ERR_USAGE, "unknown value '%s'; choose %s",
	    value, names);
	mem_free(names);
	return -1;
}

static bool
set_choice(const struct option_row *row, void *member, const char *value,
    struct err *err)
{
	int i = choice_of(row, value, err);
	const char *name;

	if (i < 0)
		return false;
	name = option_choice(row, (size_t)i);
	if (row->kind == OPTION_CHOICE)
		memcpy(member, &i, sizeof(i));
	else if (row->kind == OPTION_NAME)
		*(const char **)member = name;
	else
		*(const struct format **)member = format_find(name,
		    row->uses);
	return true;
}

bool
option_set(struct run *run, const struct option_row *row, const char *value,
    struct err *err)
{
	void *base = row->of == OF_RUN ? (void *)run : row->of ==
	    OF_SETTINGS ? (void *)run->settings : run->options;
	void *member = base == NULL ? NULL : (char *)base + row->offset;

	assert(row->kind != OPTION_CALL || row->take != NULL);
	if (row->preset != NULL)
		value = row->preset;
	switch (row->kind) {
	case OPTION_FLAG:
		return set_flag(row, member, value, err);
	case OPTION_TEXT:
		if (*value == '\0')
			return err_set(err, ERR_USAGE, "%s is empty",
			    row->argument);
		*(const char **)member = mem_text(run, value);
		return true;
	case OPTION_TEXTS:
		if (*value == '\0')
			return err_set(err, ERR_USAGE, "%s is empty",
			    row->argument);
		list_add(run, member, mem_text(run, value));
		return true;
	case OPTION_NUMBER:
		return options_set_number(row, member, value, err);
	case OPTION_CHOICE:
	case OPTION_NAME:
	case OPTION_FORMAT:
		return set_choice(row, member, value, err);
	case OPTION_CALL:
		return (option_choice(row, 0) == NULL || choice_of(row, value,
		    err) >= 0) && row->take(run, value, err);
	}
	return false;
}

/* The command line. */

struct long_options {
	const struct option_row	*rows[ROWS_MAX];
	const char		*had[ROWS_MAX];	/* values given so far, or
						   NULL */
	size_t			 own;		/* rows of the command;
						   shared rows follow */
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

/* The index of a row, or the number of rows if there is none. */
static size_t
table_find(const struct long_options *table, int code)
{
	size_t i;

	if (code >= LONG_ONLY)
		return (size_t)(code - LONG_ONLY);
	for (i = 0; i < table->count; i++)
		if (table->rows[i]->letter == code)
			break;
	return i;
}

/*
 * Records that a row has a value; false after complaining about a second value
 * where only one is allowed.
 */
static bool
table_note(struct long_options *table, size_t i, const char *value)
{
	const struct option_row *row = table->rows[i];
	const char *before = table->had[i];

	if (row->argument == NULL || row->kind == OPTION_TEXTS || i >=
	    table->own)
		return true;
	table->had[i] = value;
	if (before == NULL || text_same(before, value))
		return true;
	run_complain("--%s: given twice, as '%s' and '%s'; choose one",
	    row->name, before, value);
	return false;
}

static bool
option_take(struct run *run, const struct option_row *row, const char *value)
{
	struct given *given;
	struct err err = ERR_INIT;

	if (!option_set(run, row, value, &err)) {
		run_complain("--%s: %s", row->name, err.text);
		return false;
	}
	if (row->where != 0 && row->kind != OPTION_CALL) {
		given = mem_new(run, struct given);
		*given = (struct given){ row, value };
		list_add(run, &run->given, given);
	}
	return true;
}

bool
options_had(const struct run *run, const char *name)
{
	const struct given *given;
	size_t i;

	for (i = 0; i < run->given.count; i++) {
		given = list_at(&run->given, i);
		if (text_same(given->row->name, name))
			return true;
	}
	return false;
}

void
options_again(struct run *run)
{
	const struct given *given;
	struct err err = ERR_INIT;
	size_t i;

	for (i = 0; i < run->given.count; i++) {
		given = list_at(&run->given, i);
		(void)!option_set(run, given->row, given->value, &err);
	}
}

static void
complain_option(const struct run *run, int code, char **argv)
{
	const char *name = run->command == NULL ? "" : run->command->name;
	char option[3] = { '-', (char)optopt, '\0' };
	/* getopt reports long options by position, short ones by letter. */
	bool is_long = optopt == 0 || optopt >= LONG_ONLY;

	run_complain("%s '%s'; 'strigil %s%s--help' lists them%s", code ==
	    ':' ? "missing argument after" : "unknown option",
	    is_long ? argv[optind - 1] : option, name, *name == '\0' ? "" :
	    " ", code != ':' && !is_long ? "; after '--' words may start "
	    "with '-'" : "");
}

int
options_take(struct run *run, const struct option_row *rows, bool ordered,
    int argc, char **argv)
{
	struct long_options table = { .count = 0 };
	const struct option_row *row;
	size_t i;
	int code;

	/*
	 * "+": stop at the first operand; ":": missing arguments are reported
	 * here.
	 */
	memcpy(table.shorts, ordered ? "+:" : ":", ordered ? 3 : 2);
	for (row = rows; row->name != NULL; row++)
		table_add(&table, row);
	table.own = table.count;
	for (row = options_shared; row->name != NULL; row++)
		if (option_is_for(row, run))
			table_add(&table, row);
	opterr = 0;
	optind = 0;
	while ((code = getopt_long(argc, argv, table.shorts, table.longs,
	    NULL)) != -1) {
		i = table_find(&table, code);
		if (i == table.count) {
			complain_option(run, code, argv);
			return -1;
		}
		if (!table_note(&table, i, optarg) || !option_take(run,
		    table.rows[i], optarg))
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
	text = option_help(left, row);
	(void)fprintf(out, "%-28s", left);
	for (at = text; *at != '\0'; at = next) {
		n = text_line(at, 50, &next);
		(void)fprintf(out, "%s%.*s\n", at == text ? " " :
		    "                             ", (int)n, at);
	}
	mem_free(left);
}

void
options_print(const struct run *run, FILE *out,
    const struct option_row *rows)
{
	const struct option_row *row;

	for (row = rows; row->name != NULL; row++)
		print_row(out, row);
	for (row = options_shared; row->name != NULL; row++)
		if (option_is_for(row, run))
			print_row(out, row);
}
