/*
 * The browser in a real terminal: start, keys, sizes, types, all ways to end.
 */
#include "support.h"
#include "terminal.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/text.h"

enum { PATIENCE = 20000 };


/* Starts the program with a query; waits for the first screen. */
static struct terminal *
browse(int rows, int columns, const char *type, const char *query,
    const char *const env[])
{
	const char *const argv[] = { getenv("STRIGIL"), "--fresh", query,
	    NULL };
	struct terminal *t = terminal_start(rows, columns, type, argv, env);

	assert_non_null(t);
	return t;
}

static struct terminal *
start(int rows, int columns, const char *query)
{
	struct terminal *t = browse(rows, columns, "xterm-256color", query,
	    NULL);

	assert_true(terminal_settle(t, PATIENCE));
	/* The first screen is a line to type into. */
	if (*query == '\0') {
		assert_true(terminal_type(t, "<Esc>"));
		assert_true(terminal_settle(t, PATIENCE));
	}
	return t;
}

static void
type(struct terminal *t, const char *keys)
{
	assert_true(terminal_type(t, keys));
	assert_true(terminal_settle(t, PATIENCE));
}

static void
expect(struct terminal *t, const char *text)
{
	if (terminal_find(t, text, NULL, NULL))
		return;
	terminal_dump(t, stderr);
	fail_msg("\"%s\" is not on the screen", text);
}

/* Quits with "Q"; everything written must have been allowed on a terminal. */
static void
quit(struct terminal *t)
{
	const char *wrong;

	assert_true(terminal_type(t, "Q"));
	assert_true(terminal_ended(t, PATIENCE, NULL));
	wrong = terminal_forbidden(t, 0, false);
	if (wrong != NULL)
		fail_msg("%s", wrong);
	assert_false(terminal_is_alternate(t));
	assert_int_equal(terminal_finish(t, PATIENCE), 0);
}

static void
test_search_open_read_and_back(void **state)
{
	struct terminal *t = start(24, 80, "");
	int links;

	(void)state;
	assert_true(terminal_is_alternate(t));
	expect(t, "119 works");
	type(t, "/tennis elbow");
	expect(t, "Lateral epicondylalgia (condition)");
	expect(t, "[4 works]");
	type(t, "<Enter>");
	expect(t, "Enter for the evidence");
	type(t, "<Enter>");
	expect(t, "Works, in reading order");
	type(t, "h");
	expect(t, "[4 works]");
	type(t, "g<Enter>");
	expect(t, "Wallis et al. 2024");
	expect(t, "level 2");
	type(t, "h");
	expect(t, "[4 works]");
	/* Skip the links of the answer. */
	for (links = 0; links < 20 && !terminal_find(t, "claims]", NULL,
	    NULL); links++)
		type(t, "<Tab>");
	expect(t, "claims]");
	type(t, "?");
	expect(t, "Keys");
	type(t, "q");
	expect(t, "claims]");
	quit(t);
}

/* The command acts as the key does, and reports the result. */
static void
test_the_command_note_opens_the_editor(void **state)
{
	char *home = mem_format(NULL, "XDG_DATA_HOME=%s/noted",
	    scratch_directory());
	const char *const edits[] = { "EDITOR=f() { echo no sham >>\"$1\"; "
	    "}; f", "VISUAL=", home, NULL };
	const char *const fails[] = { "EDITOR=false", "VISUAL=", home, NULL };
	const char *const argv[] = { getenv("STRIGIL"), "note",
	    "crothers-2016", NULL };
	const char *const shows[] = { getenv("STRIGIL"), "--no-pager", "note",
	    NULL };
	struct terminal *t = terminal_start(24, 80, "xterm", argv, edits);

	(void)state;
	assert_non_null(t);
	assert_int_equal(terminal_finish(t, PATIENCE), 0);
	t = terminal_start(24, 80, "xterm", argv, fails);
	assert_non_null(t);
	assert_true(terminal_ended(t, PATIENCE, NULL));
	expect(t, "nothing was changed");
	assert_int_equal(terminal_finish(t, PATIENCE), 2);
	t = terminal_start(24, 80, "xterm", shows, fails);
	assert_non_null(t);
	assert_true(terminal_ended(t, PATIENCE, NULL));
	expect(t, "no sham");
	assert_int_equal(terminal_finish(t, PATIENCE), 0);
	mem_free(home);
}

/*
 * What was written in the editor is not lost where it cannot be saved.  The
 * first time, the editor puts a directory in the place of the notes.
 */
static void
test_an_unsaved_note_is_kept(void **state)
{
	char *home = mem_format(NULL, "XDG_DATA_HOME=%s/unsaved",
	    scratch_directory());
	char *notes = mem_format(NULL, "%s/unsaved/strigil/notes.xml",
	    scratch_directory());
	const char *const env[] = { "EDITOR=f() { echo long thoughts >>\"$1\"; "
	    "cd \"$XDG_DATA_HOME\"/strigil; mkdir once && mkdir notes.xml; "
	    "true; }; mkdir -p \"$XDG_DATA_HOME\"/strigil; f", "VISUAL=", home,
	    NULL };
	const char *const argv[] = { getenv("STRIGIL"), "note",
	    "crothers-2016", NULL };
	struct terminal *t = terminal_start(24, 80, "xterm", argv, env);
	struct err err = ERR_INIT;
	char *text;

	(void)state;
	assert_non_null(t);
	assert_true(terminal_ended(t, PATIENCE, NULL));
	expect(t, "cannot write");
	expect(t, "this is its text:");
	expect(t, "long thoughts");
	assert_int_equal(terminal_finish(t, PATIENCE), 2);
	assert_int_equal(rmdir(notes), 0);
	assert_int_equal(rmdir(mem_format(home, "%s/unsaved/strigil/once",
	    scratch_directory())), 0);
	t = browse(24, 80, "xterm-256color", "work/crothers-2016", env);
	assert_true(terminal_settle(t, PATIENCE));
	type(t, "e");
	expect(t, "cannot write");
	assert_int_equal(rmdir(notes), 0);
	type(t, "e");
	quit(t);
	assert_int_equal(file_read(home, notes, 4096, &text, &err), FILE_READ);
	text = strstr(text, "long thoughts");
	assert_non_null(text);
	assert_non_null(strstr(text + 1, "long thoughts"));
	mem_free(notes);
	mem_free(home);
}

/*
 * Opens one by name, and the next on the shelf; a wrong name changes nothing.
 */
static void
test_another_bibliography_is_opened(void **state)
{
	struct terminal *t = start(24, 80, "pain");

	(void)state;
	type(t, ":bibliography insomnia<Enter>");
	expect(t, "Now open: ");
	type(t, ":search melatonin<Enter>");
	expect(t, "melatonin");
	type(t, ":bibliography nosuch<Enter>");
	expect(t, "No such bibliography");
	type(t, ":search valerian<Enter>");
	expect(t, "alerian");
	type(t, ":bibliography<Enter>");
	expect(t, "Now open: ");
	quit(t);
}

static void
test_cursor_stands_on_the_selected_row(void **state)
{
	struct terminal *t = start(24, 80, "graston");
	struct terminal_cursor cursor = terminal_cursor(t);
	int row = cursor.row;

	(void)state;
	assert_true(strncmp(terminal_row(t, row), ">", 1) == 0);
	type(t, "j<Down>j");
	cursor = terminal_cursor(t);
	assert_int_equal(cursor.row, row + 3);
	assert_true(strncmp(terminal_row(t, cursor.row), ">", 1) == 0);
	assert_true(terminal_at(t, cursor.row, 10).reverse);
	type(t, "/x");
	cursor = terminal_cursor(t);
	assert_int_equal(cursor.row, 1);
	assert_int_equal(cursor.column, 3 + 1);
	type(t, "<Esc>");
	quit(t);
}

/*
 * The editor gets the note and the terminal; the edited text becomes the note.
 */
static void
test_a_note_is_written_in_the_editor(void **state)
{
	char *home = mem_format(NULL, "XDG_DATA_HOME=%s/desk",
	    scratch_directory());
	const char *const env[] = { "EDITOR=f() { cat \"$1\"; echo edited "
	    "once more >>\"$1\"; }; f", "VISUAL=", home, NULL };
	struct terminal *t = browse(24, 80, "xterm-256color",
	    "work/crothers-2016", env);

	(void)state;
	assert_true(terminal_settle(t, PATIENCE));
	type(t, "eG");
	expect(t, "Your notes");
	expect(t, "edited once more");
	type(t, "eG");
	expect(t, "edited once more");
	type(t, "ma:add week-1<Enter>");
	quit(t);
	t = browse(24, 80, "xterm-256color", "list/week-1", env);
	assert_true(terminal_settle(t, PATIENCE));
	expect(t, "1. Crothers et al. 2016");
	type(t, "'a");
	expect(t, "Crothers et al. 2016");
	quit(t);
	mem_free(home);
}

/* The number of bytes that the program writes for some keys. */
static size_t
cost(struct terminal *t, const char *keys)
{
	size_t before = terminal_bytes(t);

	type(t, keys);
	return terminal_bytes(t) - before;
}

/* The most that a slow line should carry (see ui-conventions, 7.5). */
enum {
	START_BYTES = 6144,
	SCREEN_BYTES = 3072,
	MOVE_BYTES = 360,	/* for the bar of the whole row */
	SLOW_MOVE_BYTES = 200	/* with --slow: for its first columns */
};

/*
 * The number of bytes for the most expensive of some keys; fails if over
 * `most`.
 */
static size_t
dearest(struct terminal *t, const char *const keys[], size_t most)
{
	size_t highest = 0, n;

	for (; *keys != NULL; keys++) {
		n = cost(t, *keys);
		highest = n > highest ? n : highest;
		if (n > most)
			fail_msg("%s: %zu bytes", *keys, n);
	}
	return highest;
}

static const char *const moves[] = { "j", "k", "<Down>", "<Up>", "j", "j", "j",
    "j", NULL };

static void
test_few_bytes_are_sent_when_slow(void **state)
{
	const char *const argv[] = { getenv("STRIGIL"), "--fresh", "--slow",
	    "gua sha pain", NULL };
	struct terminal *t = terminal_start(24, 80, "xterm-256color", argv,
	    NULL);

	(void)state;
	assert_true(terminal_settle(t, PATIENCE));
	print_message("# move with --slow %zu bytes\n", dearest(t, moves,
	    SLOW_MOVE_BYTES));
	quit(t);
}

static void
test_few_bytes_are_sent(void **state)
{
	static const char *const queries[] = { "", "gua sha pain",
	    "graston technique soft tissue", "claim scar" };
	static const char *const screens[] = { "<PgDn>", "G", "g", "<Tab>",
	    "<Tab>", "<Enter>", "<Space>", "<Space>", "h", "f", "q", "m", "q",
	    "p", "q", "?", "q", "/heel", "<Esc>", "i", "h", "T", "h", "C",
	    "h", "W", "h", "S", "h", "t", "t", "t", "t", NULL };
	size_t moved = 0, shown = 0, started = 0, n, i;
	struct terminal *t;

	(void)state;
	for (i = 0; i < sizeof(queries) / sizeof(queries[0]); i++) {
		t = start(24, 80, queries[i]);
		n = terminal_bytes(t);
		started = n > started ? n : started;
		n = dearest(t, moves, MOVE_BYTES);
		moved = n > moved ? n : moved;
		n = dearest(t, screens, SCREEN_BYTES);
		shown = n > shown ? n : shown;
		quit(t);
	}
	assert_true(started <= START_BYTES);
	print_message("# start %zu, move %zu, screen %zu bytes\n", started,
	    moved, shown);
}

/*
 * The number of write() calls of a process so far, to any file; -1 if the
 * system does not report it.
 */
static long
writes_of(struct terminal *t)
{
	char path[64], line[64];
	long n = -1;
	FILE *file;

	(void)snprintf(path, sizeof(path), "/proc/%ld/io",
	    (long)terminal_process(t));
	file = fopen(path, "r");
	while (file != NULL && fgets(line, sizeof(line), file) != NULL)
		(void)sscanf(line, "syscw: %ld", &n);
	if (file != NULL)
		(void)fclose(file);
	return n;
}

enum { START_WRITES = 8, KEY_WRITES = 3 };

/* Over a network each write may be a separate packet. */
static void
test_few_writes_are_made(void **state)
{
	static const char *const keys[] = { "/", "g", "u", "a", "<Enter>", "j",
	    "<Enter>", "<PgDn>", "h", "?", "q", "m", "l", "q", NULL };
	struct terminal *t = start(24, 80, "gua sha");
	long before = writes_of(t), now;
	size_t i;

	(void)state;
	if (before < 0)
		print_message("# /proc/PID/io is missing\n");
	else if (before > START_WRITES)
		fail_msg("first screen: %ld writes", before);
	for (i = 0; before >= 0 && keys[i] != NULL; i++) {
		type(t, keys[i]);
		now = writes_of(t);
		if (now - before > KEY_WRITES)
			fail_msg("%s: %ld writes", keys[i], now - before);
		before = now;
	}
	quit(t);
}

/* The first session shows a hint; later ones do not. */
static void
test_the_first_session_has_a_hint_once(void **state)
{
	char *first = mem_format(NULL, "%s/first", scratch_directory());
	struct terminal *t;

	(void)state;
	(void)setenv("XDG_STATE_HOME", first, 1);
	mem_free(first);
	t = browse(24, 80, "xterm-256color", "", NULL);
	assert_true(terminal_settle(t, PATIENCE));
	expect(t, "Welcome. Type words");
	type(t, "<Esc>");
	quit(t);
	t = browse(24, 80, "xterm-256color", "", NULL);
	assert_true(terminal_settle(t, PATIENCE));
	assert_false(terminal_find(t, "Welcome.", NULL, NULL));
	type(t, "<Esc>");
	quit(t);
	(void)setenv("XDG_STATE_HOME", scratch_directory(), 1);
}

/* Nothing is sent while the user does nothing. */
static void
test_nothing_moves_on_its_own(void **state)
{
	struct terminal *t = start(24, 80, "gua sha");
	size_t before = terminal_bytes(t), n;
	double cpu = terminal_cpu(t);

	(void)state;
	assert_false(terminal_ended(t, 1200, NULL));
	(void)terminal_raw(t, before, &n);
	assert_int_equal(n, 0);
	assert_true(terminal_cpu(t) - cpu < 0.02);
	quit(t);
}

/*
 * Text typed all at once, as by a paste, finds the same as text typed slowly.
 */
static void
test_keys_typed_ahead_are_all_taken(void **state)
{
	static const char keys[] = "\r/fascia\033";
	struct terminal *t = start(24, 80, "");

	(void)state;
	assert_true(terminal_send(t, keys, strlen(keys)));
	assert_true(terminal_settle(t, PATIENCE));
	type(t, "<Esc>");
	type(t, "q");
	expect(t, "119 works");
	type(t, "/heel pain<Enter>jj<Enter>hh/");
	type(t, "<Esc>");
	quit(t);
}

static void
test_any_size_and_storms_of_sizes(void **state)
{
	static const int sizes[][2] = { { 10, 40 }, { 1, 1 }, { 50, 200 },
	    { 24, 80 }, { 3, 300 }, { 200, 20 }, { 12, 40 } };
	struct terminal *t = start(24, 80, "crothers");
	int round;
	size_t i;

	(void)state;
	for (round = 0; round < 8; round++)
		for (i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++)
			terminal_resize(t, sizes[i][0], sizes[i][1]);
	assert_true(terminal_settle(t, PATIENCE));
	expect(t, "/ crothers");
	type(t, "<Enter>");
	terminal_resize(t, 50, 200);
	assert_true(terminal_settle(t, PATIENCE));
	expect(t, "Crothers et al. 2016");
	terminal_resize(t, 1, 1);
	assert_true(terminal_settle(t, PATIENCE));
	terminal_resize(t, 24, 80);
	assert_true(terminal_settle(t, PATIENCE));
	expect(t, "Crothers et al. 2016");
	quit(t);
}

static void
test_types_of_terminal(void **state)
{
	static const char *const types[] = { "vt100", "xterm", "screen",
	    "screen-256color", "linux", "ansi", "xterm-unknown",
	    "nonexistent" };
	struct terminal *t;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
		t = browse(24, 80, types[i], "tennis elbow", NULL);
		assert_true(terminal_settle(t, PATIENCE));
		expect(t, "[4 works]");
		assert_true(terminal_type(t, "gj"));
		assert_true(terminal_settle(t, PATIENCE));
		expect(t, "> 2   pRCT    27");
		assert_true(terminal_type(t, "q"));
		assert_true(terminal_ended(t, PATIENCE, NULL));
		assert_false(terminal_find(t, "q quit", NULL, NULL));
		assert_int_equal(terminal_finish(t, PATIENCE), 0);
	}
}

/* Without a usable screen, the program says so and continues in line mode. */
static void
test_terminals_that_cannot(void **state)
{
	static const char *const types[] = { "dumb", "", NULL };
	struct terminal *t;
	size_t i;

	(void)state;
	for (i = 0; i < 3; i++) {
		t = browse(24, 80, types[i], "crothers", NULL);
		assert_true(terminal_settle(t, PATIENCE));
		expect(t, "level 2, randomised");
		expect(t, "line mode");
		assert_true(terminal_send(t, "1\n", 2));
		assert_true(terminal_settle(t, PATIENCE));
		expect(t, "Id: crothers-2016");
		assert_true(terminal_send(t, "q\nq\n", 4));
		assert_true(terminal_ended(t, PATIENCE, NULL));
		assert_null(terminal_forbidden(t, 0, false));
		assert_int_equal(terminal_finish(t, PATIENCE), 0);
	}
}

static void
test_no_colour_and_other_locales(void **state)
{
	const char *const plain[] = { "NO_COLOR=1", "LC_ALL=C", NULL };
	struct terminal *t = browse(24, 80, "xterm-256color", "vardiman",
	    plain);
	size_t n, i;
	const char *raw;

	(void)state;
	assert_true(terminal_settle(t, PATIENCE));
	expect(t, "Vardiman");
	type(t, "<Enter>");
	raw = terminal_raw(t, 0, &n);
	for (i = 0; i < n; i++)
		assert_true((unsigned char)raw[i] < 0x80);
	assert_null(strstr(raw, "\033[31m"));
	quit(t);
}

/* The text of the whole screen, owned by `ctx`. */
static char *
screen_text(const void *ctx, struct terminal *t)
{
	struct buf out = { .data = NULL };
	int row;

	for (row = 0; row < 24; row++)
		buf_format(ctx, &out, "%s\n", terminal_row(t, row));
	return out.data;
}

/*
 * Whether all cells have the terminal's own background and, if `mono`, its own
 * colour.
 */
static bool
is_plain(struct terminal *t, bool mono)
{
	struct terminal_cell cell;
	int row, column;

	for (row = 0; row < 24; row++)
		for (column = 0; column < 80; column++) {
			cell = terminal_at(t, row, column);
			if ((mono && cell.foreground != TERMINAL_DEFAULT) ||
			    cell.background != TERMINAL_DEFAULT)
				return false;
		}
	return true;
}

/* Every theme shows the same text; the background is always the terminal's. */
static void
test_colours_tell_nothing(void **state)
{
	static const char *const themes[] = { "default", "light", "dark",
	    "contrast", "mono" };
	static const char *const walk[] = { "", "<Tab>", "<Enter>", "G", "q",
	    "<Tab>", "<Enter>", "q", "f", "q", "m", "q", "p", "q", "?" };
	void *ctx = mem_context(NULL);
	char *want[15], *keys;
	struct terminal *t;
	size_t i, j;

	(void)state;
	for (i = 0; i < 5; i++) {
		t = start(24, 80, "heel pain");
		keys = mem_format(ctx, ":theme %s<Enter>", themes[i]);
		type(t, keys);
		for (j = 0; j < sizeof(walk) / sizeof(walk[0]); j++) {
			type(t, walk[j]);
			if (i == 0)
				want[j] = screen_text(ctx, t);
			else
				assert_string_equal(screen_text(ctx, t),
				    want[j]);
			assert_true(is_plain(t, text_same(themes[i],
			    "mono")));
		}
		quit(t);
	}
	mem_free(ctx);
}

/*
 * An arrow key that arrives in pieces is still an arrow key, whatever its
 * letter does.
 */
static void
test_torn_keys_do_no_harm(void **state)
{
	const char *const slow[] = { "ESCDELAY=2000", NULL };
	struct terminal *t = start(24, 80, "gua sha");
	int row = terminal_cursor(t).row;

	(void)state;
	type(t, "j");
	assert_true(terminal_send(t, "\033", 1));
	assert_true(terminal_settle(t, PATIENCE));
	assert_true(terminal_send(t, "[B", 2));
	assert_true(terminal_settle(t, PATIENCE));
	expect(t, "[15 works]");
	assert_int_equal(terminal_cursor(t).row, row + 2);
	type(t, "<Esc>j");
	assert_int_equal(terminal_cursor(t).row, row + 3);
	quit(t);
	t = browse(24, 80, "xterm-256color", "gua sha", slow);
	assert_true(terminal_settle(t, PATIENCE));
	assert_int_equal(terminal_cursor(t).row, row);
	assert_true(terminal_send(t, "\033OB", 3));
	assert_true(terminal_settle(t, PATIENCE));
	assert_int_equal(terminal_cursor(t).row, row + 1);
	quit(t);
}

/* Settings for a separate run; owned by `ctx`. */
static const char *
configured(const void *ctx, const char *text)
{
	char *home = mem_format(ctx, "%s/config-%zu", getenv("TMPDIR"),
	    strlen(text));
	char *path = mem_format(ctx, "%s/strigil", home);
	FILE *file;

	assert_int_equal(mkdir(home, 0700), 0);
	assert_int_equal(mkdir(path, 0700), 0);
	file = fopen(mem_format(ctx, "%s/strigil.conf", path), "we");
	assert_non_null(file);
	assert_true(fprintf(file, "%s\n", text) > 0);
	assert_int_equal(fclose(file), 0);
	return mem_format(ctx, "XDG_CONFIG_HOME=%s", home);
}

/*
 * The mouse is off by default; if on, clicks select and open, and the wheel
 * moves.
 */
static void
test_mouse(void **state)
{
	void *ctx = mem_context(NULL);
	const char *const env[] = { configured(ctx, "mouse no"), NULL };
	struct terminal *t = browse(24, 80, "xterm-256color", "gua sha", env);
	char click[64], wheel[32];
	size_t n;
	int row;

	(void)state;
	assert_true(terminal_settle(t, PATIENCE));
	assert_null(strstr(terminal_raw(t, 0, &n), "1000h"));
	quit(t);
	t = start(24, 80, "gua sha");
	assert_non_null(strstr(terminal_raw(t, 0, &n), "1000h"));
	row = terminal_cursor(t).row;
	(void)snprintf(click, sizeof(click), "\033[<0;10;%dM\033[<0;10;%dm",
	    row + 3, row + 3);
	(void)snprintf(wheel, sizeof(wheel), "\033[<65;10;%dM", row + 3);
	assert_true(terminal_send(t, click, strlen(click)));
	assert_true(terminal_settle(t, PATIENCE));
	assert_int_equal(terminal_cursor(t).row, row + 2);
	assert_true(terminal_send(t, wheel, strlen(wheel)));
	assert_true(terminal_settle(t, PATIENCE));
	assert_int_equal(terminal_cursor(t).row, row + 3);
	assert_true(terminal_send(t, click, strlen(click)));
	assert_true(terminal_send(t, click, strlen(click)));
	assert_true(terminal_settle(t, PATIENCE));
	expect(t, "Artioli & Bertolini 2019");
	quit(t);
	mem_free(ctx);
}

/* Pasted text runs no keys, whatever it contains. */
static void
test_paste(void **state)
{
	static const char paste[] = "\033[200~qQ:quit\r\033[201~";
	struct terminal *t = start(24, 80, "gua sha");
	size_t n;

	(void)state;
	assert_non_null(strstr(terminal_raw(t, 0, &n), "\033[?2004h"));
	assert_true(terminal_send(t, paste, strlen(paste)));
	assert_true(terminal_settle(t, PATIENCE));
	expect(t, "/ qQ:quit");
	type(t, "<Esc>");
	expect(t, "[15 works]");
	type(t, "/<C-u>");
	assert_true(terminal_send(t, paste, strlen(paste)));
	assert_true(terminal_settle(t, PATIENCE));
	expect(t, "/ qQ:quit");
	type(t, "<Esc>");
	quit(t);
}

/* OSC 52; inside tmux it is sent to tmux and, wrapped, to the terminal. */
static void
test_copying_goes_through_the_terminal(void **state)
{
	const char *const tmux[] = { "TMUX=/tmp/tmux-0/default,1,0", NULL };
	static const char doi[] = "\033]52;c;MTAuMTE4Ni9zMTI5OTgtMDE2LTAwOTYt"
	    "OQ==\a";
	struct terminal *t = start(24, 80, "crothers");
	const char *raw;
	size_t n;

	(void)state;
	type(t, "yd");
	assert_non_null(strstr(terminal_raw(t, 0, &n), doi));
	expect(t, "DOI copied (if your terminal allows it)");
	/* All of these, typed ahead, are sent. */
	n = terminal_bytes(t);
	assert_true(terminal_send(t, "ydynyd", 6));
	assert_true(terminal_settle(t, PATIENCE));
	raw = strstr(terminal_raw(t, n, &n), doi);
	assert_non_null(raw);
	assert_non_null(strstr(raw + 1, doi));
	assert_null(terminal_forbidden(t, 0, true));
	assert_true(terminal_type(t, "Q"));
	assert_int_equal(terminal_finish(t, PATIENCE), 0);
	t = browse(24, 80, "xterm-256color", "crothers", tmux);
	assert_true(terminal_settle(t, PATIENCE));
	type(t, "yd");
	raw = strstr(terminal_raw(t, 0, &n), doi);
	assert_non_null(raw);
	assert_non_null(strstr(raw, "\033Ptmux;\033\033]52;c;"));
	assert_true(terminal_type(t, "Q"));
	assert_int_equal(terminal_finish(t, PATIENCE), 0);
}

/* A command gets the page, and the browser then returns unchanged. */
static void
test_pipe_and_opener(void **state)
{
	void *ctx = mem_context(NULL);
	const char *const env[] = { configured(ctx, "opener echo >opened"),
	    NULL };
	const char *const shared[] = { "STRIGIL_RESTRICTED=1", env[0], NULL };
	struct terminal *t = browse(24, 80, "xterm-256color", "crothers",
	    env);

	(void)state;
	assert_true(terminal_settle(t, PATIENCE));
	type(t, "|grep Level<Enter>");
	expect(t, "Level           level 2");
	expect(t, "Press Enter to return");
	assert_false(terminal_is_alternate(t));
	type(t, "<Enter>");
	assert_true(terminal_is_alternate(t));
	expect(t, "Done.");
	type(t, "o");
	expect(t, "https://doi.org/10.1186/s12998-016-0096-9");
	assert_int_equal(access("opened", F_OK), 0);
	(void)unlink("opened");
	quit(t);
	t = browse(24, 80, "xterm-256color", "crothers", shared);
	assert_true(terminal_settle(t, PATIENCE));
	type(t, "|");
	expect(t, "Cannot run commands in restricted mode");
	type(t, "o");
	assert_int_equal(access("opened", F_OK), -1);
	quit(t);
	mem_free(ctx);
}

/* Typed lines and the user's position are there in the next run. */
static void
test_the_next_run_knows(void **state)
{
	const char *const again[] = { getenv("STRIGIL"), NULL };
	const char *const none[] = { "STRIGIL_RESTRICTED=1", NULL };
	struct terminal *t = start(24, 80, "");
	int row;

	(void)state;
	type(t, "/elbow pain<Enter>j:sort year<Enter>j");
	row = terminal_cursor(t).row;
	quit(t);
	t = terminal_start(24, 80, "xterm-256color", again, NULL);
	assert_true(terminal_wait(t, "list of: elbow pain", PATIENCE));
	expect(t, "sorted by year");
	type(t, "<Esc>");
	expect(t, "/ elbow pain");
	assert_int_equal(terminal_cursor(t).row, row);
	type(t, ":<Up>");
	expect(t, ":sort year");
	type(t, "<Esc>/<C-u>el<Up>");
	expect(t, "/ elbow pain");
	type(t, "<Esc>");
	quit(t);
	t = terminal_start(24, 80, "xterm-256color", again, none);
	assert_true(terminal_wait(t, "sorted by level", PATIENCE));
	type(t, "/<Up>");
	assert_false(terminal_find(t, "/ elbow pain", NULL, NULL));
	type(t, "<Esc>");
	quit(t);
}

static void
write_work(const char *path, const char *title)
{
	FILE *file = fopen(path, "we");

	assert_non_null(file);
	assert_true(fprintf(file, "<bibliography xmlns=\"urn:strigil:"
	    "bibliography:2\"><work id=\"x-2020\" type=\"article\"><title>"
	    "%s</title><design>design-not-known</design></work>"
	    "</bibliography>\n", title) > 0);
	assert_int_equal(fclose(file), 0);
}

/*
 * R shows the current content of the file; if the file is gone, nothing
 * changes.
 */
static void
test_reload(void **state)
{
	void *ctx = mem_context(NULL);
	char *path = mem_format(ctx, "%s/changing.xml", getenv("TMPDIR"));
	const char *const argv[] = { getenv("STRIGIL"), "--fresh", "-b", path,
	    NULL };
	struct terminal *t;

	(void)state;
	write_work(path, "Before");
	t = terminal_start(24, 80, "xterm-256color", argv, NULL);
	assert_true(terminal_wait(t, "Before", PATIENCE));
	write_work(path, "Meanwhile");
	assert_true(terminal_wait(t, "Press Esc, then R", PATIENCE));
	type(t, "<Esc>");
	write_work(path, "Afterwards");
	assert_true(terminal_wait(t, "changed on disk. Press R", PATIENCE));
	type(t, "R");
	expect(t, "Afterwards");
	expect(t, "Reloaded");
	type(t, "<Enter>");
	write_work(path, "At last");
	type(t, "<F5>");
	expect(t, "strigil  work");
	expect(t, "At last");
	assert_int_equal(unlink(path), 0);
	type(t, "R");
	expect(t, "Showing the previous version: ");
	type(t, "q");
	expect(t, "At last");
	quit(t);
	mem_free(ctx);
}

/*
 * Omitted records are reported on the last line, and listed with their places.
 */
static void
test_left_out(void **state)
{
	void *ctx = mem_context(NULL);
	char *path = mem_format(ctx, "%s/changing.xml", getenv("TMPDIR"));
	char *config = mem_format(ctx, "%s/reload.conf", getenv("TMPDIR"));
	const char *const argv[] = { getenv("STRIGIL"), "--fresh", "--config",
	    config, "-b", path, NULL };
	FILE *file = fopen(config, "we");
	struct terminal *t;

	(void)state;
	assert_non_null(file);
	assert_true(fputs("reload auto\n", file) >= 0);
	assert_int_equal(fclose(file), 0);
	write_work(path, "Before</title><outcome>mood</outcome><title>");
	t = terminal_start(24, 80, "xterm-256color", argv, NULL);
	assert_true(terminal_wait(t, "left out. Press E", PATIENCE));
	type(t, "<Esc>E");
	expect(t, "changing.xml:1:");
	type(t, "q");
	write_work(path, "After");
	assert_true(terminal_wait(t, "Reloaded", PATIENCE));
	expect(t, "After");
	write_work(path, "Wrong</title><design>rct</design><title>");
	assert_true(terminal_wait(t, "left out (E lists all): changing.xml:1: ",
	    PATIENCE));
	quit(t);
	mem_free(ctx);
}

/* Changes from the screen to line mode, at the same place. */
static void
test_linear_from_the_browser(void **state)
{
	struct terminal *t = start(24, 80, "crothers");

	(void)state;
	type(t, "<Enter>:linear<Enter>");
	assert_false(terminal_is_alternate(t));
	type(t, "h<Enter>");
	expect(t, "1 work for: crothers");
	type(t, "/gua sha<Enter>");
	expect(t, "More: type next");
	type(t, "q<Enter>q<Enter>");
	assert_true(terminal_ended(t, PATIENCE, NULL));
	assert_int_equal(terminal_finish(t, PATIENCE), 0);
}

/*
 * A terminal type without an entry: the browser works, and then says what to
 * do.
 */
static void
test_help_for_a_missing_type(void **state)
{
	const char *const none[] = { "TERMINFO=/nonexistent", NULL };
	struct terminal *t = browse(24, 80, "xterm-kitty-nowhere", "gua sha",
	    none);

	(void)state;
	assert_true(terminal_settle(t, PATIENCE));
	expect(t, "[15 works]");
	assert_true(terminal_type(t, "q"));
	assert_true(terminal_ended(t, PATIENCE, NULL));
	expect(t, "infocmp -x | ssh HOST -- tic -x -");
	assert_int_equal(terminal_finish(t, PATIENCE), 0);
}

/*
 * A signal ends the program with 128 plus its number, and restores the
 * terminal.
 */
static void
test_signals_leave_the_terminal_as_it_was(void **state)
{
	static const int signals[] = { SIGTERM, SIGHUP, SIGQUIT };
	struct terminal *t;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(signals) / sizeof(signals[0]); i++) {
		t = start(24, 80, "pain");
		terminal_signal(t, signals[i]);
		assert_true(terminal_ended(t, PATIENCE, NULL));
		assert_false(terminal_is_alternate(t));
		assert_int_equal(terminal_finish(t, PATIENCE),
		    128 + signals[i]);
	}
}

/* In such builds the sanitizer handles crashes. */
static bool
is_sanitized(void)
{
	return getenv("ASAN_OPTIONS") != NULL ||
	    getenv("UBSAN_OPTIONS") != NULL;
}

static void
test_a_crash_leaves_the_terminal_as_it_was(void **state)
{
	struct terminal *t;

	(void)state;
	if (is_sanitized())
		return;
	t = start(24, 80, "pain");
	terminal_signal(t, SIGSEGV);
	assert_true(terminal_ended(t, PATIENCE, NULL));
	assert_false(terminal_is_alternate(t));
	assert_int_equal(terminal_finish(t, PATIENCE), 128 + SIGSEGV);
}

static void
test_a_dropped_connection_ends_it(void **state)
{
	struct terminal *t = start(24, 80, "pain");
	struct terminal_end end;

	(void)state;
	terminal_hang_up(t);
	assert_true(terminal_ended(t, PATIENCE, &end));
	assert_true(end.cpu_seconds < 5);
	(void)terminal_finish(t, PATIENCE);
}

/* A shell that records the settings of the terminal; NULL if there is none. */
static struct terminal *
start_shell(void)
{
	const char *const argv[] = { "bash", "--norc", "-i", NULL };
	const char *const env[] = { "PS1=shell> ", "HISTFILE=", NULL };
	struct terminal *t = terminal_start(24, 80, "xterm-256color", argv,
	    env);

	assert_non_null(t);
	if (!terminal_wait(t, "shell>", PATIENCE)) {
		(void)terminal_finish(t, 0);
		print_message("# no bash, not tested\n");
		return NULL;
	}
	type(t, "stty -a >$TMPDIR/before<Enter>");
	return t;
}

/* Back in the shell, all settings are as before. */
static void
expect_as_it_was(struct terminal *t)
{
	assert_true(terminal_wait(t, "shell>", PATIENCE));
	assert_false(terminal_is_alternate(t));
	assert_true(terminal_cursor(t).visible);
	type(t, "clear; stty -a | cmp - $TMPDIR/before && echo as it was"
	    "<Enter>");
	assert_true(terminal_wait(t, "as it was", PATIENCE));
	type(t, "clear<Enter>");
}

/* ^Z stops the program; "fg" restores the same screen. */
static void
test_suspend_and_resume(void **state)
{
	struct terminal *t = start_shell();

	(void)state;
	if (t == NULL)
		return;
	type(t, "\"$STRIGIL\" tennis elbow<Enter>");
	expect(t, "[4 works]");
	type(t, "j<C-z>");
	assert_true(terminal_wait(t, "Stopped", PATIENCE));
	expect_as_it_was(t);
	type(t, "fg<Enter>");
	assert_true(terminal_wait(t, "[4 works]", PATIENCE));
	assert_true(terminal_is_alternate(t));
	type(t, "Q");
	expect_as_it_was(t);
	type(t, "exit<Enter>");
	(void)terminal_finish(t, PATIENCE);
}

/* Sends a signal to the program that the shell has started. */
static void
signal_child(int number)
{
	void *ctx = mem_context(NULL);
	char *text = file_text(ctx, mem_format(ctx, "%s/pid",
	    getenv("TMPDIR")));

	assert_non_null(text);
	assert_int_equal(kill((pid_t)atoi(text), number), 0);
	mem_free(ctx);
}

/* However the program ends, the shell finds the terminal unchanged. */
static void
test_every_end_gives_the_terminal_back(void **state)
{
	static const int signals[] = { SIGTERM, SIGHUP, SIGQUIT, SIGSEGV,
	    SIGABRT };
	struct terminal *t = start_shell();
	size_t i;

	(void)state;
	for (i = 0; t != NULL && i < sizeof(signals) / sizeof(signals[0]);
	    i++) {
		if (i > 2 && is_sanitized())
			break;
		type(t, "sh -c 'echo $$ >$TMPDIR/pid; exec \"$STRIGIL\" "
		    "--fresh gua sha'<Enter>");
		assert_true(terminal_wait(t, "[15 works]", PATIENCE));
		type(t, "/pain");
		signal_child(signals[i]);
		expect_as_it_was(t);
	}
	if (t == NULL)
		return;
	type(t, "exit<Enter>");
	(void)terminal_finish(t, PATIENCE);
}

/* Replaces "\\x1b" by that byte. */
static char *
unescape(const void *ctx, const char *text)
{
	struct buf out = { .data = NULL };
	unsigned byte;
	char c;

	for (; *text != '\0'; text++) {
		c = *text;
		if (sscanf(text, "\\x%2x", &byte) == 1) {
			c = (char)byte;
			text += 3;
		}
		buf_add(ctx, &out, &c, 1);
	}
	return out.data;
}

/* What tests/hostile/env.txt expects: the browser as usual, or line mode. */
static void
check_environment(void *ctx, const char *line)
{
	struct list env = { .at = NULL };
	struct terminal *t;
	char *copy = mem_text(ctx, line), *pair, *rest = NULL;
	const char *wrong;
	bool runs, linear;
	int status;

	for (pair = strtok_r(copy, "\t", &rest); pair != NULL;
	    pair = strtok_r(NULL, "\t", &rest))
		list_add(ctx, &env, unescape(ctx, pair));
	list_add(ctx, &env, NULL);
	t = browse(24, 80, "xterm-256color", "pain", (const char *const *)env.at);
	assert_true(terminal_settle(t, PATIENCE));
	runs = terminal_find(t, "sorted by", NULL, NULL);
	linear = terminal_find(t, "More: type next", NULL, NULL);
	if (runs)
		assert_true(terminal_type(t, "jjQ"));
	else if (linear)
		assert_true(terminal_send(t, "q\n", 2));
	if (!terminal_ended(t, PATIENCE, NULL)) {
		terminal_dump(t, stderr);
		fail_msg("%s: it does not end", line);
	}
	wrong = terminal_forbidden(t, 0, false);
	if (wrong != NULL)
		fail_msg("%s: %s", line, wrong);
	if (!runs && !linear && !terminal_find(t, "strigil: ", NULL, NULL))
		fail_msg("%s: it neither runs nor says why", line);
	status = terminal_finish(t, PATIENCE);
	if (status != (runs || linear ? 0 : 2))
		fail_msg("%s: exit status %d", line, status);
}

static void
test_hostile_environments(void **state)
{
	void *ctx = mem_context(NULL);
	char *text = file_text(ctx, source_path(ctx,
	    "tests/hostile/env.txt"));
	const char *s = text;
	char *line;
	size_t n = 0;

	(void)state;
	assert_non_null(text);
	while ((line = next_line(ctx, &s)) != NULL) {
		if (*line == '#' || *line == '\0')
			continue;
		check_environment(ctx, line);
		n++;
	}
	assert_true(n > 20);
	mem_free(ctx);
}

/* Records that would affect a terminal are shown without effect. */
static void
test_hostile_records(void **state)
{
	static const char *const files[] = { "e03-c1-csi", "e05-del-tab-nl",
	    "e06-bidi-override", "e07-zero-width", "e08-zalgo",
	    "e09-wide-emoji", "e10-rtl-legit", "e13-line-separators",
	    "e15-leading-combining" };
	void *ctx = mem_context(NULL);
	char *folder = mem_format(ctx, "%s/records", getenv("TMPDIR")), *path;
	struct terminal *t;
	size_t i;

	(void)state;
	if (system(mem_format(ctx, "mkdir '%s' && python3 '%s' small '%s' "
	    ">/dev/null", folder, source_path(ctx, "tests/hostile/gen.py"),
	    folder)) != 0)
		fail_msg("gen.py failed");
	for (i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
		path = mem_format(ctx, "%s/%s.xml", folder, files[i]);
		const char *const argv[] = { getenv("STRIGIL"), "--fresh",
		    "-b", path, NULL };

		t = terminal_start(24, 80, "xterm-256color", argv, NULL);
		assert_non_null(t);
		assert_true(terminal_wait(t, "1 work", PATIENCE));
		expect(t, "Smith");
		type(t, "/smith<Enter><Enter>");
		terminal_resize(t, 30, 100);
		type(t, "qhj|cat >/dev/null<Enter><Enter>");
		expect(t, "Smith");
		quit(t);
	}
	mem_free(ctx);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_search_open_read_and_back),
		cmocka_unit_test(test_a_note_is_written_in_the_editor),
		cmocka_unit_test(test_the_command_note_opens_the_editor),
		cmocka_unit_test(test_an_unsaved_note_is_kept),
		cmocka_unit_test(test_another_bibliography_is_opened),
		cmocka_unit_test(test_cursor_stands_on_the_selected_row),
		cmocka_unit_test(test_few_bytes_are_sent),
		cmocka_unit_test(test_few_bytes_are_sent_when_slow),
		cmocka_unit_test(test_the_first_session_has_a_hint_once),
		cmocka_unit_test(test_few_writes_are_made),
		cmocka_unit_test(test_nothing_moves_on_its_own),
		cmocka_unit_test(test_keys_typed_ahead_are_all_taken),
		cmocka_unit_test(test_any_size_and_storms_of_sizes),
		cmocka_unit_test(test_types_of_terminal),
		cmocka_unit_test(test_terminals_that_cannot),
		cmocka_unit_test(test_no_colour_and_other_locales),
		cmocka_unit_test(test_signals_leave_the_terminal_as_it_was),
		cmocka_unit_test(test_a_crash_leaves_the_terminal_as_it_was),
		cmocka_unit_test(test_a_dropped_connection_ends_it),
		cmocka_unit_test(test_suspend_and_resume),
		cmocka_unit_test(test_every_end_gives_the_terminal_back),
		cmocka_unit_test(test_torn_keys_do_no_harm),
		cmocka_unit_test(test_colours_tell_nothing),
		cmocka_unit_test(test_mouse),
		cmocka_unit_test(test_linear_from_the_browser),
		cmocka_unit_test(test_reload),
		cmocka_unit_test(test_left_out),
		cmocka_unit_test(test_paste),
		cmocka_unit_test(test_copying_goes_through_the_terminal),
		cmocka_unit_test(test_pipe_and_opener),
		cmocka_unit_test(test_the_next_run_knows),
		cmocka_unit_test(test_help_for_a_missing_type),
		cmocka_unit_test(test_hostile_environments),
		cmocka_unit_test(test_hostile_records),
	};

	if (getenv("STRIGIL") == NULL) {
		(void)printf("1..0 # SKIP STRIGIL does not name the program\n");
		return 0;
	}
	(void)setenv("TMPDIR", scratch_directory(), 1);
	(void)setenv("XDG_STATE_HOME", scratch_directory(), 1);
	(void)setenv("XDG_DATA_HOME", scratch_directory(), 1);
	(void)setenv("XDG_CONFIG_HOME", scratch_directory(), 1);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
