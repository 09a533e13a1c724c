/*
 * Sessions: stories in the program itself, each run a process of its own, in a
 * terminal and with a home that is empty at first.
 *
 * tests/sessions/NAME.keys is what a user does, a command a line:
 *
 *	start WORDS		run strigil with these words in a terminal
 *	keys KEYS		type them, as named in terminal.h
 *	paste TEXT		paste it, as a terminal does
 *	screen WORDS		note the screen
 *	end			the program must have ended well
 *	run COMMAND		for the shell, in the home; note what it prints;
 *				bin/edit, if it makes one, is the editor
 *
 * and NAME.screen what the user sees.  Days, times and checksums in it are
 * always the same ones.  With UPDATE=1 in the environment the screens are
 * written instead of compared: read them before committing.
 */
#include "support.h"
#include "terminal.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/mem.h"
#include "base/text.h"

enum { PATIENCE = 20000, ROWS = 24, COLUMNS = 80 };

struct session {
	void			*ctx;
	char			*home;
	struct terminal		*terminal;
	struct buf		 out;
};

/* The environment of the program and the shell, in addition to ours. */
static const char *const *
environment(const struct session *session)
{
	const char **env = mem_array(session->ctx, const char *, 8);

	env[0] = mem_format(session->ctx, "HOME=%s", session->home);
	env[1] = "XDG_DATA_HOME";
	env[2] = "XDG_STATE_HOME";
	env[3] = "XDG_CONFIG_HOME";
	env[4] = "VISUAL";
	env[5] = "EDITOR";
	env[6] = NULL;
	return env;
}

/*
 * The number of bytes of `text` that match a pattern: "9" is a digit, "x"
 * hexadecimal.
 */
static size_t
pattern_length(const char *text, const char *pattern)
{
	size_t i;

	for (i = 0; pattern[i] != '\0'; i++)
		if (pattern[i] == '9' ? !isdigit((unsigned char)text[i]) :
		    pattern[i] == 'x' ? !isxdigit((unsigned char)text[i]) :
		    pattern[i] == 's' ? strchr("+-", text[i]) == NULL ||
		    text[i] == '\0' : text[i] != pattern[i])
			return 0;
	return i;
}

/* Replaces days, times and checksums by their patterns. */
static void
hide_times(char *text)
{
	static const char *const patterns[] = {
		"9999-99-99T99:99:99s9999", "9999-99-99",
		"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
		"een/xxxxxxxxxxxxxxxx",
	};
	size_t i, n;

	for (; *text != '\0'; text++)
		for (i = 0; i < sizeof(patterns) / sizeof(patterns[0]); i++) {
			n = pattern_length(text, patterns[i]);
			if (n == 0)
				continue;
			memcpy(text, patterns[i], n);
			text += n - 1;
			break;
		}
}

static void
note_line(struct session *session, const char *line)
{
	char *copy = mem_text(session->ctx, line);

	hide_times(copy);
	buf_format(session->ctx, &session->out, "%s\n", copy);
}

static void
start(struct session *session, const char *words)
{
	const char *const argv[] = { "/bin/sh", "-c", mem_format(session->ctx,
	    "cd && if [ -x bin/edit ]; then export EDITOR=\"$PWD/bin/edit\"; "
	    "fi; exec \"$STRIGIL\" %s", words), NULL };

	assert_null(session->terminal);
	session->terminal = terminal_start(ROWS, COLUMNS, "xterm-256color",
	    argv, environment(session));
	assert_non_null(session->terminal);
	assert_true(terminal_settle(session->terminal, PATIENCE));
}

static void
end(struct session *session)
{
	assert_int_equal(terminal_finish(session->terminal, PATIENCE), 0);
	session->terminal = NULL;
}

static void
note_screen(struct session *session, const char *words)
{
	int i, last = ROWS;

	while (last > 0 && *terminal_row(session->terminal, last - 1) == '\0')
		last--;
	buf_format(session->ctx, &session->out, "== %s\n", words);
	for (i = 0; i < last; i++)
		note_line(session, terminal_row(session->terminal, i));
}

static void
run(struct session *session, const char *command)
{
	const char *settings = "cd && unset XDG_DATA_HOME XDG_STATE_HOME "
	    "XDG_CONFIG_HOME; PATH=$PWD/bin:$PATH";
	char *line = mem_format(session->ctx, "HOME='%s'; export HOME; %s; %s",
	    session->home, settings, command), text[1024];
	FILE *pipe = popen(line, "r");
	int status;

	assert_non_null(pipe);
	buf_format(session->ctx, &session->out, "== $ %s\n", command);
	while (fgets(text, sizeof(text), pipe) != NULL) {
		text[strcspn(text, "\n")] = '\0';
		note_line(session, text);
	}
	status = pclose(pipe);
	if (status != 0)
		buf_format(session->ctx, &session->out, "[%d]\n", status);
}

static void
paste(struct session *session, const char *text)
{
	char *bytes = mem_format(session->ctx, "\033[200~%s\033[201~", text);

	assert_true(terminal_send(session->terminal, bytes, strlen(bytes)));
	assert_true(terminal_settle(session->terminal, PATIENCE));
}

static void
do_command(struct session *session, const char *name, const char *rest)
{
	if (text_same(name, "start")) {
		start(session, rest);
	} else if (text_same(name, "keys")) {
		assert_true(terminal_type(session->terminal, rest));
		assert_true(terminal_settle(session->terminal, PATIENCE));
	} else if (text_same(name, "paste")) {
		paste(session, rest);
	} else if (text_same(name, "screen")) {
		note_screen(session, rest);
	} else if (text_same(name, "end")) {
		end(session);
	} else if (text_same(name, "run")) {
		run(session, rest);
	} else {
		fail_msg("no such command: %s", name);
	}
}

static void
play(struct session *session, const char *script)
{
	char *line, *blank;

	while ((line = next_line(session->ctx, &script)) != NULL) {
		if (*line == '#' || *line == '\0')
			continue;
		blank = strchr(line, ' ');
		if (blank != NULL)
			*blank++ = '\0';
		do_command(session, line, blank == NULL ? "" : blank);
	}
}

/* A new home with only the program, as strigil in a directory of PATH. */
static void
make_home(struct session *session, const char *name)
{
	session->home = mem_format(session->ctx, "%s/%s", scratch_directory(),
	    name);
	assert_int_equal(mkdir(session->home, 0700), 0);
	assert_int_equal(mkdir(mem_format(session->ctx, "%s/bin",
	    session->home), 0700), 0);
	assert_int_equal(system(mem_format(session->ctx,
	    "ln -s \"$STRIGIL\" '%s/bin/strigil'", session->home)), 0);
}

static void
test_session(void **state)
{
	const char *name = *state;
	struct session session = { .ctx = mem_context(NULL) };
	char *keys = source_path(session.ctx, mem_format(session.ctx,
	    "tests/sessions/%s.keys", name));
	char *screen = source_path(session.ctx, mem_format(session.ctx,
	    "tests/sessions/%s.screen", name)), *want;
	char *script = file_text(session.ctx, keys);

	assert_non_null(script);
	make_home(&session, name);
	play(&session, script);
	if (getenv("UPDATE") != NULL) {
		write_golden(screen, buf_string(&session.out));
	} else {
		want = file_text(session.ctx, screen);
		assert_non_null(want);
		compare_screens(name, buf_string(&session.out), want);
	}
	mem_free(session.ctx);
}

int
main(void)
{
	static char course[] = "course", desk[] = "desk", undo[] = "undo",
	    two[] = "two-sessions", resumed[] = "resumed";
	const struct CMUnitTest tests[] = {
		{ "course", test_session, NULL, NULL, course },
		{ "desk", test_session, NULL, NULL, desk },
		{ "undo", test_session, NULL, NULL, undo },
		{ "two-sessions", test_session, NULL, NULL, two },
		{ "resumed", test_session, NULL, NULL, resumed },
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
