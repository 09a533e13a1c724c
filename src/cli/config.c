/* Configuration: strigil.conf, one setting per line. */
#include "cli/config.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/run.h"
#include "record/value.h"

#define SYSTEM_FILE	(SYSCONFDIR "/strigil.conf")

enum { BYTES_MAX = 1 << 20, DELAY_MAX = 2000, HISTORY_MAX = 10000,
    IDLE_MAX = 1440 };

/* Values that do not set a single member. */

/*
 * On the command line, adds a bibliography; the first in a strigil.conf
 * replaces those of earlier files.
 */
static bool
take_bibliography(struct run *run, const char *value, struct err *err)
{
	const char *home = getenv("HOME");

	if (*value == '\0')
		return err_set(err, ERR_USAGE, "PATH is empty");
	if (run->config_file == NULL) {
		list_add(run, &run->paths, mem_text(run, value));
		return true;
	}
	if (strchr(value, '/') != NULL && *value != '/' &&
	    !text_begins(value, "~/"))
		return err_set(err, ERR_USAGE, "'%s' is neither a name nor a "
		    "path that begins with / or ~/", value);
	if (run->configured_by != run->config_file)
		run->configured.count = 0;
	run->configured_by = run->config_file;
	if (text_begins(value, "~/") && home != NULL)
		value = mem_format(run, "%s%s", home, value + 1);
	list_add(run, &run->configured, mem_text(run, value));
	return true;
}

static const char *
theme_choice(size_t i)
{
	return i < themes_count ? themes[i].name : NULL;
}

static bool
take_theme(struct run *run, const char *value, struct err *err)
{
	(void)err;
	run->settings->theme = theme_find(value);
	return true;
}

static bool
take_log(struct run *run, const char *value, struct err *err)
{
	if (!value_is_id(value))
		return err_set(err, ERR_USAGE, "'%s' cannot be the name of a "
		    "log: use lower-case letters, digits and hyphens", value);
	run->settings->log = mem_text(run->settings, value);
	return true;
}

static bool
take_style(struct run *run, const char *value, struct err *err)
{
	return settings_style(run->settings, value, err);
}

/* "DIGIT QUERY" */
static bool
take_search(struct run *run, const char *value, struct err *err)
{
	size_t n = (size_t)(*value - '0');

	if (*value < '0' || *value > '9' || value[1] != ' ')
		return err_set(err, ERR_USAGE, "'%s' is not a saved search: "
		    "write a digit, a space and the query", value);
	run->settings->saved[n] = mem_text(run->settings, value + 2);
	return true;
}

static bool
take_bind(struct run *run, const char *value, struct err *err)
{
	return keymap_bind(run->settings->keymap, value, err);
}

static bool
take_unbind(struct run *run, const char *value, struct err *err)
{
	return keymap_unbind(run->settings->keymap, value, err);
}

static const char *
citation_choice(size_t i)
{
	return i < CITE_STYLES ? cite_style_name((enum cite_style)i) : NULL;
}

const struct option_row options_shared[] = {
	{ 0, "fresh", NULL, "start afresh instead of resuming",
	  .where = BROWSER_ONLY, .of = OF_RUN, FLAG(struct run, fresh) },
	{ 0, "linear", NULL, "use line mode, for screen readers",
	  .where = BROWSER_ONLY, .of = OF_RUN, FLAG(struct run, linear) },
	{ 0, "slow", NULL, "for slow connections: search on Enter only",
	  .where = BROWSER_ONLY | CONFIG, .of = OF_SETTINGS,
	  FLAG(struct settings, slow) },
	{ 'b', "bibliography", "PATH", "read this file or directory, or the "
	  "installed bibliography of this name; may be repeated",
	  .where = ALL_COMMANDS | CONFIG, .kind = OPTION_CALL,
	  .take = take_bibliography },
	{ 0, "log", "NAME", "keep a log of all searches under this name; see "
	  "'strigil log'", .where = ALL_COMMANDS | CONFIG, .kind = OPTION_CALL,
	  .take = take_log },
	{ 0, "theme", "NAME", NULL, .where = CONFIG, .kind = OPTION_CALL,
	  .choice = theme_choice, .take = take_theme },
	{ 0, "look", "ROLE LOOK", "change the style of one theme role",
	  .where = CONFIG, .kind = OPTION_CALL, .take = take_style },
	{ 0, "color", "WHEN", NULL, .where = ALL_COMMANDS | CONFIG,
	  .of = OF_RUN, CHOICE(struct run, color),
	  CHOICES("auto", "always", "never") },
	{ 0, "ascii", NULL, "write ASCII only",
	  .where = ALL_COMMANDS | CONFIG, .of = OF_RUN,
	  FLAG(struct run, ascii) },
	{ 0, "config", "FILE", "read this file instead of your strigil.conf",
	  .where = ALL_COMMANDS, .of = OF_RUN, TEXT(struct run, config) },
	{ 0, "restricted", NULL, "run no commands, write no files, ignore the "
	  "user's configuration", .where = ALL_COMMANDS | CONFIG,
	  .of = OF_SETTINGS, FLAG(struct settings, restricted),
	  .sticky = true },
	{ 'q', "quiet", NULL, "print no progress and no remarks",
	  .where = ALL_COMMANDS, .of = OF_RUN, FLAG(struct run, quiet) },
	{ 0, "no-pager", NULL, "print without a pager",
	  .where = ALL_COMMANDS, .of = OF_RUN, FLAG(struct run, no_pager) },
	{ 'h', "help", NULL, "print help and exit", .where = ALL_COMMANDS,
	  .of = OF_RUN, FLAG(struct run, help) },
	{ 'V', "version", NULL, "print the version and exit",
	  .where = ALL_COMMANDS, .of = OF_RUN, FLAG(struct run, version) },
	{ 0, "citation", "STYLE", NULL, .where = CONFIG, .of = OF_SETTINGS,
	  CHOICE(struct settings, citation), .choice = citation_choice },
	{ 0, "opener", "COMMAND", "command that opens the URL given as its "
	  "argument", .where = CONFIG, .of = OF_SETTINGS,
	  TEXT(struct settings, opener) },
	{ 0, "bind", "VIEW KEY COMMAND", "bind a key", .where = CONFIG,
	  .kind = OPTION_CALL, .take = take_bind },
	{ 0, "unbind", "VIEW KEY", "free a key", .where = CONFIG,
	  .kind = OPTION_CALL, .take = take_unbind },
	{ 0, "search", "DIGIT QUERY", "the search that an apostrophe and this "
	  "digit run", .where = CONFIG, .kind = OPTION_CALL, .take = take_search },
	{ 0, "escape-delay", "MILLISECONDS", "how long to wait after Esc for "
	  "the rest of a key sequence", .where = CONFIG, .of = OF_RUN,
	  NUMBER(struct run, escape_delay, DELAY_MAX) },
	{ 0, "history", "LINES", "how many lines of history to save; 0: none",
	  .where = CONFIG, .of = OF_RUN,
	  NUMBER(struct run, history, HISTORY_MAX) },
	{ 0, "session", "yes|no", "resume where you left off",
	  .where = CONFIG, .of = OF_RUN, FLAG(struct run, no_session),
	  .inverse = true },
	{ 0, "hints", "yes|no", "show keys on the last line", .where = CONFIG,
	  .of = OF_SETTINGS, FLAG(struct settings, no_hints),
	  .inverse = true },
	{ 0, "reload", "ask|auto", "when the bibliography changes on disk",
	  .where = CONFIG, .of = OF_SETTINGS, CHOICE(struct settings,
	  reload), CHOICES("ask", "auto") },
	{ 0, "mouse", "yes|no", "click to select, scroll with the wheel",
	  .where = CONFIG, .of = OF_SETTINGS, FLAG(struct settings, mouse) },
	{ 0, "clipboard", "WHEN", "let y copy to the terminal's clipboard; "
	  "auto: except in restricted mode", .where = CONFIG,
	  .of = OF_RUN, CHOICE(struct run, clipboard),
	  CHOICES("auto", "always", "never") },
	{ 0, "hyperlinks", "WHEN", NULL, .where = ALL_COMMANDS | CONFIG,
	  .of = OF_RUN, CHOICE(struct run, hyperlinks),
	  CHOICES("auto", "off", "on") },
	{ 0, "idle-end", "MINUTES", "quit the browser after this many minutes "
	  "without a key press; 0: never", .where = CONFIG, .of = OF_RUN,
	  NUMBER(struct run, idle_end, IDLE_MAX) },
	{ .name = NULL }
};

/* Files. */

/* Parses one line without its comment; ignores empty lines. */
static bool
config_take_line(struct run *run, char *line, struct err *err)
{
	const struct option_row *setting;
	struct err why = ERR_INIT;
	char *value;
	size_t n;

	n = strcspn(line, " ");
	value = line + n + strspn(line + n, " ");
	line[n] = '\0';
	for (setting = options_shared; setting->name != NULL; setting++)
		if ((setting->where & CONFIG) != 0 &&
		    text_same(setting->name, line))
			break;
	if (setting->name == NULL)
		return err_set(err, ERR_USAGE, "unknown setting '%s'; "
		    "strigil.conf(5) lists all settings", line);
	if (*value == '\0')
		return err_set(err, ERR_USAGE, "%s needs %s after it",
		    setting->name, setting->argument != NULL ?
		    setting->argument : "yes or no");
	return option_set(run, setting, value, &why) || err_set(err,
	    why.code, "%s: %s", setting->name, why.text);
}

static void
config_complain(struct run *run, const char *path, size_t number,
    const struct err *err)
{
	char *text = mem_format(run, "%s:%zu: %s", path, number, err->text);

	(void)fprintf(stderr, "%s\n", text_clean(run, text, strlen(text)));
	if (run->config_problem == NULL)
		run->config_problem = text_clean(run, text, strlen(text));
}

/* The line at *at, owned by `ctx`, which *at is moved behind; NULL at `end`. */
static char *
config_line(const void *ctx, const char **at, const char *end)
{
	const char *start = *at, *stop;

	if (start >= end)
		return NULL;
	stop = memchr(start, '\n', (size_t)(end - start));
	stop = stop == NULL ? end : stop;
	*at = stop + 1;
	return text_clean(ctx, start, (size_t)(stop - start));
}

static void
config_take_lines(struct run *run, const char *path, const struct buf *bytes)
{
	const char *at = buf_string(bytes), *end = at + bytes->len;
	size_t number = 0;
	struct err err;
	char *line;

	while ((line = config_line(run, &at, end)) != NULL) {
		number++;
		err = (struct err)ERR_INIT;
		if (*line != '\0' && *line != '#' &&
		    !config_take_line(run, line, &err))
			config_complain(run, path, number, &err);
		mem_free(line);
	}
}

/* False, after complaining, if a file named by the user cannot be read. */
static bool
config_read_path(struct run *run, const char *path, bool named)
{
	struct buf bytes = { .data = NULL };
	struct err err = ERR_INIT;
	enum file_found found = file_read_whole(run, path, BYTES_MAX, &bytes,
	    &err);

	if (found == FILE_MISSING && named)
		(void)err_set(&err, ERR_USAGE, "%s does not exist", path);
	if (err.code != ERR_NONE) {
		run_complain("%s", err.text);
		return !named;
	}
	run->config_file = path;
	config_take_lines(run, path, &bytes);
	run->config_file = NULL;
	return true;
}

bool
config_restricts(void)
{
	struct run *trial = mem_new(NULL, struct run);
	struct buf bytes = { .data = NULL };
	struct err err = ERR_INIT;
	const char *at, *end;
	bool restricted;
	char *line;

	trial->settings = settings_new(trial);
	if (file_read_whole(trial, SYSTEM_FILE, BYTES_MAX, &bytes, &err) ==
	    FILE_READ) {
		at = buf_string(&bytes);
		end = at + bytes.len;
		while ((line = config_line(trial, &at, end)) != NULL)
			if (text_begins(line, "restricted "))
				(void)!config_take_line(trial, line, &err);
	}
	restricted = trial->settings->restricted;
	mem_free(trial);
	return restricted;
}

bool
config_read(struct run *run)
{
	char *directory;

	(void)config_read_path(run, SYSTEM_FILE, false);
	if (run->settings->restricted)
		return true;
	if (run->config != NULL)
		return config_read_path(run, run->config, true);
	directory = run_home(run, "XDG_CONFIG_HOME", ".config");
	return directory == NULL || config_read_path(run, mem_format(run,
	    "%s/strigil.conf", directory), false);
}
