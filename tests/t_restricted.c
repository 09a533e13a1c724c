/* Restricted mode: what a stranger at a kiosk cannot have. */
#include "support.h"
#include "terminal.h"

#include <stdlib.h>
#include <sys/resource.h>

enum { PATIENCE = 20000 };

/* A type and a place for it that only the environment knows. */
static struct terminal *
start(const char *restricted)
{
	const char *const argv[] = { getenv("STRIGIL"), "--fresh", "crothers",
	    NULL };
	const char *const env[] = { "TERMINFO=/nonexistent",
	    "TERMINFO_DIRS=/nonexistent", restricted, NULL };
	struct terminal *t = terminal_start(24, 80, "xterm-256color", argv,
	    env);

	assert_non_null(t);
	assert_true(terminal_settle(t, PATIENCE));
	return t;
}

static void
test_the_clipboard_is_off(void **state)
{
	struct terminal *t = start("STRIGIL_RESTRICTED=1");

	(void)state;
	assert_true(terminal_type(t, "yd"));
	assert_true(terminal_wait(t, "Not copied", PATIENCE));
	assert_true(terminal_type(t, "Q"));
	assert_true(terminal_ended(t, PATIENCE, NULL));
	/* That is: no OSC 52. */
	assert_null(terminal_forbidden(t, 0, false));
	assert_int_equal(terminal_finish(t, PATIENCE), 0);
}

static rlim_t
limit_of(const struct terminal *t, enum __rlimit_resource resource)
{
	struct rlimit limit;

	assert_int_equal(prlimit(terminal_process(t), resource, NULL,
	    &limit), 0);
	return limit.rlim_cur;
}

static void
test_the_process_is_limited(void **state)
{
	struct terminal *t = start("STRIGIL_RESTRICTED=1");

	(void)state;
	assert_int_equal(limit_of(t, RLIMIT_CORE), 0);
	assert_in_range(limit_of(t, RLIMIT_CPU), 1, 3600);
	assert_in_range(limit_of(t, RLIMIT_NOFILE), 16, 64);
	assert_true(limit_of(t, RLIMIT_FSIZE) != RLIM_INFINITY);
	if (getenv("ASAN_OPTIONS") == NULL)
		assert_true(limit_of(t, RLIMIT_AS) <= (rlim_t)1 << 30);
	assert_true(terminal_type(t, "Q"));
	assert_int_equal(terminal_finish(t, PATIENCE), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_clipboard_is_off),
		cmocka_unit_test(test_the_process_is_limited),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
