/* Configuration: strigil.conf, a setting a line. */
#include "cli/config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/text.h"
#include "cli/run.h"

enum { BYTES_MAX = 1 << 20, DELAY_MAX = 2000, HISTORY_MAX = 10000 };

/* Values. */

static bool
take_yes(const char *value, bool *where, struct err *err)
{
	if (!text_same(value, "yes") && !text_same(value, "no"))
		return err_set(err, ERR_USAGE, "'%s' is neither yes nor no",
		    value);
	*where = text_same(value, "yes");
	return true;
}

static bool
take_number(const char *value, long most, long *where, struct err *err)
{
	return text_integer(value, 0, most, where) || err_set(err, ERR_USAGE,
	    "'%s' is no number from 0 to %ld", value, most);
}

/* The first bibliography of a file replaces those of the file before. */
static bool
take_bibliography(struct run *run, const char *value, struct err *err)
{
	const char *home = getenv("HOME");

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

static bool
take_theme(struct run *run, const char *value, struct err *err)
{
	const struct theme *theme = theme_find(value);
	char *names;

	if (theme == NULL) {
		names = theme_names(NULL, "there are ");
		(void)err_set(err, ERR_USAGE, "'%s' is no theme; %s", value,
		    names);
		mem_free(names);
		return false;
	}
	run->settings->theme = theme;
	return true;
}

static bool
take_style(struct run *run, const char *value, struct err *err)
{
	return settings_style(run->settings, value, err);
}

static bool
take_color(struct run *run, const char *value, struct err *err)
{
	enum when when;

	if (!when_find(value, &when))
		return err_set(err, ERR_USAGE, "'%s' is not auto, always or "
		    "never", value);
	run->color_configured = when;
	return true;
}

static bool
take_ascii(struct run *run, const char *value, struct err *err)
{
	bool ascii = false;

	if (!take_yes(value, &ascii, err))
		return false;
	run->ascii_configured = ascii;
	return true;
}

static bool
take_citation(struct run *run, const char *value, struct err *err)
{
	int style;

	for (style = 0; style < CITE_STYLES; style++)
		if (strcasecmp(value, cite_style_name((enum cite_style)
		    style)) == 0) {
			run->settings->citation = (enum cite_style)style;
			return true;
		}
	return err_set(err, ERR_USAGE, "'%s' is not ama, vancouver or apa",
	    value);
}

static bool
take_opener(struct run *run, const char *value, struct err *err)
{
	(void)err;
	run->settings->opener = mem_text(run, value);
	return true;
}

static bool
take_delay(struct run *run, const char *value, struct err *err)
{
	return take_number(value, DELAY_MAX, &run->escape_delay, err);
}

static bool
take_history(struct run *run, const char *value, struct err *err)
{
	return take_number(value, HISTORY_MAX, &run->history, err);
}

static bool
take_hints(struct run *run, const char *value, struct err *err)
{
	bool hints = true;

	if (!take_yes(value, &hints, err))
		return false;
	run->settings->no_hints = !hints;
	return true;
}

static bool
take_slow(struct run *run, const char *value, struct err *err)
{
	return take_yes(value, &run->settings->slow, err);
}

static bool
take_mouse(struct run *run, const char *value, struct err *err)
{
	return take_yes(value, &run->settings->mouse, err);
}

static bool
take_session(struct run *run, const char *value, struct err *err)
{
	bool session = true;

	if (!take_yes(value, &session, err))
		return false;
	run->no_session = !session;
	return true;
}

/* A user cannot leave the mode that the system asks for. */
static bool
take_restricted(struct run *run, const char *value, struct err *err)
{
	bool restricted = false;

	if (!take_yes(value, &restricted, err))
		return false;
	run->settings->restricted |= restricted;
	return true;
}

/* "DIGIT QUERY" */
static bool
take_search(struct run *run, const char *value, struct err *err)
{
	size_t n = (size_t)(*value - '0');

	if (*value < '0' || *value > '9' || value[1] != ' ')
		return err_set(err, ERR_USAGE, "'%s' is no digit with a query "
		    "behind it", value);
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

const struct setting settings_known[] = {
	{ "bibliography", "PATH", "read this instead of the bundled one; may "
	  "be repeated", take_bibliography },
	{ "theme", "NAME", "default, mono, light, dark or contrast",
	  take_theme },
	{ "look", "ROLE LOOK", "change how one role of the theme looks",
	  take_style },
	{ "color", "WHEN", "auto, always or never", take_color },
	{ "ascii", "yes|no", "write ASCII only", take_ascii },
	{ "citation", "STYLE", "ama, vancouver or apa, for copying",
	  take_citation },
	{ "opener", "COMMAND", "opens web addresses, which it is given",
	  take_opener },
	{ "bind", "VIEW KEY COMMAND", "bind a key", take_bind },
	{ "unbind", "VIEW KEY", "free a key", take_unbind },
	{ "search", "DIGIT QUERY", "what the key of this digit searches for",
	  take_search },
	{ "escape-delay", "MILLISECONDS", "how long Esc may be the start of "
	  "another key", take_delay },
	{ "history", "LINES", "how many typed lines are kept; 0: none",
	  take_history },
	{ "session", "yes|no", "begin where you left", take_session },
	{ "hints", "yes|no", "keys on the last line", take_hints },
	{ "mouse", "yes|no", "select by clicks, scroll by the wheel",
	  take_mouse },
	{ "slow", "yes|no", "search on Enter only, no preview", take_slow },
	{ "restricted", "yes|no", "see --restricted", take_restricted },
	{ NULL, NULL, NULL, NULL }
};

/* Files. */

/* One line without its comment; an empty one says nothing. */
static bool
take_line(struct run *run, char *line, struct err *err)
{
	const struct setting *setting;
	char *value;
	size_t n;

	n = strcspn(line, " ");
	value = line + n + strspn(line + n, " ");
	line[n] = '\0';
	for (setting = settings_known; setting->name != NULL; setting++)
		if (text_same(setting->name, line))
			break;
	if (setting->name == NULL)
		return err_set(err, ERR_USAGE, "'%s' is no setting; "
		    "strigil.conf(5) lists them", line);
	if (*value == '\0')
		return err_set(err, ERR_USAGE, "%s needs %s behind it",
		    setting->name, setting->argument);
	return setting->take(run, value, err);
}

static void
complain(struct run *run, const char *path, size_t number,
    const struct err *err)
{
	char *text = mem_format(run, "%s:%zu: %s", path, number, err->text);

	(void)fprintf(stderr, "%s\n", text_clean(run, text, strlen(text)));
	if (run->config_problem == NULL)
		run->config_problem = text_clean(run, text, strlen(text));
}

static void
read_file(struct run *run, const char *path, FILE *file)
{
	struct err err;
	char *bytes = NULL, *line;
	size_t capacity = 0, number = 0, total = 0;
	ssize_t n;

	while (total < BYTES_MAX && (n = getline(&bytes, &capacity, file)) >
	    0) {
		number++;
		total += (size_t)n;
		line = text_clean(run, bytes, (size_t)n);
		err = (struct err)ERR_INIT;
		if (*line != '\0' && *line != '#' &&
		    !take_line(run, line, &err))
			complain(run, path, number, &err);
		mem_free(line);
	}
	free(bytes);
}

static void
read_path(struct run *run, const char *path, bool needed)
{
	FILE *file = fopen(path, "re");

	if (file == NULL) {
		if (needed || errno != ENOENT)
			run_complain("cannot open %s: %s", path,
			    strerror(errno));
		return;
	}
	run->config_file = path;
	read_file(run, path, file);
	(void)fclose(file);
}

void
config_read(struct run *run)
{
	char *directory;

	read_path(run, SYSCONFDIR "/strigil.conf", false);
	if (run->settings->restricted)
		return;
	if (run->config != NULL) {
		read_path(run, run->config, true);
		return;
	}
	directory = run_home(run, "XDG_CONFIG_HOME", ".config");
	if (directory != NULL)
		read_path(run, mem_format(run, "%s/strigil.conf", directory),
		    false);
}
