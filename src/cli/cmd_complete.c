/* strigil complete: completes the words of a command line. */
#include "base/text.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/bibliography.h"
#include "cli/run.h"
#include "cli/search_log.h"
#include "library/complete.h"

/* The parts of a partial command line that were understood. */
struct partial_line {
	struct run		*run;
	const struct command	*command;	/* commands[0]: none yet */
	struct buf		 query;		/* operands, separated by
						   spaces */
	const struct option_row	*option;	/* the option whose argument
						   comes next */
	bool			 ended;		/* "--" has ended the options */
};

static const struct option_row *
find_option(const struct option_row *rows, const char *word)
{
	const char *name = word + strspn(word, "-");
	size_t n = strcspn(name, "=");

	for (; rows->name != NULL; rows++)
		if (word[1] == '-' ? strncmp(rows->name, name, n) == 0 &&
		    rows->name[n] == '\0' : rows->letter == word[1])
			return rows;
	return NULL;
}

/*
 * The row of an option of the command, or of a shared option; NULL if there is
 * none.
 */
static const struct option_row *
complete_row_of(const struct partial_line *line, const char *word)
{
	const struct option_row *row = find_option(line->command->options,
	    word);

	if (row == NULL)
		row = find_option(options_shared, word);
	return row == NULL || (row->where != 0 && !option_is_for(row,
	    line->run)) ? NULL : row;
}

/* Parses an option; -b sets the bibliography used for completion. */
static void
take_option(struct partial_line *line, const char *word, const char *next)
{
	const struct option_row *row = complete_row_of(line, word);
	const char *glued = word[1] == '-' ? strchr(word, '=') : word[2] ==
	    '\0' ? NULL : word + 1;
	const char *argument = glued != NULL ? glued + 1 : next;
	struct err err = ERR_INIT;

	if (row != NULL && text_same(row->name, "bibliography") &&
	    argument != NULL)
		(void)!option_set(line->run, row, argument, &err);
	line->option = row != NULL && row->argument != NULL && glued == NULL ?
	    row : NULL;
}

static void
complete_take_word(struct partial_line *line, const char *word, const char *next)
{
	const struct command *command = line->query.len == 0 && !line->ended &&
	    *line->command->name == '\0' ? command_find(word) : NULL;

	if (line->option != NULL)
		line->option = NULL;
	else if (!line->ended && text_same(word, "--"))
		line->ended = true;
	else if (!line->ended && *word == '-' && word[1] != '\0')
		take_option(line, word, next);
	else if (command != NULL)
		line->run->command = line->command = command;
	else
		buf_format(line->run, &line->query, "%s ", word);
}

static void
print_options(const struct partial_line *line, const struct option_row *rows,
    const char *word)
{
	char *text;

	for (; rows->name != NULL; rows++) {
		if (rows->where != 0 && !option_is_for(rows, line->run))
			continue;
		text = mem_format(NULL, "--%s%s", rows->name, rows->argument ==
		    NULL ? "" : "=");
		if (text_begins(text, word))
			(void)printf("%s\n", text);
		mem_free(text);
	}
}

/* Prints the names that start with a word, each after `before`. */
static void
print_names(const struct list *names, const char *before, const char *word)
{
	size_t i;

	for (i = 0; i < names->count; i++)
		if (text_begins(list_at(names, i), word))
			(void)printf("%s%s\n", before, (const char *)list_at(
			    names, i));
}

/* Prints the tags in the user's notes that start with a word. */
static void
print_tags(const struct partial_line *line, const char *before, const char *word)
{
	enum status status;
	struct library *library;
	struct list tags;

	line->run->quiet = true;
	library = bibliography_open(line->run, &status);
	if (library == NULL)
		return;
	tags = library_tags(library, line->run);
	print_names(&tags, before, word);
}

/* Prints the values of an option that match a word, each after `before`. */
static void
print_choices(const struct partial_line *line, const struct option_row *row,
    const char *before, const char *word)
{
	struct list logs;
	struct err err = ERR_INIT;	/* ignored: completion stays silent */
	const char *choice;
	size_t i;

	if (text_same(row->name, "tag")) {
		print_tags(line, before, word);
	} else if (text_same(row->name, "log")) {
		logs = search_log_names(line->run, &err);
		print_names(&logs, before, word);
	}
	for (i = 0; (choice = option_choice(row, i)) != NULL; i++)
		if (text_begins(choice, word))
			(void)printf("%s%s\n", before, choice);
}

/* Prints names of reading lists, of the user and of the bibliographies. */
static void
print_lists(const struct partial_line *line, const char *word)
{
	enum status status;
	struct library *library;
	struct list names;

	line->run->quiet = true;
	library = bibliography_open(line->run, &status);
	if (library == NULL)
		return;
	names = library_ids(library, line->run, RECTYPE_LIST);
	print_names(&names, "", word);
}

/* Prints names of logs, and actions on a log. */
static void
print_logs(const struct partial_line *line, const char *word)
{
	struct err err = ERR_INIT;
	struct list names = search_log_names(line->run, &err);

	if (line->query.len == 0 && text_begins("replay", word))
		(void)printf("replay\n");
	if (line->query.len == 0 || text_same(line->query.data, "replay "))
		print_names(&names, "", word);
}

/* Completes the value in "--sort=y". */
static void
complete_option(const struct partial_line *line, const char *word)
{
	const char *equals = strchr(word, '=');
	const struct option_row *row = equals == NULL ? NULL :
	    complete_row_of(line, word);
	char *before;

	if (row != NULL) {
		before = mem_text_n(NULL, word, (size_t)(equals - word) + 1);
		print_choices(line, row, before, equals + 1);
		mem_free(before);
		return;
	}
	print_options(line, line->command->options, word);
	print_options(line, options_shared, word);
}

static void
print_commands(const char *word)
{
	size_t i;

	for (i = 1; i < commands_count; i++)
		if (text_begins(commands[i].name, word))
			(void)printf("%s\n", commands[i].name);
}

/*
 * Replaces a quoted value with hyphenated words, which mean the same and need no
 * quotes (a shell would remove them): condition:"Low back pain" becomes
 * condition:low-back-pain.
 */
static void
unquote(char *text)
{
	char *quote = strchr(text, '"'), *at;
	size_t n = quote == NULL ? 0 : strspn(quote + 1, "abcdefghijklmnop"
	    "qrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 -");

	if (quote == NULL || quote[n + 1] != '"' || quote[n + 2] != '\0')
		return;
	for (at = quote; n-- > 0; at++)
		*at = at[1] == ' ' ? '-' : at[1] >= 'A' && at[1] <= 'Z' ?
		    (char)(at[1] - 'A' + 'a') : at[1];
	*at = '\0';
}

/*
 * Prints replacements for the last word.  If a term starts several words
 * earlier, these words are kept as they are.
 */
static enum status
print_query(struct partial_line *line, const char *word)
{
	size_t last = line->query.len, start = 0, i;
	enum status status;
	struct library *library;
	struct list words;
	char *text;

	if (line->command->run == cmd_check || line->command->run == cmd_index
	    || last + strlen(word) == 0)
		return STATUS_FOUND;
	line->run->quiet = true;
	library = bibliography_open(line->run, &status);
	if (library == NULL)
		return status;
	buf_text(line->run, &line->query, word);
	words = complete_query(library, line->run, buf_string(&line->query),
	    line->query.len, &start);
	for (i = 0; i < words.count; i++) {
		text = list_at(&words, i);
		unquote(text);
		if (start <= last && strlen(text) > last - start)
			(void)printf("%s\n", text + last - start);
	}
	return STATUS_FOUND;
}

enum status
cmd_complete(struct run *run, int argc, char **argv)
{
	struct partial_line line = { .run = run, .command = &commands[0] };
	const char *word = argc == 0 ? "" : argv[argc - 1];
	enum status status = STATUS_FOUND;
	int i;

	run->command = &commands[0];
	for (i = 0; i + 1 < argc; i++)
		complete_take_word(&line, argv[i], i + 2 < argc ? argv[i + 1] :
		    NULL);
	if (line.option != NULL)
		print_choices(&line, line.option, "", word);
	if (line.option != NULL)
		return run_finish(STATUS_NOTHING);
	if (!line.ended && *word == '-') {
		complete_option(&line, word);
	} else if (line.command->run == cmd_help) {
		help_topics_print(word);
		print_commands(word);
	} else if (line.command->run == cmd_list && line.query.len == 0) {
		list_actions_print(word);
		print_lists(&line, word);
	} else if (line.command->run == cmd_list && !strchr(buf_string(
	    &line.query), ' ')[1]) {
		print_lists(&line, word);
	} else if ((line.command->run == cmd_practice || line.command->run ==
	    cmd_handout) && line.query.len == 0) {
		print_lists(&line, word);
		if (line.command->run == cmd_practice)
			status = print_query(&line, word);
	} else if (line.command->run == cmd_log) {
		print_logs(&line, word);
	} else if (line.command->run == cmd_new) {
		if (line.query.len == 0)
			new_kinds_print(word);
	} else {
		if (*line.command->name == '\0' && line.query.len == 0 &&
		    !line.ended)
			print_commands(word);
		status = print_query(&line, word);
	}
	return run_finish(status);
}
