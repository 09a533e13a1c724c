/* Errands: what the browser asks the system to do. */
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

/* In the child: signals as a command expects them. */
static void
be_a_command(void)
{
	static const int signals[] = { SIGPIPE, SIGXFSZ, SIGINT, SIGTERM,
	    SIGHUP, SIGQUIT };
	sigset_t none;
	size_t i;

	for (i = 0; i < sizeof(signals) / sizeof(signals[0]); i++)
		(void)signal(signals[i], SIG_DFL);
	(void)sigemptyset(&none);
	(void)sigprocmask(SIG_SETMASK, &none, NULL);
}

/* Waits, through signals that interrupt; the status of the command. */
static int
wait_for(pid_t pid)
{
	int status = 0;

	while (waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			return -1;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 +
	    WTERMSIG(status);
}

/* Writes all; false when not all of it was taken. */
static bool
feed_command(int fd, const char *text)
{
	size_t n = strlen(text);
	ssize_t k;

	while (n > 0) {
		k = write(fd, text, n);
		if (k < 0 && errno != EINTR)
			return false;
		if (k > 0) {
			text += k;
			n -= (size_t)k;
		}
	}
	return true;
}

/* Runs "sh -c COMMAND" with the text as its input; its status, -1: none. */
static int
pipe_to(const char *command, const char *text)
{
	int ends[2];
	pid_t pid;

	if (pipe(ends) != 0)
		return -1;
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
	/* A command that reads no more is no error. */
	if (pid > 0)
		(void)feed_command(ends[1], text);
	(void)close(ends[1]);
	return pid < 0 ? -1 : wait_for(pid);
}

/*
 * Runs the opener with the address as its argument, never as a part of a
 * command line; what it says is not shown.
 */
static int
open_with(const char *opener, const char *address)
{
	char *command = mem_format(NULL, "%s \"$1\"", opener);
	pid_t pid = fork();
	int null;

	if (pid == 0) {
		be_a_command();
		null = open("/dev/null", O_RDWR);
		(void)dup2(null, STDIN_FILENO);
		(void)dup2(null, STDOUT_FILENO);
		(void)dup2(null, STDERR_FILENO);
		(void)execl("/bin/sh", "sh", "-c", command, "strigil",
		    address, (char *)NULL);
		_exit(127);
	}
	mem_free(command);
	return pid < 0 ? -1 : wait_for(pid);
}

/* "~/x" is below the home directory; owned by the run. */
static const char *
expand(struct run *run, const char *path)
{
	const char *home = getenv("HOME");

	return text_begins(path, "~/") && home != NULL ? mem_format(run,
	    "%s%s", home, path + 1) : path;
}

/* Writes a file.  The message is owned by the run; NULL: the file exists. */
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
		return mem_format(run, "%s: %zu bytes written.",
		    request->argument, length);
	return mem_text(run, err.text);
}

static void
wait_for_enter(void)
{
	char byte = '\0';

	(void)fputs("\nPress Enter to return to strigil. ", stdout);
	(void)fflush(stdout);
	while (byte != '\n' && byte != '\r' && read(STDIN_FILENO, &byte, 1) >
	    0)
		continue;
}

static char *
run_pipe(struct run *run, const struct request *request, struct terminal *term)
{
	int status;

	if (term != NULL)
		terminal_leave(term);
	(void)fflush(stdout);
	status = pipe_to(request->argument, request->text);
	if (term != NULL) {
		wait_for_enter();
		terminal_return(term);
	}
	return status == 0 ? mem_text(run, "Done.") :
	    mem_format(run, "Exit status %d.", status);
}

void
external_run(struct run *run, struct app *app, struct terminal *term)
{
	const struct request *request = app_request(app);
	char *text;

	switch (request->kind) {
	case REQUEST_COPY:
		if (term != NULL)
			terminal_copy(term, request->text);
		else
			app_tell(app, request->text);
		return;
	case REQUEST_OPEN:
		if (open_with(request->argument, request->text) == 0)
			return;
		text = mem_format(run, "%s (could not open)",
		    request->text);
		break;
	case REQUEST_SAVE:
	case REQUEST_OVERWRITE:
		text = save(run, request);
		if (text == NULL) {
			app_refuse(app, request->argument);
			return;
		}
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
