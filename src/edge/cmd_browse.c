/* strigil without a command: the browser, its loop around keys and screens. */
#include <langinfo.h>
#include <signal.h>
#include <unistd.h>

#include "base/text.h"
#include "edge/run.h"
#include "edge/terminal.h"
#include "ui/app.h"

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

/* Keys that wait are handled before anything is drawn. */
static unsigned
handle_keys(struct app *app, struct terminal *term, unsigned key, int *signal)
{
	unsigned effects = EFFECT_NONE;

	do {
		if (key == TERMINAL_HANGUP || key == TERMINAL_SIGNAL) {
			*signal = key == TERMINAL_HANGUP ? SIGHUP :
			    terminal_signal(term);
			return EFFECT_QUIT;
		}
		if (key == K_RESIZE)
			effects |= app_resize(app, terminal_rows(term),
			    terminal_columns(term));
		else
			effects |= app_key(app, key);
		if ((effects & (EFFECT_QUIT | EFFECT_SUSPEND)) != 0 ||
		    !terminal_has_input(term))
			return effects;
		key = terminal_wait(term);
	} while (true);
}

/* Returns the signal that ended it, or 0. */
static int
loop(struct app *app, struct terminal *term)
{
	unsigned effects = EFFECT_DRAW;
	int signal = 0;

	while ((effects & EFFECT_QUIT) == 0) {
		if ((effects & EFFECT_SUSPEND) != 0) {
			terminal_suspend(term);
			effects |= app_resize(app, terminal_rows(term),
			    terminal_columns(term));
		}
		if ((effects & EFFECT_BELL) != 0)
			terminal_bell(term);
		if ((effects & EFFECT_DRAW) != 0)
			terminal_draw(term, app_draw(app),
			    (effects & EFFECT_REPAINT) != 0);
		effects = handle_keys(app, term, terminal_wait(term), &signal);
	}
	return signal;
}

static enum status
browse(struct run *run, struct library *library, const char *query)
{
	struct err err = ERR_INIT;
	const char *note = NULL;
	struct app_options options;
	struct terminal *term;
	struct app *app;
	int signal;

	term = terminal_open(run, run_has_style(run), &note, &err);
	if (term == NULL)
		return run_fail(&err);
	options = (struct app_options){ terminal_rows(term), terminal_columns(term),
	    run->ascii || !is_utf8(), has_input, term };
	app = app_new(run, library, query, &options);
	signal = loop(app, term);
	terminal_close(term);
	if (note != NULL && !run->quiet)
		run_complain("no terminfo entry for this terminal, '%s' was "
		    "used; 'infocmp -x | ssh HOST -- tic -x -' installs it",
		    note);
	return signal == 0 ? STATUS_FOUND : (enum status)(128 + signal);
}

enum status
cmd_browse(struct run *run, int argc, char **argv)
{
	struct library *library;
	enum status status;

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
		run_complain("this needs a terminal; 'strigil search QUERY' "
		    "prints what is found, 'strigil --help' tells more");
		return STATUS_ERROR;
	}
	library = run_library(run, &status);
	if (library == NULL)
		return status;
	return browse(run, library, run_operands(run, argc, argv));
}
