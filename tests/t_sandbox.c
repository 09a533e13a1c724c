/* What the sandbox of --restricted refuses, tried by a child process in it. */
#include "support.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/mem.h"
#include "cli/sandbox.h"

#ifdef HAVE_SECCOMP
enum { HAS_FILTER = true };
#else
enum { HAS_FILTER = false };
#endif

static void *ctx;
static char *victim;		/* an existing file */
static char *fresh;		/* a name that no file has */

/* Attempts to escape: 0 if one succeeds, otherwise its errno. */

static int
result_of(int result)
{
	return result < 0 ? errno : 0;
}

static int
write_file(void)
{
	return result_of(open(victim, O_WRONLY));
}

static int
truncate_file(void)
{
	return result_of(truncate(victim, 0));
}

static int
make_file(void)
{
	return result_of(open(fresh, O_WRONLY | O_CREAT, 0600));
}

static int
make_directory(void)
{
	return result_of(mkdir(fresh, 0700));
}

static int
make_symlink(void)
{
	return result_of(symlink(victim, fresh));
}

static int
remove_file(void)
{
	return result_of(unlink(victim));
}

static int
rename_file(void)
{
	return result_of(rename(victim, fresh));
}

static int
change_mode(void)
{
	return result_of(chmod(victim, 0777));
}

static int
run_program(void)
{
	(void)execl("/bin/sh", "sh", "-c", "exit 0", (char *)NULL);
	return errno;
}

static int
make_process(void)
{
	pid_t child = fork();

	if (child == 0)
		_exit(0);
	return result_of(child);
}

static int
open_connection(void)
{
	return result_of(socket(AF_INET, SOCK_STREAM, 0));
}

static int
open_local_socket(void)
{
	return result_of(socket(AF_UNIX, SOCK_STREAM, 0));
}

static int
signal_parent(void)
{
	return result_of(kill(getppid(), 0));
}

/* What remains possible. */

static int
read_file(void)
{
	return result_of(open(victim, O_RDONLY));
}

static int
write_to_nothing(void)
{
	return result_of(open("/dev/null", O_WRONLY));
}

static int
signal_self(void)
{
	return result_of(kill(getpid(), 0));
}

static const struct attempt {
	const char	*name;
	int		(*try)(void);
	unsigned	 part;		/* the part that refuses it; 0: none */
} attempts[] = {
	{ "write a file", write_file, SANDBOX_FILES },
	{ "truncate a file", truncate_file, SANDBOX_FILES },
	{ "make a file", make_file, SANDBOX_FILES },
	{ "make a directory", make_directory, SANDBOX_FILES },
	{ "make a symbolic link", make_symlink, SANDBOX_FILES },
	{ "remove a file", remove_file, SANDBOX_FILES },
	{ "rename a file", rename_file, SANDBOX_FILES },
	{ "change a mode", change_mode, SANDBOX_CALLS },
	{ "run a program", run_program, SANDBOX_FILES | SANDBOX_CALLS },
	{ "make a process", make_process, SANDBOX_CALLS },
	{ "open a connection", open_connection, SANDBOX_CALLS },
	{ "open a local socket", open_local_socket, SANDBOX_CALLS },
	{ "signal another process", signal_parent, SANDBOX_CALLS },
	{ "read a file", read_file, 0 },
	{ "write to /dev/null", write_to_nothing, 0 },
	{ "signal itself", signal_self, 0 },
};

enum { OFF = 0, CAME_OFF = 1, NO_SANDBOX = 2, FAILED = 3 };

/* In a child: OFF if refused, CAME_OFF if not, or why it could not be tried. */
static int
try_inside(const struct attempt *attempt)
{
	struct err err = ERR_INIT;
	unsigned parts;
	int error, status;
	pid_t child = fork();

	assert_true(child >= 0);
	if (child == 0) {
		/* Each bibliography that is opened enters it. */
		if (!sandbox_enter(&parts, &err) ||
		    !sandbox_enter(&parts, &err))
			_exit(FAILED);
		if (attempt->part != 0 && (parts & attempt->part) == 0)
			_exit(NO_SANDBOX);
		error = attempt->try();
		_exit(error == 0 ? CAME_OFF : error == EPERM ||
		    error == EACCES ? OFF : FAILED);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static void
prepare(void)
{
	FILE *file;

	victim = mem_format(ctx, "%s/victim", scratch_directory());
	fresh = mem_format(ctx, "%s/fresh", scratch_directory());
	(void)remove(fresh);
	file = fopen(victim, "w");
	assert_non_null(file);
	(void)fputs("whole\n", file);
	assert_int_equal(fclose(file), 0);
}

static void
test_attempts(void **state)
{
	size_t i;
	int got;

	(void)state;
	for (i = 0; i < sizeof(attempts) / sizeof(attempts[0]); i++) {
		prepare();
		got = try_inside(&attempts[i]);
		if (got == NO_SANDBOX)
			print_message("# skipped, not refused here: %s\n",
			    attempts[i].name);
		else if (got != (attempts[i].part == 0 ? CAME_OFF : OFF))
			fail_msg("%s: %d", attempts[i].name, got);
	}
}

/* Outside the sandbox the attempts succeed. */
static void
test_attempts_outside(void **state)
{
	size_t i;
	int status;
	pid_t child;

	(void)state;
	for (i = 0; i < sizeof(attempts) / sizeof(attempts[0]); i++) {
		prepare();
		child = fork();
		assert_true(child >= 0);
		if (child == 0)
			_exit(attempts[i].try());
		assert_int_equal(waitpid(child, &status, 0), child);
		if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
			fail_msg("%s: %d", attempts[i].name, status);
	}
}

/* In a child: CAME_OFF if restricted mode starts without its filter. */
static int
enter_without_processes(void)
{
	const struct rlimit none = { 0, 0 };
	struct err err = ERR_INIT;
	unsigned parts;
	pid_t child;

	/* The limit does not apply to root. */
	if (setrlimit(RLIMIT_NPROC, &none) != 0 || (geteuid() == 0 &&
	    setuid(65534) != 0))
		return NO_SANDBOX;
	child = fork();
	if (child == 0)
		_exit(0);
	if (child > 0)
		return NO_SANDBOX;
	if (sandbox_enter(&parts, &err))
		return !HAS_FILTER || parts == 0 ? NO_SANDBOX : CAME_OFF;
	return strstr(err.text, "not enough memory or processes") != NULL ?
	    OFF : FAILED;
}

static void
test_no_process_for_the_filter(void **state)
{
	pid_t child = fork();
	int status;

	(void)state;
	assert_true(child >= 0);
	if (child == 0)
		_exit(enter_without_processes());
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	if (WEXITSTATUS(status) == NO_SANDBOX)
		print_message("# skipped: nothing limits processes here\n");
	else
		assert_int_equal(WEXITSTATUS(status), OFF);
}

static int
setup(void **state)
{
	(void)state;
	ctx = mem_context(NULL);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	mem_free(ctx);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_attempts_outside),
		cmocka_unit_test(test_attempts),
		cmocka_unit_test(test_no_process_for_the_filter),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
