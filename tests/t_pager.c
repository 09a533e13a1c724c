/* The pager: what is printed on a terminal, and what other programs get. */
#include "support.h"
#include "terminal.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/text.h"

enum { PATIENCE = 20000 };

/* A pager that shows what it gets and that no shell uses. */
#define TELLER "sed 's/^/paged: /'"

/*
 * Runs a shell command, in which $STRIGIL is the program, until it ends, and
 * keeps its screen; `env` ends in NULL.  LESS is not set.
 */
static struct terminal *
run_in(const char *command, const char *const env[])
{
	const char *const argv[] = { "sh", "-c", command, NULL };
	const char *all[8] = { "LESS", "LV", "PAGER", "STRIGIL_PAGER" };
	struct terminal *t;
	size_t i;

	for (i = 0; env[i] != NULL; i++)
		all[4 + i] = env[i];
	all[4 + i] = NULL;
	t = terminal_start(24, 80, "xterm-256color", argv, all);
	assert_non_null(t);
	assert_true(terminal_ended(t, PATIENCE, NULL));
	return t;
}

static struct terminal *
run_with(const char *command, const char *variable)
{
	const char *const env[] = { variable, NULL };

	return run_in(command, env);
}

/* Whether the program wrote this text at any time. */
static bool
wrote(const struct terminal *t, const char *text)
{
	size_t n;

	return strstr(terminal_raw(t, 0, &n), text) != NULL;
}

/*
 * Checks that a command writes a text or, after "!", does not write it, and
 * that it ends with this status.
 */
static void
check(const char *command, const char *variable, const char *text, int status)
{
	struct terminal *t = run_with(command, variable);
	bool is_not = *text == '!';

	if (wrote(t, text + is_not) == is_not) {
		terminal_dump(t, stderr);
		fail_msg("%s %s: \"%s\"", variable, command, text);
	}
	assert_int_equal(terminal_finish(t, PATIENCE), status);
}

/* Every command that prints for people uses a pager. */
static void
test_who_is_paged(void **state)
{
	static const char *const commands[] = { "search heel pain",
	    "search -F heel pain", "search -f linear heel pain",
	    "show crothers-2016", "map heel pain", "plot gua sha",
	    "claims scar", "terms outcome", "compare kim-2017 cheatham-2016",
	    "help", "help keys" };
	void *ctx = mem_context(NULL);
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(commands) / sizeof(commands[0]); i++)
		check(mem_format(ctx, "\"$STRIGIL\" %s", commands[i]),
		    "STRIGIL_PAGER=" TELLER, "paged: ", 0);
	mem_free(ctx);
}

/* Output for other programs, or not to a terminal, is not paged. */
static void
test_what_is_not_paged(void **state)
{
	static const char *const commands[] = { "search -f ids heel pain",
	    "search -f json -n 1 heel pain", "search -f tsv heel pain",
	    "search -f markdown heel pain", "map -f csv heel pain",
	    "show crothers-2016 | cat", "--no-pager show crothers-2016",
	    "show --no-pager crothers-2016", "--help", "--version",
	    "--restricted show crothers-2016", "complete se",
	    "check \"$STRIGIL_DATA\"/iastm", "index --where" };
	void *ctx = mem_context(NULL);
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(commands) / sizeof(commands[0]); i++)
		check(mem_format(ctx, "\"$STRIGIL\" %s", commands[i]),
		    "PAGER=" TELLER, "!paged: ", 0);
	check("STRIGIL_RESTRICTED=1 \"$STRIGIL\" show crothers-2016",
	    "PAGER=" TELLER, "!paged: ", 0);
	check("TERM=dumb \"$STRIGIL\" show crothers-2016", "PAGER=" TELLER,
	    "!paged: ", 0);
	mem_free(ctx);
}

/* The first variable that is set counts; some values mean no pager. */
static void
test_which_pager(void **state)
{
	const char *const both[] = { "STRIGIL_PAGER=sed s/^/own:/",
	    "PAGER=" TELLER, NULL };
	const char *const none[] = { "STRIGIL_PAGER=", "PAGER=" TELLER, NULL };
	const char show[] = "\"$STRIGIL\" show crothers-2016";
	struct terminal *t = run_in(show, both);

	(void)state;
	assert_true(wrote(t, "own:"));
	assert_false(wrote(t, "paged: "));
	assert_int_equal(terminal_finish(t, PATIENCE), 0);
	t = run_in(show, none);
	assert_true(wrote(t, "Spinal manipulative"));
	assert_false(wrote(t, "paged: "));
	assert_int_equal(terminal_finish(t, PATIENCE), 0);
	check(show, "PAGER=cat", "Spinal manipulative", 0);
	check(show, "PAGER=", "Spinal manipulative", 0);
	check(show, "PAGER=nowhere-1 -x", "'nowhere-1 -x' not found; it is "
	    "set by PAGER", 0);
	check(show, "PAGER=nowhere-1 -x", "Spinal manipulative", 0);
	check(show, "PAGER=/nowhere-1", "Spinal manipulative", 0);
	check(show, "PAGER=X=1 " TELLER, "paged: ", 0);
}

/* Without a variable the pager is less, if it is installed. */
static void
test_less(void **state)
{
	void *ctx = mem_context(NULL);
	char *bin = mem_format(ctx, "%s/bin", scratch_directory());
	char *script = mem_format(ctx, "printf '#!/bin/sh\\n/bin/echo less: "
	    "$LESS \"$@\"; exec /bin/cat\\n' >%s/less && chmod +x %s/less && "
	    "PATH=%s \"$STRIGIL\" show crothers-2016", bin, bin, bin);
	struct terminal *t;

	(void)state;
	assert_int_equal(mkdir(bin, 0700), 0);
	check(mem_format(ctx, "PATH=%s \"$STRIGIL\" show crothers-2016", bin),
	    "PATH_HAS=nothing", "Spinal manipulative", 0);
	check(script, "LV", "less: FIRX -FIRX", 0);
	check(script, "LESS=M", "less: M -FIRX", 0);
	if (system("less --version >/dev/null 2>&1") == 0) {
		/* less goes to the end and quits there. */
		t = run_with("\"$STRIGIL\" claims", "LESS=+Gq");
		assert_true(wrote(t, "\033[?1h\033="));
		assert_false(terminal_is_alternate(t));
		assert_int_equal(terminal_finish(t, PATIENCE), 0);
	}
	mem_free(ctx);
}

/* Bold text and the width are as without a pager. */
static void
test_it_looks_the_same(void **state)
{
	static const char show[] = "stty cols 60; \"$STRIGIL\" show "
	    "crothers-2016";
	struct terminal *plain = run_with(show, "PAGER=");
	struct terminal *paged = run_with(show, "PAGER=cat -u");
	size_t n, m;
	const char *a = terminal_raw(plain, 0, &n);
	const char *b = terminal_raw(paged, 0, &m);

	(void)state;
	assert_non_null(strstr(a, "\033[1m"));
	assert_int_equal(n, m);
	assert_memory_equal(a, b, n);
	(void)terminal_finish(plain, PATIENCE);
	(void)terminal_finish(paged, PATIENCE);
	check("PAGER='cat -u'; export PAGER; \"$STRIGIL\" show crothers-2016",
	    "NO_COLOR=1", "!\033[1m", 0);
}

/*
 * The exit status is the program's; a pager that stops reading is not an error.
 */
static void
test_status_and_early_ends(void **state)
{
	(void)state;
	check("\"$STRIGIL\" show crothers-2016 nothing-at-all",
	    "PAGER=" TELLER "; exit 7", "paged: strigil: 'nothing-at-all' not found", 1);
	check("\"$STRIGIL\" search -n all ''", "PAGER=sed 1q", "!strigil:",
	    0);
	check("\"$STRIGIL\" claims", "PAGER=sh -c 'exit 3'", "!strigil:", 0);
	check("\"$STRIGIL\" claims; echo then $?", "PAGER=sh -c 'kill -9 $$'",
	    "then 0", 0);
}

/* Remarks are paged together with the results, unless stderr is redirected. */
static void
test_remarks_are_not_lost(void **state)
{
	static const char search[] = "\"$STRIGIL\" search 'grastn tecnique'";
	void *ctx = mem_context(NULL);
	char *aside = mem_format(ctx, "%s 2>$TMPDIR/remarks", search), *text;

	(void)state;
	check(search, "PAGER=" TELLER, "paged: strigil: ", 0);
	check(aside, "PAGER=" TELLER, "!strigil: ", 0);
	text = file_text(ctx, mem_format(ctx, "%s/remarks",
	    getenv("TMPDIR")));
	assert_non_null(text);
	assert_true(text_begins(text, "strigil: "));
	/* Without results there is no pager. */
	check("\"$STRIGIL\" search xyzzyq", "PAGER=" TELLER, "!paged: ", 1);
	check("\"$STRIGIL\" search xyzzyq", "PAGER=" TELLER, "no works for",
	    1);
	check("\"$STRIGIL\" show nothing-at-all", "PAGER=" TELLER, "!paged: ",
	    1);
	mem_free(ctx);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_who_is_paged),
		cmocka_unit_test(test_what_is_not_paged),
		cmocka_unit_test(test_which_pager),
		cmocka_unit_test(test_less),
		cmocka_unit_test(test_it_looks_the_same),
		cmocka_unit_test(test_status_and_early_ends),
		cmocka_unit_test(test_remarks_are_not_lost),
	};

	if (getenv("STRIGIL") == NULL) {
		(void)printf("1..0 # SKIP STRIGIL does not name the program\n");
		return 0;
	}
	(void)setenv("TMPDIR", scratch_directory(), 1);
	(void)setenv("XDG_CONFIG_HOME", scratch_directory(), 1);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
