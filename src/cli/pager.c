/* The pager: shows long output one screen at a time. */
#include "cli/pager.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/text.h"
#include "cli/hyperlinks.h"

/* F: quit if it fits; I: ignore case; R: bold; X: leave it on screen. */
static const char default_pager[] = "less -FIRX";

struct pager {
	pid_t	 pid;
	int	 out;		/* the original stdout */
	int	 err;		/* the original stderr; -1: unchanged */
	size_t	 width;
	bool	 links;		/* the pager passes hyperlinks */
};

static size_t
width_of_stdout(void)
{
	struct winsize size;

	return isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ,
	    &size) == 0 ? size.ws_col : 0;
}

bool
pager_on_terminal(const struct run *run)
{
	return run->pager != NULL || isatty(STDOUT_FILENO);
}

size_t
pager_width(const struct run *run)
{
	return run->pager != NULL ? run->pager->width : width_of_stdout();
}

bool
pager_passes_links(const struct run *run)
{
	return run->pager == NULL || run->pager->links;
}

/* Choosing a pager. */

/* Whether a program, a name of `n` bytes, is in a directory of PATH. */
static bool
is_in_path(const char *name, size_t n)
{
	const char *path = getenv("PATH");
	char *file;
	bool found = false;
	size_t length;

	while (path != NULL && *path != '\0' && !found) {
		length = strcspn(path, ":");
		file = mem_format(NULL, "%.*s/%.*s", (int)length, path,
		    (int)n, name);
		found = access(file, X_OK) == 0;
		mem_free(file);
		path += length + (path[length] == ':');
	}
	return found;
}

/*
 * Whether the first word of a command is a program, or may be one that only the
 * shell can find: "X=1 less", '"$HOME"/pager'.
 */
static bool
is_program(const char *command)
{
	size_t n = strcspn(command, " \t");
	char *word = mem_text_n(NULL, command, n);
	bool yes = word[strcspn(word, "\"'$`\\=;&|<>(){}~*?#!")] != '\0' ||
	    (strchr(word, '/') != NULL ? access(word, X_OK) == 0 :
	    is_in_path(word, n));

	mem_free(word);
	return yes;
}

/* The command of the pager, NULL for none. */
static const char *
choose(void)
{
	static const char *const names[] = { "STRIGIL_PAGER", "PAGER" };
	const char *command;
	size_t i;

	for (i = 0; i < 2; i++) {
		command = getenv(names[i]);
		if (command == NULL)
			continue;
		command += strspn(command, " \t");
		if (*command == '\0' || text_same(command, "cat"))
			return NULL;
		if (is_program(command))
			return command;
		run_complain("'%s' not found; it is set by %s", command,
		    names[i]);
		return NULL;
	}
	return is_program(default_pager) ? default_pager : NULL;
}

/* Running the pager. */

/* In the child: executes the command through the shell. */
static _Noreturn void
be_the_pager(const char *command, const int ends[2])
{
	(void)signal(SIGPIPE, SIG_DFL);
	(void)signal(SIGXFSZ, SIG_DFL);
	(void)signal(SIGINT, SIG_DFL);
	(void)dup2(ends[0], STDIN_FILENO);
	/* Enables bold in an unconfigured less or lv. */
	(void)setenv("LESS", "FIRX", 0);
	(void)setenv("LV", "-c", 0);
	(void)execl("/bin/sh", "sh", "-c", command, (char *)NULL);
	_exit(127);
}

/*
 * Redirects a descriptor to the pipe; returns a copy of the original
 * descriptor, or -1.
 */
static int
replace_fd(int fd, int by)
{
	int was = fcntl(fd, F_DUPFD_CLOEXEC, 3);

	if (was >= 0)
		(void)dup2(by, fd);
	return was;
}

static struct pager *
open_pager(struct run *run, const char *command)
{
	struct pager *pager;
	int ends[2];
	pid_t pid;

	if (pipe(ends) != 0)
		return NULL;
	/* The pager ends only when no other process can write to the pipe. */
	(void)fcntl(ends[1], F_SETFD, FD_CLOEXEC);
	(void)fflush(stdout);
	pid = fork();
	if (pid == 0)
		be_the_pager(command, ends);
	(void)close(ends[0]);
	if (pid < 0) {
		(void)close(ends[1]);
		return NULL;
	}
	pager = mem_new(run, struct pager);
	*pager = (struct pager){ .pid = pid, .width = width_of_stdout(),
	    .links = hyperlinks_pass(run, command) };
	pager->out = replace_fd(STDOUT_FILENO, ends[1]);
	pager->err = isatty(STDERR_FILENO) ? replace_fd(STDERR_FILENO,
	    ends[1]) : -1;
	(void)close(ends[1]);
	return pager;
}

void
pager_start(struct run *run)
{
	const char *command;

	/* Only text that a user reads at a terminal needs a pager. */
	if (run->pager != NULL || !run->format->reading || run->no_pager ||
	    run->settings->restricted || run_is_dumb() ||
	    !isatty(STDOUT_FILENO))
		return;
	command = choose();
	if (command == NULL) {
		run->no_pager = true;
		return;
	}
	run->pager = open_pager(run, command);
	/* ^C is meant for the pager: it ends a search, or the pager. */
	if (run->pager != NULL)
		(void)signal(SIGINT, SIG_IGN);
}

static void
put_back(int fd, int was)
{
	if (was < 0)
		return;
	(void)dup2(was, fd);
	(void)close(was);
}

void
pager_end(struct run *run)
{
	struct pager *pager = run->pager;

	if (pager == NULL)
		return;
	(void)fflush(stdout);
	put_back(STDOUT_FILENO, pager->out);
	put_back(STDERR_FILENO, pager->err);
	while (waitpid(pager->pid, NULL, 0) < 0 && errno == EINTR)
		;
	mem_free(pager);
	run->pager = NULL;
}
