/* Commands: actions by their names, with arguments, after ":". */
#include "tui/command.h"

#include "base/text.h"
#include "record/field.h"
#include "library/complete.h"
#include "tui/theme.h"
#include "tui/yank.h"

static bool
is_command(enum action action)
{
	return action != ACTION_NONE && (action_is_valid(MODE_LIST, action) ||
	    action_is_valid(MODE_TEXT, action) ||
	    action_is_valid(MODE_MAP, action));
}

bool
command_parse(struct app *app, const void *ctx, const char *line,
    struct command *command)
{
	const char *argument;
	size_t n, end;

	line += strspn(line, " ");
	n = strcspn(line, " ");
	*command = (struct command){ ACTION_NONE, NULL };
	if (n == 0)
		return true;
	command->action = action_find(line, n);
	if (!is_command(command->action)) {
		app_format(app, "There is no command '%.*s'; Tab shows them.",
		    (int)n, line);
		return false;
	}
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

static void
add_arguments(const struct app *app, const void *ctx, struct list *words,
    enum action action, const char *start, size_t n)
{
	struct list names = yank_names(ctx);
	size_t i;

	for (i = 0; action == ACTION_SORT && i < ORDER_COUNT; i++)
		add_if(ctx, words, start, n, search_order_name(
		    (enum search_order)i));
	for (i = 0; action == ACTION_THEME && i < themes_count; i++)
		add_if(ctx, words, start, n, themes[i].name);
	for (i = 0; action == ACTION_COPY && i < names.count; i++)
		add_if(ctx, words, start, n, names.at[i]);
	for (i = 0; (action == ACTION_BIND || action == ACTION_UNBIND) &&
	    i < MODE_COUNT; i++)
		add_if(ctx, words, start, n, mode_word((enum mode)i));
	(void)app;
}

/* Of "bind VIEW KEY COMMAND" the command can be completed as well. */
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

/* "filter FIELD VALUE" is completed as FIELD:VALUE is. */
static struct list
filter_words(struct app *app, const void *ctx, const char *text,
    size_t cursor, size_t *start)
{
	size_t from = *start, end = from + strcspn(text + from, " "), i, at;
	char *query = mem_text(ctx, text + from);
	struct list words = { .at = NULL };

	for (i = 0; end >= cursor && i < fields_count; i++)
		add_if(ctx, &words, text + from, cursor - from,
		    fields[i].name);
	if (end >= cursor)
		return words;
	query[end - from] = ':';
	words = complete_query(app->library, ctx, query, cursor - from, &at);
	for (i = 0; i < words.count; i++)
		words.at[i] = (char *)words.at[i] + end + 1 - from;
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
	if (action == ACTION_SEARCH || action == ACTION_NARROW) {
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

/* Settings. */

unsigned
custom_bind(struct app *app, const char *argument)
{
	struct err err = ERR_INIT;

	if (!keymap_bind(app->options.settings->keymap, argument, &err))
		return app_fail(app, err.text);
	app_say(app, "Bound, until you leave; the file strigil.conf keeps "
	    "bindings.");
	return EFFECT_DRAW;
}

unsigned
custom_unbind(struct app *app, const char *argument)
{
	struct err err = ERR_INIT;

	if (!keymap_unbind(app->options.settings->keymap, argument, &err))
		return app_fail(app, err.text);
	app_say(app, "Not bound any more, until you leave.");
	return EFFECT_DRAW;
}

unsigned
custom_theme(struct app *app, const char *argument)
{
	const struct theme *theme = theme_find(argument);
	char *names;

	if (theme == NULL) {
		names = theme_names(NULL, "There are the themes ");
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
