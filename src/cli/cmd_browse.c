/* strigil without a command: the browser, and its loop of keys and screens. */
#include <langinfo.h>
#include <signal.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/external.h"
#include "cli/linear.h"
#include "cli/paths.h"
#include "cli/saved_state.h"
#include "cli/output.h"
#include "cli/bibliography.h"
#include "cli/run.h"
#include "cli/search_log.h"
#include "library/resolve.h"
#include "library/shelf.h"
#include "library/sources.h"
#include "tty/terminal.h"
#include "tui/app.h"

/* In line mode, a "screen" has ten results. */
enum { LINEAR_ROWS = 18, LINEAR_COLUMNS = 80 };

struct browser {
	struct run	*run;
	struct library	*library;
	struct terminal	*term;		/* NULL: line mode */
	struct app	*app;
	bool		 idle;		/* closed because no key was typed */
	struct list	 paths;		/* paths of the bibliographies */
	char		*seen;		/* stamp of these files when read */
};

static bool
is_utf8(void)
{
	return text_same(nl_langinfo(CODESET), "UTF-8");
}

static bool
has_input(void *user)
{
	return terminal_has_input(user);
}

/* Effects carried out before the next key is read. */
enum { AT_ONCE = EFFECT_QUIT | EFFECT_SUSPEND | EFFECT_REQUEST |
    EFFECT_RELOAD | EFFECT_SWITCH | EFFECT_LINEAR };

/* Logs the search on screen, once typing has stopped. */
static unsigned
browse_log(struct browser *browser)
{
	enum rectype target;
	const char *query = app_searched(browser->app, &target);
	char *problem = query == NULL || *query == '\0' ? NULL :
	    search_log_add(browser->run, browser->library, target, query);

	if (problem == NULL)
		return EFFECT_NONE;
	app_tell(browser->app, problem);
	return EFFECT_DRAW | EFFECT_BELL;
}

/* Handles all waiting keys before drawing. */
static unsigned
handle_keys(struct browser *browser, unsigned key, int *signal)
{
	struct app *app = browser->app;
	struct terminal *term = browser->term;
	unsigned effects = EFFECT_NONE;
	size_t row, column;

	do {
		if (key == TERMINAL_HANGUP || key == TERMINAL_SIGNAL) {
			*signal = key == TERMINAL_HANGUP ? SIGHUP :
			    terminal_signal(term);
			return EFFECT_QUIT;
		}
		if (key == K_RESIZE) {
			effects |= app_resize(app, terminal_rows(term),
			    terminal_columns(term));
		} else if (key == K_CLICK) {
			terminal_clicked(term, &row, &column);
			effects |= app_click(app, row, column);
		} else {
			effects |= app_key(app, key);
		}
		effects |= browse_log(browser);
		if ((effects & AT_ONCE) != 0 || !terminal_has_input(term))
			return effects;
		key = terminal_wait(term);
	} while (true);
}

static char *
snapshot(struct browser *browser)
{
	return sources_snapshot(browser->run,
	    (const char *const *)browser->paths.at, browser->paths.count);
}

/*
 * Reports on the last line how many records were left out (after a reload also
 * why), and whether the user's statuses are missing.
 */
static void
tell_left_out(struct browser *browser, bool why)
{
	long count = library_left_out(browser->library);
	void *scratch = mem_context(NULL);
	const char *problem = browser->run->problem;

	if (count > 0 && why && problem != NULL) {
		app_tell(browser->app, mem_format(scratch, "Reloaded; %ld left "
		    "out (E lists all): %s", count, problem));
	} else if (count > 0) {
		app_tell(browser->app, mem_format(scratch, count == 1 ?
		    "%ld record with errors was left out. Press E to see "
		    "why." : "%ld records with errors were left out. Press E "
		    "to see why.", count));
	}
	if (browser->run->statuses_problem != NULL)
		app_tell(browser->app, browser->run->statuses_problem);
	mem_free(scratch);
}

/* Reports that the last version is shown, with the reason if known. */
static void
tell_unreadable(struct browser *browser)
{
	const char *problem = browser->run->problem;
	char *text = mem_format(NULL, "Showing the previous version: %s",
	    problem != NULL ? problem : "cannot read the bibliography");

	app_tell(browser->app, text);
	mem_free(text);
}

/* If the new version cannot be read, the old one stays open. */
static bool
browser_reload(struct browser *browser)
{
	enum status status;
	struct library *library;

	terminal_leave(browser->term);
	library = bibliography_open(browser->run, &status);
	terminal_return(browser->term);
	if (library == NULL) {
		tell_unreadable(browser);
		return false;
	}
	if (app_reload(browser->app, library) == EFFECT_NONE) {
		mem_free(library);
		browser->run->library = browser->library;
		app_tell(browser->app, "Not reloaded: interrupted");
		return false;
	}
	mem_free(browser->seen);
	browser->seen = snapshot(browser);
	mem_free(browser->library);
	browser->library = library;
	tell_left_out(browser, true);
	return true;
}

/* Reloads changed sources, or reports the change once. */
static unsigned
notice_change(struct browser *browser)
{
	char *now = snapshot(browser);
	bool changed = !text_same(now, browser->seen);

	mem_free(changed ? browser->seen : now);
	if (!changed)
		return EFFECT_NONE;
	browser->seen = now;
	if (browser->run->settings->reload == RELOAD_AUTO) {
		(void)browser_reload(browser);
		return EFFECT_DRAW | EFFECT_REPAINT;
	}
	app_tell(browser->app, app_is_typing(browser->app) ?
	    "The bibliography changed on disk. Press Esc, then R, to reload "
	    "it." : "The bibliography changed on disk. Press R to reload it.");
	return EFFECT_DRAW;
}

/* The requested bibliography, or the next one on the shelf; NULL: none. */
static const struct shelved *
find_wanted(const struct browser *browser, const struct list *shelf)
{
	const char *wanted = app_wanted(browser->app);
	const char *open = browser->paths.count == 0 ? "" :
	    list_at(&browser->paths, 0);
	const struct shelved *one, *next = NULL;
	size_t i;

	if (*wanted != '\0')
		return shelf_find(shelf, wanted);
	/* Goes backwards, so that `next` is the bibliography after the open one. */
	for (i = 2 * shelf->count; i-- > 0;) {
		one = list_at(shelf, i % shelf->count);
		if (i < shelf->count && text_same(one->path, open))
			return next;
		next = one->hidden_by == NULL ? one : next;
	}
	return next;
}

/* Opens an installed bibliography instead of the open ones. */
static void
switch_bibliography(struct browser *browser)
{
	struct run *run = browser->run;
	struct err err = ERR_INIT;
	struct list shelf = paths_shelf(run, &err), before = browser->paths;
	const struct shelved *one = find_wanted(browser, &shelf);
	char *text;

	if (one == NULL) {
		app_tell(browser->app, "No such bibliography. 'strigil "
		    "bibliographies' lists those that are installed");
		return;
	}
	saved_keep_seen(run, browser->library);
	run->paths = (struct list){ .at = NULL };
	list_add(run, &run->paths, mem_text(run, one->path));
	browser->paths = run->paths;
	if (!browser_reload(browser)) {
		run->paths = browser->paths = before;
		return;
	}
	text = mem_format(run, "Now open: %s", one->title);
	app_tell(browser->app, text);
	mem_free(text);
}

/* Carries out the effects that the loop handles; false if the loop must end. */
static bool
browser_act(struct browser *browser, unsigned effects)
{
	struct terminal *term = browser->term;

	if ((effects & (EFFECT_QUIT | EFFECT_LINEAR)) != 0)
		return false;
	if ((effects & EFFECT_SUSPEND) != 0) {
		terminal_suspend(term);
		(void)app_resize(browser->app, terminal_rows(term),
		    terminal_columns(term));
	}
	if ((effects & EFFECT_THEME) != 0)
		terminal_theme(term, browser->run->settings->theme);
	if ((effects & EFFECT_REQUEST) != 0)
		external_run(browser->run, browser->app, term);
	if ((effects & EFFECT_RELOAD) != 0)
		(void)browser_reload(browser);
	if ((effects & EFFECT_SWITCH) != 0)
		switch_bibliography(browser);
	if ((effects & EFFECT_BELL) != 0)
		terminal_bell(term);
	if ((effects & EFFECT_DRAW) != 0)
		terminal_draw(term, app_draw(browser->app),
		    (effects & EFFECT_REPAINT) != 0);
	return true;
}

static time_t
browse_now(void)
{
	struct timespec t;

	(void)clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec;
}

/*
 * Called when no key was typed; after the minutes of "idle-end", acts as if q
 * were typed.
 */
static unsigned
idle(struct browser *browser, time_t last)
{
	enum { MINUTE = 60 };
	long most = browser->run->idle_end;

	browser->idle = most > 0 && browse_now() - last >= most * MINUTE;
	return browser->idle ? EFFECT_QUIT : notice_change(browser);
}

/*
 * Returns the signal that ended the loop, or 0; *effects are the last effects.
 */
static int
loop(struct browser *browser, unsigned *effects)
{
	time_t last = browse_now();
	unsigned key;
	int signal = 0;

	*effects = EFFECT_DRAW;
	while (browser_act(browser, *effects)) {
		/* Ctrl-C has already ended a reload or a command. */
		run_forget_interrupt();
		key = terminal_wait(browser->term);
		if (key == TERMINAL_IDLE) {
			*effects = idle(browser, last);
			continue;
		}
		*effects = handle_keys(browser, key, &signal);
		last = browse_now();
	}
	return signal;
}

/* Reports how many records changed since the last visit. */
static void
say_changes(struct browser *browser)
{
	size_t count = saved_count_new(browser->run, browser->library);
	char *text = mem_format(NULL, "%zu %s changed since your last visit. "
	    "Press D to see %s.", count, count == 1 ? "record" : "records",
	    count == 1 ? "it" : "them");

	if (count > 0)
		app_tell(browser->app, text);
	mem_free(text);
}

/* Loads what the user typed earlier; complains before the screen is drawn. */
static void
recall(struct run *run)
{
	struct err err = ERR_INIT;

	saved_recall_lines(run);
	saved_recall_searches(run);
	run->settings->logs = search_log_names(run, &err);
	if (err.code != ERR_NONE)
		(void)run_fail(&err);
}

/* Creates the browser and shows its first page; false on failure. */
static bool
browser_begin(struct browser *browser, const struct app_options *options,
    const char *query)
{
	struct run *run = browser->run;

	browser->app = app_new(run, browser->library, *query == '\0' ? NULL :
	    query, options);
	if (browser->app == NULL)
		return false;
	if (*query == '\0')
		saved_recall_place(run, browser->app);
	app_start(browser->app);
	if (*query == '\0' && saved_is_first(run))
		app_tell(browser->app, "Welcome. Type words and press Enter. "
		    "Or press Esc, then ? for the keys or i for where "
		    "to begin.");
	say_changes(browser);
	tell_left_out(browser, false);
	if (run->config_problem != NULL)
		app_tell(browser->app, run->config_problem);
	return true;
}

static void
end(struct browser *browser)
{
	saved_keep_seen(browser->run, browser->library);
	saved_keep_lines(browser->run);
	saved_keep_searches(browser->run);
	saved_keep_place(browser->run, browser->app);
}

/* The status after a failed first search or a signal. */
static enum status
browser_fail(struct browser *browser)
{
	struct terminal *term = browser->term;
	enum terminal_event event = term == NULL ? TERMINAL_IDLE :
	    terminal_await(term, -1, false, 0);
	struct err err = ERR_INIT;

	if (term != NULL)
		terminal_close(term);
	if (event == TERMINAL_SIGNAL || event == TERMINAL_HANGUP)
		return (enum status)(128 + (event == TERMINAL_HANGUP ? SIGHUP :
		    terminal_signal(term)));
	return library_ok(browser->library, &err) ? STATUS_ERROR :
	    run_fail(&err);
}

static enum status
browse_linear(struct browser *browser, const char *query)
{
	struct run *run = browser->run;
	const struct app_options options = { LINEAR_ROWS, LINEAR_COLUMNS,
	    run->ascii || !is_utf8(), true, output_has_links(run),
	    run->settings, NULL, NULL };
	enum status status;

	if (browser->app == NULL && !browser_begin(browser, &options, query))
		return browser_fail(browser);
	status = linear_loop(run, browser->app);
	end(browser);
	return status;
}

static void
tell_of_type(const struct run *run, const char *used)
{
	if (used == NULL || run->quiet)
		return;
	run_complain("no terminfo entry for TERM=%s; used '%s'", getenv(
	    "TERM"), used);
	run_complain("to install one: infocmp -x | ssh HOST -- tic -x -");
}

/*
 * Terminal descriptions supplied with the program, for systems that lack them.
 * An empty entry in TERMINFO_DIRS means the system's own (terminfo(5)).
 */
static void
add_terminfo(const struct run *run)
{
	const char *data = run_data_directory(run);

	if (data != NULL)
		(void)setenv("TERMINFO_DIRS", mem_format(run,
		    ":%s/../terminfo", data), 0);
}

static enum status
browse(struct browser *browser, const char *query)
{
	struct run *run = browser->run;
	const struct terminal_options how = { run->settings->theme,
	    output_has_style(run), run->settings->mouse, run->escape_delay };
	struct err err = ERR_INIT;
	const char *note = NULL;
	struct app_options options;
	unsigned effects;
	int signal;

	add_terminfo(run);
	browser->term = terminal_open(run, &how, &note, &err);
	if (browser->term == NULL) {
		if (!run->quiet)
			run_complain("%s", err.text);
		return browse_linear(browser, query);
	}
	options = (struct app_options){ terminal_rows(browser->term),
	    terminal_columns(browser->term), run->ascii || !is_utf8(), false,
	    false, run->settings, has_input, browser->term };
	if (!browser_begin(browser, &options, query))
		return browser_fail(browser);
	signal = loop(browser, &effects);
	terminal_close(browser->term);
	tell_of_type(run, note);
	if (browser->idle)
		run_complain("closed: no key pressed for %ld min", run->idle_end);
	if ((effects & EFFECT_LINEAR) != 0)
		return browse_linear(browser, query);
	end(browser);
	return signal == 0 ? STATUS_FOUND : (enum status)(128 + signal);
}

/* Words reserved for commands, and the command to use instead. */
static const struct {
	const char	*word;
	const char	*instead;
} reserved[] = {
	{ "config", "strigil help configuration" },
	{ "doses", "strigil show doses" },
	{ "export", "strigil search -f ris" },
	{ "facets", "strigil show facets" },
	{ "find", "strigil search" },
	{ "glossary", "strigil show glossary" },
	{ "import", "strigil -b FILE" },
	{ "open", "strigil show" },
	{ "safety", "strigil show safety" },
	{ "start", "strigil show start" },
	{ "topic", "strigil show topic" },
	{ "topics", "strigil show topic" },
	{ "tour", "strigil show tour" },
	{ "version", "strigil --version" },
};

/* Whether works have the word itself, uncorrected. */
static bool
is_word_of_works(struct run *run, struct library *library, const char *word)
{
	const struct search search = { .target = RECTYPE_WORK,
	    .order = ORDER_COUNT };
	const struct result *result = library_search(library, run, &search,
	    mem_format(run, "=%s", word));

	return result->total > 0 && result->corrected == NULL;
}

/* Whether two words differ by an "s" at the end. */
static bool
is_plural(const char *word, const char *other)
{
	size_t n = strlen(word), m = strlen(other);

	return n == m + 1 ? word[m] == 's' && strncmp(word, other, m) == 0 :
	    m == n + 1 && is_plural(other, word);
}

/*
 * What the first word of a query was probably meant for, or NULL.  A reserved
 * word, or a word that resembles a command, is never searched for silently if
 * it is the whole query or if no work has it.  A word of two letters ("go", "ad")
 * that precedes other words does not count as resembling a command.
 */
static const char *
meant_instead(struct run *run, struct library *library, const char *word,
    bool alone)
{
	const struct command *command = command_near(word);
	bool near;
	size_t i;

	for (i = 0; i < COUNT(reserved); i++)
		if (text_same(reserved[i].word, word) && (alone ||
		    !is_word_of_works(run, library, word)))
			return reserved[i].instead;
	if (command == NULL || (!alone && strlen(word) < 3))
		return NULL;
	near = is_plural(word, command->name) || (alone && text_distance(
	    command->name, word, 2) < 2);
	return near || !is_word_of_works(run, library, word) ? mem_format(run,
	    "strigil %s", command->name) : NULL;
}

/* Without a terminal, prints the page that is named, or the search results. */
static enum status
browse_nothing(struct run *run, struct library *library, int argc, char **argv)
{
	struct search_options options = cmd_search_defaults;
	struct address address;
	char *query = run_operands(run, argc, argv);

	if (library_resolve_query(library, run, query, &address))
		return cmd_show(run, 1, &query);
	run->options = &options;
	return cmd_search(run, argc, argv);
}

enum status
cmd_browse(struct run *run, int argc, char **argv)
{
	struct browser browser = { .run = run };
	const char *instead;
	enum status status;
	char *query;
	bool terminal;

	run->linear |= run_is_set("ACCESSIBLE") && !text_same(getenv(
	    "ACCESSIBLE"), "0");
	terminal = run->linear || (isatty(STDIN_FILENO) &&
	    isatty(STDOUT_FILENO));
	if (!terminal && argc == 0) {
		run_complain("no terminal; use 'strigil search QUERY' or see "
		    "'strigil --help'");
		return STATUS_ERROR;
	}
	if (!paths_of_run(run, &browser.paths))
		return STATUS_ERROR;
	browser.seen = snapshot(&browser);
	browser.library = bibliography_open(run, &status);
	if (browser.library == NULL)
		return status;
	instead = argc == 0 ? NULL : meant_instead(run, browser.library,
	    argv[0], argc == 1);
	if (instead != NULL) {
		run_complain("unknown command '%s'; did you mean '%s'?  To "
		    "search instead: strigil search %s", argv[0],
		    instead, run_operands(run, argc, argv));
		return STATUS_ERROR;
	}
	if (!terminal)
		return browse_nothing(run, browser.library, argc, argv);
	query = run_operands(run, argc, argv);
	recall(run);
	return run->linear ? browse_linear(&browser, query) :
	    browse(&browser, query);
}
