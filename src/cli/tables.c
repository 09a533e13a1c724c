/*
 * Prints the program's tables as tab-separated values, for building the manual
 * (man/fill) and for tests.
 */
#include "cli/tables.h"

#include "base/text.h"
#include "cli/commands.h"
#include "record/field.h"
#include "tui/help.h"

static const char *
tables_or_blank(const char *text)
{
	return text == NULL ? "" : text;
}

static void
put_option(const char *kind, const char *command,
    const struct option_row *row)
{
	char letter[2] = { row->letter, '\0' };
	const char *argument = row->argument;
	void *scratch = mem_context(NULL);
	char *help = option_help(scratch, row);

	if (text_same(kind, "setting") && argument == NULL)
		argument = "yes|no";
	(void)printf("%s\t%s\t%s\t%s\t%s\t%s\n", kind, command, letter,
	    row->name, tables_or_blank(argument), help);
	mem_free(scratch);
}

static void
put_options(void)
{
	const struct option_row *row;
	size_t i;

	for (row = options_shared; row->name != NULL; row++) {
		if ((row->where & ALL_COMMANDS) != 0)
			put_option("option", "all", row);
		if ((row->where & BROWSER_ONLY) != 0)
			put_option("option", "strigil", row);
		if ((row->where & CONFIG) != 0)
			put_option("setting", "", row);
	}
	for (i = 1; i < commands_count; i++)
		for (row = commands[i].options; row->name != NULL; row++)
			put_option("option", commands[i].name, row);
}

/* "key", mode, keys separated by spaces, command, help. */
static void
put_binding(const struct keymap *keymap, enum mode mode,
    const struct binding *row)
{
	void *scratch = mem_context(NULL);
	char *keys = keymap_keys(keymap, scratch, mode, row->action,
	    row->argument);
	const char *argument = action_argument(row->action);

	if (row->argument != NULL)
		argument = row->argument;
	else if (keys != NULL && *argument == '[')
		argument = "";
	(void)printf("%s\t%s\t%s\t%s%s%s\t%s%s%s\n", keys == NULL ? "command" :
	    "key", mode_word(mode), tables_or_blank(keys),
	    action_name(row->action), *argument == '\0' ? "" : " ", argument,
	    action_help(row->action), row->argument == NULL ? "" : " ",
	    tables_or_blank(row->argument));
	mem_free(scratch);
}

/* The default keys, before any are rebound. */
static void
put_keys(const void *ctx)
{
	struct keymap *keymap = keymap_new(ctx);
	const struct binding *row;
	size_t i;
	int mode;

	for (mode = 0; mode < MODE_COUNT; mode++)
		for (i = 0; i < keymap_count(keymap); i++) {
			row = keymap_row(keymap, i);
			if (binding_is_in(row, (enum mode)mode) &&
			    !help_repeats(keymap, (enum mode)mode, i))
				put_binding(keymap, (enum mode)mode, row);
		}
	mem_free(keymap);
}

static void
put_fields(void)
{
	const struct field *field;
	size_t i;

	for (i = 0; i < fields_count; i++) {
		field = &fields[i];
		(void)printf("field\t%s\t%s\t%s\t%s\n", field->name,
		    field->brief, field->example, field->help);
	}
}

static void
put_formats(void)
{
	size_t i;

	for (i = 0; i < formats_count; i++)
		(void)printf("format\t%s\t%s\t%s\t%s\n", formats[i].name,
		    tables_or_blank(formats[i].suffix),
		    tables_or_blank(formats[i].label), formats[i].purpose);
}

static void
put_pages(void)
{
	const char *name;
	int page;

	for (page = 0; (name = address_page_name(page)) != NULL; page++)
		(void)printf("page\t%s\t%s\n", name,
		    address_page_purpose(page));
}

/*
 * "usage", command, operands; "summary", command, purpose; and a row for each
 * example.
 */
static void
put_commands(void)
{
	const struct command *command;
	const char *line;
	size_t i, length;

	for (i = 0; i < commands_count; i++) {
		command = &commands[i];
		(void)printf("usage\t%s\t%s\n", command->name,
		    command->operands);
		if (i > 0)
			(void)printf("summary\t%s\t%s\n", command->name,
			    command->purpose);
		for (line = command->examples; *line != '\0';
		    line += length + 1) {
			length = strcspn(line, "\n");
			(void)printf("example\t%s\t%.*s\n", command->name,
			    (int)length - 2, line + 2);
		}
	}
}

void
tables_print(const void *ctx)
{
	put_commands();
	put_options();
	put_keys(ctx);
	put_fields();
	put_formats();
	put_pages();
}
