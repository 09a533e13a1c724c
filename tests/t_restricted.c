/* Restricted mode: what a stranger at a kiosk cannot have. */
#include "support.h"
#include "terminal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "base/text.h"

enum { PATIENCE = 20000 };

/* A terminal type, and a directory with it, that only the environment names. */
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
	/* Nothing was copied: there is no OSC 52. */
	assert_null(terminal_forbidden(t, 0, false));
	assert_int_equal(terminal_finish(t, PATIENCE), 0);
}

/* A restricted browser that starts with a list, as under ForceCommand. */
static struct terminal *
start_list(const char *option)
{
	const char *const argv[] = { getenv("STRIGIL"), option, "-b", "iastm",
	    "list/start-here", NULL };
	struct terminal *t = terminal_start(24, 80, "xterm-256color", argv,
	    NULL);

	assert_non_null(t);
	assert_true(terminal_settle(t, PATIENCE));
	assert_true(terminal_wait(t, "Start here", PATIENCE));
	return t;
}

/* Makes a list of this page and a work, for this session, and copies it. */
static void
copy_list(struct terminal *t)
{
	assert_true(terminal_type(t,
	    ":add<Space>mine<Enter>:open<Space>gulick-2018<Enter>a"
	    ":open<Space>list/mine<Enter>"));
	assert_true(terminal_wait(t, "for this session only", PATIENCE));
	assert_true(terminal_type(t, "yc"));
	assert_true(terminal_settle(t, PATIENCE));
}

static void
test_a_list_is_copied_out_where_that_is_allowed(void **state)
{
	void *ctx = mem_context(NULL);
	char *path = mem_format(ctx, "%s/kiosk.conf", scratch_directory());
	FILE *config = fopen(path, "w");
	struct terminal *t;
	size_t n;

	(void)state;
	assert_non_null(config);
	(void)fputs("restricted yes\nclipboard always\n", config);
	assert_int_equal(fclose(config), 0);
	t = start_list(mem_format(ctx, "--config=%s", path));
	copy_list(t);
	assert_true(terminal_wait(t, "copied", PATIENCE));
	/* The title "mine", in base64. */
	assert_non_null(strstr(terminal_raw(t, 0, &n), "\033]52;c;bWluZQ"));
	/* Everything else is still restricted. */
	assert_true(terminal_type(t, ":export<Space>list.txt<Enter>"));
	assert_true(terminal_wait(t, "Cannot save files in restricted mode", PATIENCE));
	assert_true(terminal_type(t, "Q"));
	assert_int_equal(terminal_finish(t, PATIENCE), 0);
	mem_free(ctx);
}

/* The text can still be selected with the mouse. */
static void
test_a_list_stays_where_it_is_not(void **state)
{
	struct terminal *t = start_list("--restricted");

	(void)state;
	copy_list(t);
	assert_true(terminal_wait(t, "Not copied", PATIENCE));
	assert_true(terminal_type(t, "Y"));
	assert_true(terminal_wait(t, "Gulick 2018", PATIENCE));
	assert_true(terminal_type(t, "<Esc>Q"));
	assert_true(terminal_ended(t, PATIENCE, NULL));
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

/*
 * Whether setlocale() looks into the LOCPATH of a run whose system
 * configuration has this line; -1 where that cannot be tried.
 */
static int
reads_locale(const char *setting, const char *option)
{
	void *ctx = mem_context(NULL);
	const char *locales = mem_format(ctx, "%s/locales",
	    scratch_directory());
	const char *folder = mem_format(ctx, "%s/xx_XX.UTF-8", locales);
	int opened;

	assert_int_equal(system(mem_format(ctx, "mkdir -p '%s' && echo x >'%s"
	    "/LC_CTYPE'", folder, folder)), 0);
	opened = opens_while(folder, "LC_CTYPE", mem_format(ctx, "unshare -Urm "
	    "sh -c 'mount -t tmpfs none " SYSCONFDIR " && echo \"%s\" >"
	    SYSCONFDIR "/strigil.conf && LC_ALL=xx_XX.UTF-8 LOCPATH=\"%s\" "
	    "exec \"$STRIGIL\" search -q %s crothers >/dev/null'", setting,
	    locales, option));
	mem_free(ctx);
	return opened;
}

static void
test_no_locale_of_the_client_is_read(void **state)
{
	(void)state;
	if (system("unshare -Urm mount -t tmpfs none " SYSCONFDIR
	    " 2>/dev/null") != 0 || reads_locale("", "") <= 0) {
		print_message("# skipped: takes namespaces and glibc\n");
		return;
	}
	assert_int_equal(reads_locale("", "--restricted"), 0);
	assert_int_equal(reads_locale("restricted yes", ""), 0);
	/* A comment or a refusal does not set it, nor may it be lifted. */
	assert_true(reads_locale("#restricted yes", "") > 0);
	assert_true(reads_locale("restricted no", "") > 0);
	assert_int_equal(reads_locale("restricted no", "--restricted"), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_clipboard_is_off),
		cmocka_unit_test(
		    test_a_list_is_copied_out_where_that_is_allowed),
		cmocka_unit_test(test_a_list_stays_where_it_is_not),
		cmocka_unit_test(test_the_process_is_limited),
		cmocka_unit_test(test_no_locale_of_the_client_is_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
