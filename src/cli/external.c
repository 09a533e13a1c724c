/* System commands that the browser runs. */
#include "cli/external.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/text.h"
#include "cli/keeping.h"

/* In the child: resets signals to the defaults that commands expect. */
static void
be_a_command(void)
{
	static const int signals[] = { SIGPIPE, SIGXFSZ, SIGINT, SIGTERM,
	    SIGHUP, SIGQUIT };
	sigset_t none;
	size_t i;

	for (i = 0; i < COUNT(signals); i++)
		(void)signal(signals[i], SIG_DFL);
	(void)sigemptyset(&none);
	(void)sigprocmask(SIG_SETMASK, &none, NULL);
}

/* How running a command failed, in place of an exit status. */
enum { FAILED = -1, LEFT = -2 };

enum { TRACED_MOST = 64 << 10 };	/* bytes of a text */

enum { LOOK_AGAIN = 250 };	/* ms between checks while a command has the
				   terminal */

static int
status_of(int status)
{
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 +
	    WTERMSIG(status);
}

/* In line mode, Ctrl-C reaches both the command and this program. */
static int
wait_in_line(pid_t pid)
{
	int status = 0;

	while (waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			return FAILED;
		else if (run_is_interrupted())
			return LEFT;
	return status_of(status);
}

/*
 * Waits for a command.  A signal or loss of the terminal ends the wait; with
 * `keys`, so does a key, which stays unread.  The command keeps running.
 */
static int
wait_for(pid_t pid, struct terminal *term, bool keys, long ms)
{
	enum terminal_event event;
	int status = 0;
	pid_t ended;

	if (term == NULL)
		return wait_in_line(pid);
	ended = waitpid(pid, &status, WNOHANG);
	while (ended == 0) {
		event = terminal_await(term, -1, keys, ms >= 0 || keys ? ms :
		    LOOK_AGAIN);
		ended = waitpid(pid, &status, WNOHANG);
		if (ended == 0 && (event != TERMINAL_IDLE || ms >= 0))
			return LEFT;
	}
	return ended < 0 ? FAILED : status_of(status);
}

/* Waits until the pipe accepts more; false if the wait was interrupted. */
static bool
can_feed(int fd, struct terminal *term)
{
	enum terminal_event event;

	if (errno == EINTR)
		return term != NULL || !run_is_interrupted();
	if (errno != EAGAIN || term == NULL)
		return false;
	event = terminal_await(term, fd, false, LOOK_AGAIN);
	return event != TERMINAL_SIGNAL && event != TERMINAL_HANGUP;
}

/* Writes everything; false if the reader did not accept it all. */
static bool
feed_command(int fd, const char *text, struct terminal *term)
{
	size_t n = strlen(text);
	ssize_t k;

	if (term != NULL)
		(void)fcntl(fd, F_SETFL, O_NONBLOCK);
	while (n > 0) {
		k = write(fd, text, n);
		if (k < 0 && !can_feed(fd, term))
			return false;
		if (k > 0) {
			text += k;
			n -= (size_t)k;
		}
	}
	return true;
}

/*
 * Runs "sh -c COMMAND" with the text as its input; returns its status, FAILED
 * or LEFT.  As with system(), ^\ reaches only the command.
 */
static int
pipe_to(const char *command, const char *text, struct terminal *term)
{
	int ends[2], status = FAILED;
	struct sigaction ignore = { .sa_handler = SIG_IGN }, quit;
	pid_t pid;

	if (pipe(ends) != 0)
		return FAILED;
	(void)sigaction(SIGQUIT, &ignore, &quit);
	pid = fork();
	if (pid == 0) {
		be_a_command();
		(void)dup2(ends[0], STDIN_FILENO);
		(void)close(ends[0]);
		(void)close(ends[1]);
		(void)execl("/bin/sh", "sh", "-c", command, (char *)NULL);
		_exit(127);
	}
	(void)close(ends[0]);
	/* The command may stop reading early. */
	if (pid > 0)
		(void)feed_command(ends[1], text, term);
	(void)close(ends[1]);
	if (pid > 0)
		status = wait_for(pid, term, false, -1);
	(void)sigaction(SIGQUIT, &quit, NULL);
	return status;
}

/*
 * Starts the opener with the address as an argument, never as part of a command
 * line; its output is discarded.
 */
static pid_t
start_opener(const char *opener, const char *address)
{
	char *command = mem_format(NULL, "%s \"$1\"", opener);
	pid_t pid = fork();
	int null;

	if (pid == 0) {
		be_a_command();
		/* Protects the opener from ^C and from loss of the terminal. */
		(void)setsid();
		null = open("/dev/null", O_RDWR);
		(void)dup2(null, STDIN_FILENO);
		(void)dup2(null, STDOUT_FILENO);
		(void)dup2(null, STDERR_FILENO);
		(void)execl("/bin/sh", "sh", "-c", command, "strigil",
		    address, (char *)NULL);
		_exit(127);
	}
	mem_free(command);
	return pid;
}

enum { OPENER_SILENT = 300 };	/* ms before a message appears */

/* If the opener stays in the foreground, waits for it until a key is typed. */
static int
open_with(struct app *app, const char *opener, const char *address,
    struct terminal *term)
{
	pid_t pid = start_opener(opener, address);
	int status;

	if (pid < 0)
		return FAILED;
	status = wait_for(pid, term, true, OPENER_SILENT);
	if (status != LEFT || term == NULL)
		return status;
	app_tell(app, "Waiting for the opener.  Press any key to continue.");
	terminal_draw(term, app_draw(app), false);
	status = wait_for(pid, term, true, -1);
	if (status == 0)
		app_tell(app, "Done.");
	return status;
}

/* Expands "~/x" to the home directory; owned by the run. */
static const char *
expand(struct run *run, const char *path)
{
	const char *home = getenv("HOME");

	return text_begins(path, "~/") && home != NULL ? mem_format(run,
	    "%s%s", home, path + 1) : path;
}

/*
 * Writes a file.  Returns an error message owned by the run, or NULL on
 * success.
 */
static char *
save(struct run *run, const struct request *request)
{
	const char *path = expand(run, request->argument);
	size_t length = strlen(request->text);
	struct err err = ERR_INIT;
	struct stat st;

	if (request->kind != REQUEST_OVERWRITE && lstat(path, &st) == 0)
		return NULL;
	if (file_replace(path, 0666, request->text, length, &err))
		return mem_format(run, "%s: %zu bytes written.%s%s",
		    request->argument, length, request->remark == NULL ? "" :
		    "  ", request->remark == NULL ? "" : request->remark);
	return mem_text(run, err.text);
}

/* Reads a text to trace.  Returns a message, or NULL. */
static char *
read_text(struct run *run, struct app *app, const struct request *request)
{
	char *name = mem_text(run, request->argument);
	const char *path = expand(run, name);
	struct buf text = { .data = NULL };
	struct err err = ERR_INIT;

	switch (file_read_whole(run, path, TRACED_MOST, &text, &err)) {
	case FILE_READ:
		break;
	case FILE_MISSING:
		return mem_format(run, "%s: no such file", name);
	default:
		return mem_format(run, "%s: unreadable, or larger than 64 KB; "
		    "use 'strigil trace'", name);
	}
	if (memchr(buf_string(&text), '\0', text.len) != NULL)
		return mem_format(run, "%s: not a text", name);
	(void)app_trace(app, buf_string(&text));
	return NULL;
}

static void
wait_for_enter(struct terminal *term)
{
	char byte = '\0';

	(void)fputs("\nPress Enter to return to strigil. ", stdout);
	(void)fflush(stdout);
	while (byte != '\n' && byte != '\r') {
		switch (terminal_await(term, -1, true, -1)) {
		case TERMINAL_SIGNAL:
		case TERMINAL_HANGUP:
			return;
		case TERMINAL_KEY:
			if (read(STDIN_FILENO, &byte, 1) <= 0)
				return;
			break;
		default:
			break;
		}
	}
}

static char *
run_pipe(struct run *run, const struct request *request, struct terminal *term)
{
	int status;

	if (term != NULL)
		terminal_leave(term);
	(void)fflush(stdout);
	status = pipe_to(request->argument, request->text, term);
	if (term != NULL) {
		wait_for_enter(term);
		terminal_return(term);
	}
	return status == 0 ? mem_text(run, "Done.") : status < 0 ?
	    mem_text(run, "The command did not finish.") :
	    mem_format(run, "Exit status %d.", status);
}

/* Opens an address.  Returns a message, or NULL if there is none. */
static char *
run_opener(struct run *run, struct app *app, const struct request *request,
    struct terminal *term)
{
	int status = open_with(app, request->argument, request->text, term);

	if (status == LEFT)
		return mem_text(run, "The opener is still running.");
	return status == 0 ? NULL : mem_format(run, "%s (could not open)",
	    request->text);
}

/* Opens the note in the user's editor, which gets the terminal. */
static void
external_edit_note(struct run *run, struct app *app, const struct request *request,
    struct terminal *term)
{
	struct err err = ERR_INIT;
	char *page = mem_text(run, request->argument), *text;

	if (term != NULL)
		terminal_leave(term);
	text = keeping_edit(run, request->text, &err);
	if (term != NULL)
		terminal_return(term);
	if (text == NULL)
		app_tell(app, err.text);
	else
		app_edited(app, page, text);
}

static bool
may_copy(const struct run *run)
{
	return run->clipboard == WHEN_ALWAYS || (run->clipboard ==
	    WHEN_AUTO && !run->settings->restricted);
}

void
external_run(struct run *run, struct app *app, struct terminal *term)
{
	const struct request *request = app_request(app);
	char *text;

	/* Collects openers that have ended since. */
	while (waitpid(-1, NULL, WNOHANG) > 0)
		continue;
	switch (request->kind) {
	case REQUEST_COPY:
		if (term != NULL && !may_copy(run))
			app_tell(app, "Not copied: the clipboard is off.");
		else if (term != NULL)
			terminal_copy(term, request->text);
		else
			app_tell(app, request->text);
		return;
	case REQUEST_OPEN:
		text = run_opener(run, app, request, term);
		if (text == NULL)
			return;
		break;
	case REQUEST_EDIT:
		external_edit_note(run, app, request, term);
		return;
	case REQUEST_SAVE:
	case REQUEST_OVERWRITE:
		text = save(run, request);
		if (text == NULL) {
			app_refuse(app, request->argument);
			return;
		}
		break;
	case REQUEST_TRACE:
		text = read_text(run, app, request);
		if (text == NULL)
			return;
		break;
	case REQUEST_PIPE:
		text = run_pipe(run, request, term);
		break;
	default:
		return;
	}
	app_tell(app, text);
	mem_free(text);
}
