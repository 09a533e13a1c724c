/* Waits: each reacts to keys, signals and a lost terminal. */
#include "support.h"
#include "terminal.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/text.h"

enum { PATIENCE = 20000 };

static void *ctx;
static char *pipe_path;		/* the pipe that commands wait for */

static char *
path_of(const char *name)
{
	return mem_format(ctx, "%s/%s", scratch_directory(), name);
}

/* A browser whose opener waits for the pipe. */
static struct terminal *
browse(void)
{
	const char *const argv[] = { getenv("STRIGIL"), "--fresh", "--config",
	    path_of("waits.conf"), "crothers", NULL };
	const char *const env[] = { mem_format(ctx, "XDG_STATE_HOME=%s",
	    scratch_directory()), NULL };
	struct terminal *t;

	(void)scratch_file(ctx, "waits.conf", mem_format(ctx,
	    "opener cat %s; :\n", pipe_path));
	t = terminal_start(24, 80, "xterm-256color", argv, env);
	assert_non_null(t);
	assert_true(terminal_settle(t, PATIENCE));
	return t;
}

/* Waits until a command has opened the pipe, and keeps it open. */
static int
hold_command(void)
{
	int fd = open(pipe_path, O_WRONLY | O_CLOEXEC);

	assert_true(fd >= 0);
	return fd;
}

static void
expect_end(struct terminal *t, int status)
{
	struct terminal_end end;

	assert_true(terminal_ended(t, PATIENCE, &end));
	assert_int_equal(end.status, status);
	assert_true(end.cpu_seconds < 10);
	(void)terminal_finish(t, PATIENCE);
}

static void
test_a_key_ends_the_wait_for_an_opener(void **state)
{
	struct terminal *t = browse();
	int fd;

	(void)state;
	assert_true(terminal_type(t, "o"));
	fd = hold_command();
	assert_true(terminal_wait(t, "Press any key to continue", PATIENCE));
	assert_true(terminal_type(t, "<Enter>"));
	assert_true(terminal_wait(t, "Crothers et al. 2016", PATIENCE));
	(void)close(fd);
	assert_true(terminal_type(t, "Q"));
	expect_end(t, 0);
}

static void
test_an_opener_that_ends_ends_the_wait(void **state)
{
	struct terminal *t = browse();
	int fd;

	(void)state;
	assert_true(terminal_type(t, "o"));
	fd = hold_command();
	assert_true(terminal_wait(t, "Press any key to continue", PATIENCE));
	(void)close(fd);
	assert_true(terminal_wait(t, "Done.", PATIENCE));
	assert_true(terminal_type(t, "Q"));
	expect_end(t, 0);
}

/* A signal, or a lost terminal, while a command runs. */
static void
end_while_waiting(const char *keys, int number)
{
	struct terminal *t = browse();
	int fd;

	assert_true(terminal_type(t, keys));
	fd = hold_command();
	if (number > 0)
		terminal_signal(t, number);
	else
		terminal_hang_up(t);
	expect_end(t, 128 + (number > 0 ? number : SIGHUP));
	(void)close(fd);
}

static void
test_a_signal_ends_every_wait(void **state)
{
	char *command = mem_format(ctx, "|cat %s<Enter>", pipe_path);

	(void)state;
	end_while_waiting("o", SIGTERM);
	end_while_waiting("o", 0);
	end_while_waiting(command, SIGTERM);
	end_while_waiting(command, 0);
}

/* The program checks the lock at intervals, so its screen never settles. */
static void
expect_said(struct terminal *t)
{
	int i;

	for (i = 0; i < 1000 && !terminal_find(t, "another process", NULL,
	    NULL); i++)
		(void)terminal_settle(t, 20);
	assert_true(terminal_find(t, "another process", NULL, NULL));
}

/*
 * The program waits for another process that builds the index, unless
 * interrupted.
 */
static void
test_waiting_for_a_builder(void **state)
{
	char *cache = path_of("cache"), *source = scratch_file(ctx, "w.xml",
	    "<bibliography xmlns=\"urn:strigil:bibliography:2\"/>");
	const char *paths[] = { source };
	const struct cache_request request = { .paths = paths, .count = 1,
	    .directory = mem_format(ctx, "%s/strigil", cache) };
	const char *const argv[] = { getenv("STRIGIL"), "-b", source,
	    "search", "pain", NULL };
	const char *const env[] = { mem_format(ctx, "XDG_CACHE_HOME=%s",
	    cache), NULL };
	struct terminal *t;
	int fd;

	(void)state;
	assert_int_equal(mkdir(cache, 0700), 0);
	assert_int_equal(mkdir(request.directory, 0700), 0);
	fd = open(mem_format(ctx, "%s.lock", cache_where(ctx, &request)),
	    O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	assert_true(fd >= 0);
	assert_int_equal(flock(fd, LOCK_EX), 0);
	t = terminal_start(24, 80, "xterm-256color", argv, env);
	assert_non_null(t);
	expect_said(t);
	terminal_signal(t, SIGINT);
	expect_end(t, 128 + SIGINT);
	/* It also waits for a stopped process, and continues when that ends. */
	t = terminal_start(24, 80, "xterm-256color", argv, env);
	assert_non_null(t);
	expect_said(t);
	(void)close(fd);
	expect_end(t, 1);
}

static void
test_interrupting_the_lines(void **state)
{
	const char *const argv[] = { getenv("STRIGIL"), "--linear", "--fresh",
	    NULL };
	struct terminal *t = terminal_start(24, 80, "xterm-256color", argv,
	    NULL);

	(void)state;
	assert_non_null(t);
	assert_true(terminal_wait(t, ">", PATIENCE));
	assert_true(terminal_type(t, "<C-c>"));
	expect_end(t, 128 + SIGINT);
}

/* musl has open() make the system call of this name where there is one. */
static bool
is_open(long number)
{
#ifdef SYS_open
	if (number == SYS_open)
		return true;
#endif
	return number == SYS_openat;
}

/* Waits until the program sleeps in open(); false where /proc is hidden. */
static bool
waits_in_open(struct terminal *t)
{
	const int pid = (int)terminal_process(t);
	char *call, *stat, *state;
	int i;

	for (i = 0; i < PATIENCE / 20; i++) {
		call = file_text(ctx, mem_format(ctx, "/proc/%d/syscall", pid));
		stat = file_text(ctx, mem_format(ctx, "/proc/%d/stat", pid));
		state = stat == NULL ? NULL : strrchr(stat, ')');
		if (call == NULL || state == NULL || (*call == '\0' &&
		    !text_begins(state, ") Z")))
			return false;
		if (is_open(strtol(call, NULL, 10)) && text_begins(state,
		    ") S"))
			return true;
		(void)terminal_settle(t, 20);
	}
	fail_msg("it does not open the pipe");
	return false;
}

/* The program waits in open() for the other end of a pipe. */
static void
expect_interrupted(const char *const *argv)
{
	struct terminal *t = terminal_start(24, 80, "xterm-256color", argv,
	    NULL);

	assert_non_null(t);
	if (!waits_in_open(t))
		skip();
	terminal_signal(t, SIGINT);
	assert_true(terminal_wait(t, "strigil: interrupted", PATIENCE));
	expect_end(t, 128 + SIGINT);
}

static void
test_interrupting_the_opening_of_a_pipe(void **state)
{
	const char *const check[] = { getenv("STRIGIL"), "check", pipe_path,
	    pipe_path, NULL };
	const char *const beside[] = { getenv("STRIGIL"), "-b", pipe_path,
	    "check", source_path(ctx, "data/new-bibliography.template"), NULL };

	(void)state;
	expect_interrupted(check);
	expect_interrupted(beside);
}

static int
set_up(void **state)
{
	(void)state;
	pipe_path = path_of("pipe");
	return mkfifo(pipe_path, 0600);
}

/* In such builds the sanitizer handles crashes. */
static bool
is_sanitized(void)
{
	return getenv("ASAN_OPTIONS") != NULL ||
	    getenv("UBSAN_OPTIONS") != NULL;
}

/* Writes to the standard error of the browser, as assert() does. */
static void
say_on_standard_error(struct terminal *t, const char *words)
{
	int fd = open(mem_format(ctx, "/proc/%d/fd/2",
	    (int)terminal_process(t)), O_WRONLY | O_CLOEXEC);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, words, strlen(words)), strlen(words));
	(void)close(fd);
}

/*
 * The message of an assertion is not drawn on the screen, but appears once the
 * terminal is restored; also if a command had the terminal meanwhile.
 */
static void
test_last_words_wait_for_the_terminal(void **state)
{
	struct terminal *t;
	int row, column;

	(void)state;
	if (is_sanitized())
		return;
	t = browse();
	assert_true(terminal_type(t, "|true<Enter>"));
	assert_true(terminal_settle(t, PATIENCE));
	assert_true(terminal_type(t, "<Enter>"));
	assert_true(terminal_settle(t, PATIENCE));
	assert_true(terminal_is_alternate(t));
	say_on_standard_error(t, "Assertion `teapot' failed.\n");
	assert_true(terminal_type(t, "j"));
	assert_true(terminal_settle(t, PATIENCE));
	assert_false(terminal_find(t, "teapot", &row, &column));
	terminal_signal(t, SIGABRT);
	assert_true(terminal_ended(t, PATIENCE, NULL));
	assert_false(terminal_is_alternate(t));
	assert_true(terminal_find(t, "teapot", &row, &column));
	assert_int_equal(terminal_finish(t, PATIENCE), 128 + SIGABRT);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_key_ends_the_wait_for_an_opener),
		cmocka_unit_test(test_an_opener_that_ends_ends_the_wait),
		cmocka_unit_test(test_a_signal_ends_every_wait),
		cmocka_unit_test(test_waiting_for_a_builder),
		cmocka_unit_test(test_interrupting_the_lines),
		cmocka_unit_test(test_interrupting_the_opening_of_a_pipe),
		cmocka_unit_test(test_last_words_wait_for_the_terminal),
	};
	int failed;

	ctx = mem_context(NULL);
	failed = cmocka_run_group_tests(tests, set_up, NULL);
	mem_free(ctx);
	return failed;
}
