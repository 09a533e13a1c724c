/* A run of the program: shared by all commands. */
#include "cli/run.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pwd.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "page/wording.h"

enum { ID_MAX = 1024 };

/* The only variable that the signal handler sets. */
static volatile sig_atomic_t interrupted;

/*
 * An interruption may come just before the program begins to wait, in open() or
 * read() for instance; then an alarm ends the wait.
 */
static void
run_on_alarm(int signal_number)
{
	(void)signal_number;
	(void)alarm(1);
}

/* A second signal ends the program even if the first has not been handled. */
static void
on_interrupt(int signal_number)
{
	if (interrupted) {
		(void)signal(signal_number, SIG_DFL);
		(void)raise(signal_number);
	}
	interrupted = 1;
	(void)alarm(1);
}

void
run_catch_interrupt(void)
{
	const struct sigaction action = { .sa_handler = on_interrupt };
	const struct sigaction wake = { .sa_handler = run_on_alarm };

	(void)sigaction(SIGALRM, &wake, NULL);
	(void)sigaction(SIGINT, &action, NULL);
}

/*
 * A pending signal that would end the browser, which blocks it until it waits
 * for a key; 0: none.
 */
static int
pending_end(void)
{
	static const int ends[] = { SIGTERM, SIGHUP, SIGQUIT, SIGXCPU };
	sigset_t pending;
	size_t i;

	if (sigpending(&pending) != 0)
		return 0;
	for (i = 0; i < COUNT(ends); i++)
		if (sigismember(&pending, ends[i]) == 1)
			return ends[i];
	return 0;
}

bool
run_is_interrupted(void)
{
	return interrupted || pending_end() != 0;
}

void
run_forget_interrupt(void)
{
	if (interrupted)
		(void)alarm(0);
	interrupted = 0;
}

void
run_complain(const char *format, ...)
{
	char *text, *clean;
	va_list ap;

	va_start(ap, format);
	text = mem_format_list(NULL, format, ap);
	va_end(ap);
	clean = text_clean(text, text, strlen(text));
	(void)fprintf(stderr, "strigil: %s\n", clean);
	mem_free(text);
}

enum status
run_fail(const struct err *err)
{
	int ended;

	run_complain("%s", err->text);
	if (err->code != ERR_INTERRUPTED)
		return STATUS_ERROR;
	ended = interrupted ? 0 : pending_end();
	return ended == 0 ? STATUS_STOPPED : (enum status)(128 + ended);
}

/* Directories. */

static bool
is_directory(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* The directory of the running program, owned by `ctx`, or NULL. */
static char *
program_directory(const void *ctx)
{
	char path[4096], *slash;
	ssize_t n = readlink("/proc/self/exe", path, sizeof(path) - 1);

	if (n <= 0)
		return NULL;
	path[n] = '\0';
	slash = strrchr(path, '/');
	if (slash == NULL)
		return NULL;
	*slash = '\0';
	return mem_text(ctx, path);
}

/*
 * The data may have moved with the program (PREFIX/bin, PREFIX/share), or may
 * be next to it in the build directory.
 */
const char *
run_data_directory(const void *ctx)
{
	const char *set = getenv("STRIGIL_DATA");
	char *program = program_directory(ctx), *path;

	if (set != NULL && *set == '/')
		return set;
	if (program != NULL) {
		path = mem_format(ctx, "%s/../share/strigil", program);
		if (is_directory(mem_format(ctx, "%s/help", path)))
			return path;
		path = mem_format(ctx, "%s/share", program);
		if (is_directory(mem_format(ctx, "%s/help", path)))
			return path;
	}
	return is_directory(PKGDATADIR) ? PKGDATADIR : NULL;
}

/* XDG Base Directory: relative values are ignored. */
char *
run_home(const void *ctx, const char *variable, const char *below_home)
{
	const char *set = getenv(variable), *home = getenv("HOME");
	const struct passwd *user;

	if (set != NULL && *set == '/')
		return mem_format(ctx, "%s/strigil", set);
	if (home == NULL || *home != '/') {
		user = getpwuid(geteuid());
		home = user == NULL ? NULL : user->pw_dir;
	}
	if (home == NULL || *home != '/' || !is_directory(home))
		return NULL;
	return mem_format(ctx, "%s/%s/strigil", home, below_home);
}

bool
run_has_failed(const struct run *run)
{
	struct err err = ERR_INIT;

	return run->library != NULL && !library_ok(run->library, &err);
}

enum status
run_nothing(struct run *run, const char *what, const char *query)
{
	if (run_has_failed(run))
		return STATUS_ERROR;
	run_complain("%s: %s", what, query);
	return run_finish(STATUS_NOTHING);
}

void
run_unknown(struct run *run, struct library *library, const char *text)
{
	char *near = library_nearest(library, run, text);

	if (run_has_failed(run))
		return;
	if (near != NULL)
		run_complain("'%s' not found; did you mean '%s'?", text,
		    near);
	else
		run_complain("'%s' not found; 'strigil search' finds ids",
		    text);
}

void
run_unknown_value(struct run *run, const char *option,
    const struct axis *axis, const char *what_to_do)
{
	char *near = wording_near(run, axis);

	if (near != NULL)
		run_complain("--%s: no %s is called '%s'; did you mean %s?",
		    option, axis->field, axis->unknown, near);
	else
		run_complain("--%s: no %s is called '%s'; %s", option,
		    axis->field, axis->unknown, what_to_do);
}

char *
run_names(struct run *run, const struct list *given)
{
	struct buf names = { .data = NULL };
	size_t i;

	for (i = 0; i < given->count; i++)
		buf_format(run, &names, "%s%s", i > 0 ? "," : "",
		    (const char *)list_at(given, i));
	return names.data;
}

bool
run_is_set(const char *name)
{
	const char *value = getenv(name);

	return value != NULL && *value != '\0';
}

bool
run_is_dumb(void)
{
	const char *term = getenv("TERM");

	return term == NULL || text_same(term, "dumb");
}

char *
run_operands(struct run *run, int argc, char **argv)
{
	struct buf out = { .data = NULL };
	int i;

	for (i = 0; i < argc; i++)
		buf_format(run, &out, "%s%s", i > 0 ? " " : "", argv[i]);
	return out.data != NULL ? out.data : mem_text(run, "");
}

/* Standard input. */

int
run_read_byte(void)
{
	int c;

	if (ferror(stdin))
		return EOF;
	c = getc(stdin);
	if (c == EOF && ferror(stdin) && errno != EINTR)
		run_complain("cannot read standard input: %s",
		    strerror(errno));
	return c;
}

/* The next id, owned by the run, "" for an empty line; NULL at the end. */
static char *
read_id(struct run *run)
{
	struct buf line = { .data = NULL };
	int end = run->null ? '\0' : '\n', c;
	char byte, *id = NULL;

	while ((c = run_read_byte()) != EOF && c != end && line.len <= ID_MAX) {
		byte = (char)c;
		buf_add(run, &line, &byte, 1);
	}
	if (c != EOF || line.len > 0)
		id = text_clean(run, buf_string(&line), line.len);
	mem_free(line.data);
	return id;
}

static bool
read_ids(struct run *run, struct list *ids)
{
	char *id;

	while ((id = read_id(run)) != NULL) {
		if (strlen(id) >= ID_MAX) {
			run_complain("standard input: not a list of ids");
			return false;
		}
		if (*id != '\0')
			list_add(run, ids, id);
		else
			mem_free(id);
	}
	return !ferror(stdin);
}

bool
run_ids(struct run *run, int argc, char **argv, struct list *ids)
{
	bool ok = true;
	int i;

	for (i = 0; i < argc && ok; i++)
		if (text_same(argv[i], "-"))
			ok = read_ids(run, ids);
		else
			list_add(run, ids, argv[i]);
	if (ok && argc > 0 && ids->count == 0)
		run_complain("no ids on standard input");
	return ok;
}

bool
run_reads_ids(int argc, char **argv)
{
	int i;

	for (i = 0; i < argc; i++)
		if (text_same(argv[i], "-"))
			return true;
	return false;
}

static int
open_input(const char *path)
{
	int fd = text_same(path, "-") ? dup(STDIN_FILENO) : open(path,
	    O_RDONLY | O_CLOEXEC | O_NOCTTY);
	struct stat st;

	if (fd < 0 || fstat(fd, &st) != 0)
		return fd;
	if (S_ISREG(st.st_mode) || S_ISFIFO(st.st_mode) ||
	    S_ISSOCK(st.st_mode) || text_same(path, "-"))
		return fd;
	(void)close(fd);
	errno = S_ISDIR(st.st_mode) ? EISDIR : ENODEV;
	return -1;
}

bool
run_may_read(const struct run *run, const char *path)
{
	if (!run->settings->restricted || text_same(path, "-"))
		return true;
	run_complain("cannot read other files in restricted mode");
	return false;
}

bool
run_read(struct run *run, const char *path, size_t most, struct buf *bytes)
{
	const char *name = text_same(path, "-") ? "standard input" :
	    *path == '\0' ? "''" : path;
	char piece[65536];
	ssize_t n;
	int fd;

	if (!run_may_read(run, path))
		return false;
	fd = open_input(path);
	n = fd < 0 ? -1 : 1;
	while (n > 0 && bytes->len <= most) {
		do {
			n = read(fd, piece, sizeof(piece));
		} while (n < 0 && errno == EINTR && !run_is_interrupted());
		if (n > 0)
			buf_add(run, bytes, piece, (size_t)n);
	}
	if (n < 0)
		run_complain("cannot read %s: %s", name, errno == ENODEV ?
		    "it is a device" : strerror(errno));
	if (fd >= 0)
		(void)close(fd);
	return n >= 0;
}

enum status
run_finish(enum status status)
{
	if (fflush(stdout) == 0 && !ferror(stdout))
		return status == STATUS_FOUND && ferror(stdin) ? STATUS_ERROR :
		    status;
	/* The reader has closed the pipe early, which is not an error. */
	if (errno == EPIPE)
		return status;
	run_complain("cannot write the output: %s", strerror(errno));
	return STATUS_ERROR;
}
