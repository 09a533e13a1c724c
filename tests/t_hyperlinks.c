/* Hyperlinks (OSC 8): which terminals get them, and what they lead to. */
#include "support.h"
#include "terminal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "page/web_link.h"

enum { PATIENCE = 20000 };

/* The start of every hyperlink. */
#define OSC "\033]8;"

static const char show[] = "exec \"$STRIGIL\" --no-pager show crothers-2016";
static const char line[] = "\r\n" OSC "id=e00595d3;"
    "https://doi.org/10.1186/s12998-016-0096-9\033\\"
    "https://doi.org/10.1186/s12998-016-0096-9" OSC ";\033\\\r\n";

/* Runs a shell command in a terminal of this type until it ends. */
static struct terminal *
run_in(const char *type, const char *command, const char *a, const char *b)
{
	const char *const argv[] = { "sh", "-c", command, NULL };
	const char *const env[] = { "LESS", "PAGER", "STRIGIL_PAGER", a, b,
	    NULL };
	struct terminal *t = terminal_start(24, 80, type, argv, env);

	assert_non_null(t);
	assert_true(terminal_ended(t, PATIENCE, NULL));
	return t;
}

static bool
wrote(const struct terminal *t, const char *text)
{
	size_t n;

	return strstr(terminal_raw(t, 0, &n), text) != NULL;
}

static void
expect(const char *type, const char *command, const char *variable, bool yes)
{
	struct terminal *t = run_in(type, command, variable, NULL);

	if (wrote(t, OSC) != yes) {
		terminal_dump(t, stderr);
		fail_msg("%s %s %s", type, variable == NULL ? "" : variable,
		    command);
	}
	assert_int_equal(terminal_finish(t, PATIENCE), 0);
}

/* The exact bytes of a web address alone on its line. */
static void
test_an_address_is_a_link(void **state)
{
	struct terminal *t = run_in("xterm-256color", show,
	    "VTE_VERSION=7200", NULL);

	(void)state;
	if (!wrote(t, line)) {
		terminal_dump(t, stderr);
		fail_msg("no line %s", line);
	}
	/* The emulator knows OSC 8 and shows only the text. */
	assert_true(terminal_find(t, "https://doi.org/10.1186/s12998-016-"
	    "0096-9", NULL, NULL));
	assert_int_equal(terminal_finish(t, PATIENCE), 0);
}

static void
test_who_gets_links(void **state)
{
	static const struct {
		const char	*type;
		const char	*variable;
		bool		 yes;
	} cases[] = {
		{ "xterm-kitty", NULL, true },
		{ "foot", NULL, true },
		{ "foot-extra", NULL, true },
		{ "wezterm", NULL, true },
		{ "alacritty", NULL, true },
		{ "xterm-256color", "TERM_PROGRAM=iTerm.app", true },
		{ "xterm-256color", "WT_SESSION=8c1a", true },
		{ "xterm-256color", "VTE_VERSION=5000", true },
		{ "xterm-256color", "VTE_VERSION=4999", false },
		{ "xterm-256color", "VTE_VERSION=new", false },
		{ "xterm-256color", "VTE_VERSION=", false },
		{ "xterm-256color", "TERM_PROGRAM=Apple_Terminal", false },
		{ "xterm-256color", NULL, false },
		{ "screen", "VTE_VERSION=7200", false },
		{ "screen-256color", "WT_SESSION=8c1a", false },
		{ "tmux-256color", "TERM_PROGRAM=iTerm.app", false },
		{ "linux", "VTE_VERSION=7200", false },
		{ "vt100", "VTE_VERSION=7200", false },
		{ "unheard-of", "VTE_VERSION=7200", false },
		{ "dumb", "VTE_VERSION=7200", false },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		expect(cases[i].type, show, cases[i].variable, cases[i].yes);
}

/*
 * Off and on; never in restricted mode unless allowed, and never for programs.
 */
static void
test_settings(void **state)
{
	static const char vte[] = "VTE_VERSION=7200", x[] = "xterm-256color";
	char *settings = scratch_file(NULL, "off.conf", "hyperlinks off\n");
	char *off = mem_format(settings, "\"$STRIGIL\" --config %s "
	    "--no-pager show crothers-2016", settings);

	(void)state;
	expect(x, off, vte, false);
	expect(x, "\"$STRIGIL\" --hyperlinks=off --no-pager show "
	    "crothers-2016", vte, false);
	expect("vt100", "\"$STRIGIL\" --hyperlinks=on --no-pager show "
	    "crothers-2016", NULL, true);
	expect(x, "\"$STRIGIL\" --restricted show crothers-2016", vte, false);
	expect(x, "STRIGIL_RESTRICTED=1 \"$STRIGIL\" show crothers-2016", vte,
	    false);
	expect(x, "\"$STRIGIL\" --restricted --hyperlinks=on show "
	    "crothers-2016", vte, true);
	expect(x, "\"$STRIGIL\" --ascii --no-pager show crothers-2016", vte,
	    false);
	expect(x, "\"$STRIGIL\" show crothers-2016 | cat", vte, false);
	expect(x, "\"$STRIGIL\" --hyperlinks=on show crothers-2016 | cat", vte,
	    false);
	expect(x, "\"$STRIGIL\" --hyperlinks=on show -f json crothers-2016",
	    vte, false);
	mem_free(settings);
}

/* Writes a pager called less that reports this version. */
static void
write_less(const char *directory, const char *version)
{
	char *path = mem_format(NULL, "%s/less", directory);
	FILE *out = fopen(path, "w");

	assert_non_null(out);
	assert_true(fprintf(out, "#!/bin/sh\n[ \"$1\" = --version ] && { echo "
	    "\"less %s (GNU)\"; exit; }\nsed 's/^/paged: /'\n", version) > 0);
	assert_int_equal(fclose(out), 0);
	assert_int_equal(chmod(path, 0700), 0);
	mem_free(path);
}

static void
test_pagers(void **state)
{
	static const char paged[] = "exec \"$STRIGIL\" show crothers-2016";
	static const char vte[] = "VTE_VERSION=7200", x[] = "xterm-256color";
	const char *where = scratch_directory();
	char *with = mem_format(NULL, "export PATH=%s:$PATH; %s", where, paged);
	char *plain = mem_format(with, "export LESS=FIX PAGER=less; %s", with);
	char *raw = mem_format(with, "export LESS=-FRX PAGER=less; %s", with);
	char *option = mem_format(with, "export PATH=%s:$PATH LESS=FIX "
	    "PAGER='less -R'; %s", where, paged);

	(void)state;
	write_less(where, "590");
	expect(x, with, vte, true);
	expect(x, plain, vte, false);
	expect(x, raw, vte, true);
	expect(x, option, vte, true);
	expect(x, with, NULL, false);
	write_less(where, "551");
	expect(x, with, vte, false);
	expect(x, "PAGER='sed s/^/own:/'; export PAGER; exec \"$STRIGIL\" show "
	    "crothers-2016", vte, false);
	mem_free(with);
}

/* Line mode. */
static void
test_linear(void **state)
{
	static const char linear[] = "printf ':open crothers-2016\\nq\\n' | "
	    "\"$STRIGIL\" --linear --fresh";

	(void)state;
	expect("foot", linear, NULL, true);
	expect("vt100", linear, NULL, false);
	expect("foot", "printf ':open crothers-2016\\nq\\n' | \"$STRIGIL\" "
	    "--linear --fresh --restricted", NULL, false);
}

/* No hyperlink is sent while curses controls the screen. */
static void
test_the_browser_has_none(void **state)
{
	const char *const argv[] = { getenv("STRIGIL"), "--hyperlinks=on",
	    "--fresh", "crothers", NULL };
	const char *const env[] = { "VTE_VERSION=7200", NULL };
	struct terminal *t = terminal_start(24, 80, "xterm-256color", argv,
	    env);

	(void)state;
	assert_non_null(t);
	assert_true(terminal_settle(t, PATIENCE));
	assert_true(terminal_type(t, "\rG"));
	assert_true(terminal_wait(t, "https://doi.org/", PATIENCE));
	assert_true(terminal_type(t, "Q"));
	assert_true(terminal_ended(t, PATIENCE, NULL));
	assert_null(terminal_forbidden(t, 0, false));
	assert_int_equal(terminal_finish(t, PATIENCE), 0);
}

static void
check_mark(const char *text, size_t from, size_t to, const char *wanted)
{
	struct buf out = { .data = NULL };

	web_link_mark(NULL, &out, text, from, to);
	assert_string_equal(out.data, wanted);
	mem_free(out.data);
}

/* Nothing in an address ends the sequence or starts another one. */
static void
test_addresses_are_clean(void **state)
{
	(void)state;
	check_mark("no link", 0, 7, "no link");
	check_mark("see doi:10.1/a.", 0, 15, "see " OSC "id=97465033;"
	    "https://doi.org/10.1/a\033\\doi:10.1/a" OSC ";\033\\.");
	check_mark("https://a/\033\\\a;", 0, 14, OSC "id=e6da64ed;"
	    "https://a/%1B%5C%07\033\\https://a/\033\\\a" OSC ";\033\\;");
	check_mark("https://a/\xC3\xA4", 0, 12, OSC "id=d37e4183;"
	    "https://a/%C3%A4\033\\https://a/\xC3\xA4" OSC ";\033\\");
}

/*
 * Both parts of a link that is broken across lines lead to the whole address,
 * with one id.
 */
static void
test_parts_share_an_id(void **state)
{
	static const char text[] = "at https://a.org/b/c now";

	(void)state;
	check_mark(text, 0, 17, "at " OSC "id=bc27c1d6;https://a.org/b/c\033\\"
	    "https://a.org/" OSC ";\033\\");
	check_mark(text, 17, 24, OSC "id=bc27c1d6;https://a.org/b/c\033\\"
	    "b/c" OSC ";\033\\ now");
}

static void
test_long_addresses_stay_text(void **state)
{
	char *text = mem_format(NULL, "https://a/%03000d", 1);

	(void)state;
	check_mark(text, 0, strlen(text), text);
	mem_free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_an_address_is_a_link),
		cmocka_unit_test(test_who_gets_links),
		cmocka_unit_test(test_settings),
		cmocka_unit_test(test_pagers),
		cmocka_unit_test(test_linear),
		cmocka_unit_test(test_the_browser_has_none),
		cmocka_unit_test(test_addresses_are_clean),
		cmocka_unit_test(test_parts_share_an_id),
		cmocka_unit_test(test_long_addresses_stay_text),
	};

	(void)setenv("TMPDIR", scratch_directory(), 1);
	(void)setenv("XDG_STATE_HOME", scratch_directory(), 1);
	(void)setenv("XDG_CONFIG_HOME", scratch_directory(), 1);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
