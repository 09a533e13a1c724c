/* Line mode of the browser. */
#include "cli/linear.h"

#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/number.h"
#include "base/text.h"
#include "cli/external.h"
#include "cli/search_log.h"
#include "tui/desk.h"

enum { WIDTH = 76 };

struct linear {
	struct run	*run;
	struct app	*app;
	void		*shown;		/* owns the content of the "screen" */
	struct list	 links;		/* char *, numbered from 1 */
};

static void
linear_show(struct linear *linear)
{
	const char *text;

	mem_free(linear->shown);
	linear->shown = mem_context(linear->run);
	linear->links = (struct list){ .at = NULL };
	text = app_linear(linear->app, linear->shown, &linear->links);
	/* Results found before the interruption are incomplete. */
	if (run_is_interrupted())
		run_complain("interrupted; type the line again");
	else
		(void)fputs(text, stdout);
}

/*
 * Prints a message of the browser, wrapped like the rest; copied text keeps its
 * lines.
 */
static void
say(const char *message)
{
	const char *at, *next;
	char *line;
	size_t n;

	for (; *message != '\0'; message += *message == '\n') {
		n = strcspn(message, "\n");
		line = text_clean(NULL, message, n);
		message += n;
		for (at = line; *at != '\0'; at = next) {
			n = text_line(at, WIDTH, &next);
			(void)printf("%.*s\n", (int)n, at);
		}
		mem_free(line);
	}
}

/* Selects the link that "NUMBER COMMAND" means; returns the command, or NULL. */
static const char *
command_on_link(struct linear *linear, const char *line)
{
	size_t digits = strspn(line, "0123456789"), same = 0, i;
	const char *command = line + digits, *address;
	char *word = mem_text_n(linear->shown, line, digits);
	long number;

	if (*command != ' ' || !number_integer(word, 1,
	    (long)linear->links.count, &number))
		return NULL;
	command += strspn(command, " ");
	address = list_at(&linear->links, (size_t)number - 1);
	for (i = 0; i < (size_t)number; i++)
		same += text_same(list_at(&linear->links, i), address);
	return desk_select(linear->app, command, address, same) ? command :
	    NULL;
}

/*
 * A number follows a link; before a command it is the item of a list.  Any
 * other line goes to the browser.
 */
static unsigned
linear_take(struct linear *linear, const char *line)
{
	const char *word = text_begins(line, "open ") ? line + 5 : line;
	const char *command = command_on_link(linear, line);
	long number;

	if (command != NULL)
		return app_line(linear->app, command);
	if (!number_integer(word, 1, (long)linear->links.count, &number))
		return app_line(linear->app, line);
	return app_line(linear->app, mem_format(linear->shown, ":open %s",
	    (const char *)list_at(&linear->links, (size_t)number - 1)));
}

static void
linear_log(struct linear *linear)
{
	enum rectype target;
	const char *query = app_searched(linear->app, &target);

	if (query != NULL && *query != '\0')
		search_log_of_command(linear->run, linear->run->library,
		    target, query);
}

static void
linear_act(struct linear *linear, unsigned effects)
{
	if ((effects & EFFECT_REQUEST) != 0)
		external_run(linear->run, linear->app, NULL);
	if ((effects & EFFECT_DRAW) != 0 && (effects & EFFECT_BELL) == 0 &&
	    ((effects & EFFECT_REQUEST) == 0 || (app_request(linear->app)->kind
	    == REQUEST_TRACE && app_message(linear->app) == NULL)))
		linear_show(linear);
	if (app_message(linear->app) != NULL && !run_is_interrupted())
		say(app_message(linear->app));
	linear_log(linear);
}

static volatile sig_atomic_t idle;

static void
on_alarm(int number)
{
	(void)number;
	idle = 1;
}

char *
linear_read_line(const struct run *run, const void *ctx, bool *too_long)
{
	enum { MINUTE = 60, LINE_MOST = 1 << 20 };
	const struct sigaction wake = { .sa_handler = on_alarm };
	struct sigaction before;
	struct buf line = { .data = NULL };
	char *clean = NULL, byte;
	int c = '\0';

	idle = 0;
	(void)sigaction(SIGALRM, &wake, &before);
	(void)alarm((unsigned)run->idle_end * MINUTE);
	while (line.len < LINE_MOST && (c = run_read_byte()) != EOF && c != '\n') {
		byte = (char)c;
		buf_add(NULL, &line, &byte, 1);
	}
	(void)alarm(0);
	(void)sigaction(SIGALRM, &before, NULL);
	*too_long = line.len == LINE_MOST;
	if (*too_long)
		run_complain("closed: a line is longer than 1 MiB");
	else if (c == EOF && idle && !run_is_interrupted()) {
		run_complain("closed: no input for %ld min", run->idle_end);
		clearerr(stdin);
	} else if (c != EOF || line.len > 0)
		clean = text_clean(ctx, buf_string(&line), line.len);
	mem_free(line.data);
	return clean;
}

enum status
linear_loop(struct run *run, struct app *app)
{
	struct linear linear = { .run = run, .app = app };
	unsigned effects = EFFECT_DRAW;
	bool too_long = false;
	char *line;

	say("Line mode.  Type words to search, a number to follow its link, or "
	    "a command: next, claims, back, ? (help), q (quit).");
	while ((effects & EFFECT_QUIT) == 0) {
		linear_act(&linear, effects);
		/* At a terminal ^C ends a command, and at the prompt the session. */
		if (run_is_interrupted() && !isatty(STDIN_FILENO))
			break;
		run_forget_interrupt();
		library_interrupt_when(run->library, NULL, NULL);
		(void)fputs("> ", stdout);
		if (fflush(stdout) != 0 || (line = linear_read_line(run,
		    run, &too_long)) == NULL)
			break;
		effects = *line == '\0' ? EFFECT_NONE : linear_take(&linear,
		    line);
		mem_free(line);
	}
	mem_free(linear.shown);
	return run_finish(run_is_interrupted() ? STATUS_STOPPED : too_long ?
	    STATUS_ERROR : STATUS_FOUND);
}
