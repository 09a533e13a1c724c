/* Commands: actions by name, with arguments, after ":". */
#include "tui/command.h"

#include <assert.h>

#include "base/number.h"
#include "base/text.h"
#include "record/field.h"
#include "record/value.h"
#include "library/complete.h"
#include "library/notebook.h"
#include "tui/theme.h"
#include "tui/yank.h"

enum { LINE_MAX_TYPED = 1000000 };

static bool
is_command(enum action action)
{
	return action != ACTION_NONE && action != ACTION_COMMAND &&
	    (action_is_valid(MODE_LIST, action) ||
	    action_is_valid(MODE_TEXT, action) ||
	    action_is_valid(MODE_MAP, action));
}

/* Names used by other programs. */
static const struct {
	const char	*typed;
	enum action	 action;
} aliases[] = {
	{ "q", ACTION_QUIT }, { "q!", ACTION_QUIT }, { "qa", ACTION_QUIT },
	{ "qa!", ACTION_QUIT }, { "quit!", ACTION_QUIT },
	{ "wq", ACTION_QUIT }, { "wqa", ACTION_QUIT }, { "x", ACTION_QUIT },
	{ "x!", ACTION_QUIT }, { "exit", ACTION_QUIT },
	{ "h", ACTION_HELP }, { "$", ACTION_LAST }, { "w", ACTION_EXPORT },
	{ "write", ACTION_EXPORT }, { "save-as", ACTION_EXPORT },
	{ "e", ACTION_OPEN }, { "edit", ACTION_OPEN },
	{ "colorscheme", ACTION_THEME },
	{ "noh", ACTION_CANCEL }, { "nohlsearch", ACTION_CANCEL },
	{ "ls", ACTION_START },
	{ "keep", ACTION_BOOKMARK }, { "filter", ACTION_SUBJECTS },
};

/* Commands of other programs that work differently here. */
static const struct {
	const char	*typed;
	const char	*text;
} advice[] = {
	{ "set", "Settings are in strigil.conf; or try :theme, :look, "
	    ":bind" },
	{ "s", "Pages are read-only; / finds on a page" },
	{ "!", "No shell here; | pipes to a command" },
};

/*
 * Lists the commands that start with the typed text, "a, b, c"; returns their
 * number.
 */
static size_t
commands_like(const void *ctx, const char *typed, size_t n, struct buf *names,
    enum action *last)
{
	size_t count = 0;
	int i;

	for (i = ACTION_NONE + 1; i < ACTION_COUNT; i++) {
		if (!is_command((enum action)i) || strncmp(action_name(
		    (enum action)i), typed, n) != 0)
			continue;
		buf_format(ctx, names, "%s%s", count++ > 0 ? ", " : "",
		    action_name((enum action)i));
		*last = (enum action)i;
	}
	return count;
}

static bool
is_typed(const char *name, const char *typed, size_t n)
{
	return strlen(name) == n && strncmp(name, typed, n) == 0;
}

/* Finds a command by its first letters; complains unless they are unique. */
static enum action
find_abbreviation(struct app *app, const char *typed, size_t n)
{
	void *scratch = mem_context(NULL);
	struct buf names = { .data = NULL };
	enum action action = ACTION_NONE;
	size_t count = commands_like(scratch, typed, n, &names, &action);

	if (count == 0)
		app_format(app, "Unknown command: %.*s (Tab lists commands)",
		    (int)n, typed);
	else if (count > 1)
		app_format(app, "%.*s could be: %s", (int)n, typed,
		    names.data);
	mem_free(scratch);
	return count == 1 ? action : ACTION_NONE;
}

/* Finds a command by its name, or by its name in another program. */
static enum action
find_command(struct app *app, const char *typed, size_t n)
{
	enum action action = action_find(typed, n);
	size_t i;

	if (is_command(action))
		return action;
	for (i = 0; i < COUNT(aliases); i++)
		if (is_typed(aliases[i].typed, typed, n))
			return aliases[i].action;
	for (i = 0; i < COUNT(advice); i++)
		if (is_typed(advice[i].typed, typed, *typed == '!' ? 1 : n)) {
			app_say(app, advice[i].text);
			return ACTION_NONE;
		}
	return find_abbreviation(app, typed, n);
}

bool
command_parse(struct app *app, const void *ctx, const char *line,
    struct typed_command *command)
{
	const char *argument;
	size_t n, end;
	long number;

	assert(line != NULL);
	line += strspn(line, " :");
	n = strcspn(line, " ");
	*command = (struct typed_command){ ACTION_NONE, NULL, 0 };
	if (n == 0)
		return true;
	if (number_integer(line, 0, LINE_MAX_TYPED, &number)) {
		command->action = ACTION_FIRST;
		command->count = (size_t)number;
		return true;
	}
	command->action = find_command(app, line, n);
	if (command->action == ACTION_NONE)
		return false;
	argument = line + n + strspn(line + n, " ");
	for (end = strlen(argument); end > 0 && argument[end - 1] == ' ';)
		end--;
	if (end > 0)
		command->argument = mem_text_n(ctx, argument, end);
	return true;
}

/* Completion. */

static void
add_if(const void *ctx, struct list *words, const char *start, size_t n,
    const char *word)
{
	if (strncmp(word, start, n) == 0)
		list_add(ctx, words, mem_text(ctx, word));
}

static void
add_actions(const struct app *app, const void *ctx, struct list *words,
    const char *start, size_t n)
{
	enum mode mode = app_view(app)->ops->mode;
	int i;

	for (i = ACTION_NONE + 1; i < ACTION_COUNT; i++)
		if (action_is_valid(mode, (enum action)i) &&
		    i != ACTION_COMMAND)
			add_if(ctx, words, start, n,
			    action_name((enum action)i));
}

/* Adds names of lists, logs and tags. */
static void
add_own_words(const struct app *app, const void *ctx, struct list *words,
    enum action action, const char *start, size_t n)
{
	struct notebook *notebook = library_notebook(app->library);
	struct list names = { .at = NULL };
	size_t i;

	if ((action == ACTION_ADD || action == ACTION_ADD_SEARCH) &&
	    notebook != NULL)
		names = notebook_names(notebook, ctx);
	else if (action == ACTION_HANDOUT)
		names = library_ids(app->library, ctx, RECTYPE_LIST);
	else if (action == ACTION_TAG)
		names = library_tags(app->library, ctx);
	else if (action == ACTION_LOG)
		names = app->options.settings->logs;
	for (i = 0; i < names.count; i++)
		add_if(ctx, words, start, n, list_at(&names, i));
}

static void
add_arguments(const struct app *app, const void *ctx, struct list *words,
    enum action action, const char *start, size_t n)
{
	struct list names = yank_names(ctx);
	size_t i;

	for (i = 0; action == ACTION_SORT && i < ORDER_COUNT; i++)
		add_if(ctx, words, start, n, order_name(
		    (enum order)i));
	for (i = 0; action == ACTION_THEME && i < themes_count; i++)
		add_if(ctx, words, start, n, themes[i].name);
	for (i = 0; action == ACTION_COPY && i < names.count; i++)
		add_if(ctx, words, start, n, list_at(&names, i));
	for (i = 0; (action == ACTION_BIND || action == ACTION_UNBIND) &&
	    i < MODE_COUNT; i++)
		add_if(ctx, words, start, n, mode_word((enum mode)i));
	add_own_words(app, ctx, words, action, start, n);
}

/*
 * Finds the COMMAND in "bind VIEW KEY COMMAND", which can be completed as well.
 */
static size_t
bound_command(const char *text)
{
	const char *s = text;
	int i;

	for (i = 0; i < 3; i++) {
		s += strcspn(s, " ");
		s += strspn(s, " ");
	}
	return (size_t)(s - text);
}

/* Completes "filter FIELD VALUE" like FIELD:VALUE. */
static struct list
filter_words(struct app *app, const void *ctx, const char *text,
    size_t cursor, size_t *start)
{
	size_t from = *start, end = from + strcspn(text + from, " "), i, at;
	char *query = mem_text(ctx, text + from);
	struct list words = { .at = NULL };
	const struct list *declared = library_declared(app->library);

	for (i = 0; end >= cursor && i < fields_count; i++)
		add_if(ctx, &words, text + from, cursor - from,
		    fields[i].name);
	for (i = 0; end >= cursor && i < declared->count; i++)
		add_if(ctx, &words, text + from, cursor - from,
		    ((const struct field *)list_at(declared, i))->name);
	if (end >= cursor)
		return words;
	query[end - from] = ':';
	words = complete_query(app->library, ctx, query, cursor - from, &at);
	for (i = 0; i < words.count; i++)
		words.at[i] = (char *)list_at(&words, i) + end + 1 - from;
	*start = end + 1;
	if (at > 0)
		words.count = 0;
	return words;
}

struct list
command_words(struct app *app, const void *ctx, const char *text,
    size_t cursor, size_t *start)
{
	struct list words = { .at = NULL };
	size_t n = strcspn(text, " ");
	enum action action = action_find(text, n);

	*start = 0;
	if (cursor <= n) {
		add_actions(app, ctx, &words, text, cursor);
		return words;
	}
	*start = n + strspn(text + n, " ");
	if (*start > cursor)
		*start = cursor;
	if (action == ACTION_FILTER)
		return filter_words(app, ctx, text, cursor, start);
	if (action == ACTION_SEARCH || action == ACTION_NARROW ||
	    action == ACTION_OPEN || action == ACTION_TERMS) {
		n = *start;
		words = complete_query(app->library, ctx, text + n, cursor -
		    n, start);
		*start += n;
		return words;
	}
	n = bound_command(text);
	if (action == ACTION_BIND && n <= cursor && n > *start) {
		*start = n;
		add_actions(app, ctx, &words, text + n, cursor - n);
		return words;
	}
	add_arguments(app, ctx, &words, action, text + *start, cursor -
	    *start);
	return words;
}

/* The possible arguments of an action: "WHAT: a, b, c", owned by `ctx`. */
static char *
words_of_argument(struct app *app, const void *ctx, enum action action)
{
	const char *line = mem_format(ctx, "%s ", action_name(action));
	struct buf out = { .data = NULL };
	struct list words;
	size_t start, i;

	words = command_words(app, ctx, line, strlen(line), &start);
	buf_text(ctx, &out, action_argument(action));
	for (i = 0; i < words.count; i++)
		buf_format(ctx, &out, "%s%s", i == 0 ? ": " : ", ",
		    (const char *)list_at(&words, i));
	return out.data;
}

unsigned
command_usage(struct app *app, enum action action)
{
	void *scratch = mem_context(NULL);

	assert(action < ACTION_COUNT);
	if (*action_argument(action) == '\0')
		app_format(app, ":%s takes no arguments; type it alone",
		    action_name(action));
	else
		app_format(app, "Usage: :%s %s", action_name(action),
		    words_of_argument(app, scratch, action));
	mem_free(scratch);
	return EFFECT_DRAW | EFFECT_BELL;
}

/* Settings. */

unsigned
custom_bind(struct app *app, const char *argument)
{
	struct err err = ERR_INIT;

	if (!keymap_bind(app->options.settings->keymap, argument, &err))
		return app_fail(app, err.text);
	app_say(app, "Bound until you quit; use strigil.conf to keep it.");
	return EFFECT_DRAW;
}

unsigned
custom_unbind(struct app *app, const char *argument)
{
	struct err err = ERR_INIT;

	if (!keymap_unbind(app->options.settings->keymap, argument, &err))
		return app_fail(app, err.text);
	app_say(app, "Unbound until you quit.");
	return EFFECT_DRAW;
}

unsigned
custom_theme(struct app *app, const char *argument)
{
	const struct theme *theme = theme_find(argument);
	char *names;

	if (theme == NULL) {
		names = theme_names(NULL, "Themes: ");
		(void)app_fail(app, names);
		mem_free(names);
		return EFFECT_DRAW | EFFECT_BELL;
	}
	app->options.settings->theme = theme;
	return EFFECT_DRAW | EFFECT_REPAINT | EFFECT_THEME;
}

unsigned
custom_style(struct app *app, const char *argument)
{
	struct err err = ERR_INIT;

	if (!settings_style(app->options.settings, argument, &err))
		return app_fail(app, err.text);
	return EFFECT_DRAW | EFFECT_REPAINT | EFFECT_THEME;
}

unsigned
custom_log_which(struct app *app)
{
	const char *log = app->options.settings->log;

	if (log == NULL)
		app_say(app, "No log of searches; :log NAME starts one");
	else
		app_format(app, "Searches are logged as %s; 'strigil log %s' "
		    "prints them", log, log);
	return EFFECT_DRAW;
}

unsigned
custom_log(struct app *app, const char *argument)
{
	struct settings *settings = app->options.settings;

	if (settings->restricted)
		return app_fail(app, "Nothing is saved in restricted mode");
	if (!value_is_id(argument) && !text_same(argument, "-"))
		return app_fail(app, "Name a log with lower-case letters, "
		    "digits and hyphens");
	settings->log = text_same(argument, "-") ? NULL : mem_text(settings,
	    argument);
	return custom_log_which(app);
}
