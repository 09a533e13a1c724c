/*
 * Terminal: a full-screen program under test, in a pseudo-terminal whose
 * screen libvterm keeps.
 *
 * When is a screen settled?  Not when an expected text is there, which may
 * have been there before the key, nor after some time, which is too short on
 * a busy machine and too long on all others.  A screen is settled when
 *
 *	- the program sleeps in a call that waits for the keyboard, or, with
 *	  threads, one of them does and the others wait for each other;
 *	- no byte is under way in either direction;
 *	- after keys were sent it has slept anew (its count of voluntary
 *	  context switches has changed), since keys travel through a work
 *	  queue of the kernel and "no key is queued" may be said too early;
 *	- no signal waits to be taken, since a program just woken by SIGWINCH
 *	  still looks asleep for some microseconds;
 *
 * and when all of this, looked at one after the other, still holds when
 * looked at again.  A wait with a time limit of less than
 * PROCESS_TICK_MS counts as work: so curses decides whether an ESC is a key of
 * its own.
 */
#include "terminal.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <utmp.h>

#include <vterm.h>

#include "forbidden.h"
#include "process.h"

enum {
	QUIET_MS = 200,		/* if /proc is not readable */
	PATIENCE_MS = 5000,	/* for settling before keys, and for a slow
				   reader */
	KEYS_MAX = 112,		/* bytes of keys sent at once */
	ROWS_MAX = 500,
	COLUMNS_MAX = 1000,
	FILES_MAX = 256		/* descriptors closed in the program */
};

/* A growing array of bytes, followed by a NUL. */
struct bytes {
	char	*at;
	size_t	 n;
	size_t	 room;
};

struct terminal {
	int			 master;	/* -1: hung up */
	int			 slave;		/* kept open for queries */
	pid_t			 pid;
	int			 rows;
	int			 columns;
	VTerm			*vt;
	VTermScreen		*screen;
	bool			 alternate;
	bool			 cursor_visible;
	struct bytes		 raw;		/* all that the program wrote */
	struct bytes		 lines[ROWS_MAX]; /* for terminal_row() */
	struct bytes		 note;		/* for terminal_forbidden() */
	int64_t			 touched;	/* time of the last byte */
	bool			 sent;		/* sent keys that may be
						   unread */
	pid_t			 sent_to;	/* foreground process at that
						   time */
	long			 sent_switches;	/* its context switches at
						   that time */
	bool			 ended;		/* the next two members say
						   how */
	int			 status;
	double			 cpu;
};

/* Time and memory. */

static int64_t
now_ms(void)
{
	struct timespec t;

	(void)clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* A test without memory cannot continue. */
static void *
need(void *p)
{
	if (p == NULL)
		abort();
	return p;
}

static void
bytes_add(struct bytes *b, const void *s, size_t n)
{
	if (b->n + n >= b->room) {
		b->room = (b->n + n + 1) * 2;
		b->at = need(realloc(b->at, b->room));
	}
	if (n > 0)
		memcpy(b->at + b->n, s, n);
	b->n += n;
	b->at[b->n] = '\0';
}

/* Reading what the program writes. */

/* Sends the replies of the emulator, such as the position of the cursor. */
static void
answer(struct terminal *t)
{
	char out[256];
	size_t n;

	while ((n = vterm_output_read(t->vt, out, sizeof(out))) > 0)
		if (write(t->master, out, n) < 0)
			return;
}

/* Waits at most `ms` for output; false if there was none. */
static bool
pump(struct terminal *t, int ms)
{
	struct pollfd p = { .fd = t->master, .events = POLLIN };
	char in[65536];
	ssize_t n;

	if (poll(&p, 1, ms) <= 0)
		return false;
	n = read(t->master, in, sizeof(in));
	if (n <= 0)
		return false;
	bytes_add(&t->raw, in, (size_t)n);
	(void)vterm_input_write(t->vt, in, (size_t)n);
	answer(t);
	t->touched = now_ms();
	return true;
}

/* Reads the available output, with a limit for programs that never stop. */
static void
drain(struct terminal *t)
{
	int i;

	for (i = 0; i < 100 && pump(t, 0); i++)
		;
}

/* Settling. */

/*
 * The process that reads the keys: the program, or the foreground job of a
 * shell.
 */
static pid_t
front(const struct terminal *t)
{
	pid_t pid = tcgetpgrp(t->master);

	return pid > 0 ? pid : t->pid;
}

/*
 * Whether no byte is in transit.  Polling also makes the kernel pass on the
 * bytes in its work queue, in both directions.
 */
static bool
is_empty(const struct terminal *t)
{
	struct pollfd p[2] = {
		{ .fd = t->master, .events = POLLIN },
		{ .fd = t->slave, .events = POLLIN }
	};
	int keys = 0, output = 0;

	return poll(p, 2, 0) == 0 &&
	    ioctl(t->slave, FIONREAD, &keys) == 0 && keys == 0 &&
	    ioctl(t->slave, TIOCOUTQ, &output) == 0 && output == 0;
}

static int64_t
quiet_ms(void)
{
	const char *s = getenv("TERMINAL_QUIET_MS");

	return s == NULL ? QUIET_MS : strtol(s, NULL, 10);
}

static bool
is_settled(struct terminal *t)
{
	pid_t pid = front(t);
	struct process_status before, after;

	if (!process_status(pid, &before) || process_look(pid) == LOOK_HIDDEN)
		return now_ms() - t->touched >= quiet_ms();
	if (t->sent && (pid != t->sent_to ||
	    before.switches != t->sent_switches))
		t->sent = false;
	return !t->sent && before.pending == 0 && is_empty(t) &&
	    process_look(pid) == LOOK_WAITING && is_empty(t) &&
	    process_look(pid) == LOOK_WAITING && process_status(pid, &after) &&
	    after.switches == before.switches && after.pending == 0 &&
	    front(t) == pid && is_empty(t);
}

/* Whether the program has ended; its status stays for terminal_ended(). */
static bool
has_ended(const struct terminal *t)
{
	siginfo_t info = { .si_pid = 0 };

	return t->ended || (waitid(P_PID, (id_t)t->pid, &info,
	    WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid != 0);
}

bool
terminal_settle(struct terminal *t, int ms)
{
	int64_t end = now_ms() + ms;

	do {
		drain(t);
		if (has_ended(t)) {
			drain(t);
			return true;
		}
		if (t->master < 0)
			return false;
		if (is_settled(t))
			return true;
		(void)pump(t, 1);
	} while (now_ms() < end);
	return false;
}

bool
terminal_wait(struct terminal *t, const char *text, int ms)
{
	int64_t end = now_ms() + ms, left = ms;

	do {
		if (terminal_settle(t, (int)left) &&
		    terminal_find(t, text, NULL, NULL))
			return true;
		if (has_ended(t))
			return false;
		(void)pump(t, 2);
		left = end - now_ms();
	} while (left > 0);
	return false;
}

/* Sending. */

/* Writes, and reads meanwhile, so that neither side blocks the other. */
static bool
write_all(struct terminal *t, const char *s, size_t n)
{
	int64_t end = now_ms() + PATIENCE_MS;
	ssize_t k;

	while (n > 0 && now_ms() < end && !has_ended(t)) {
		k = write(t->master, s, n);
		if (k < 0 && errno != EAGAIN && errno != EINTR)
			break;
		if (k <= 0) {
			(void)pump(t, 1);
			continue;
		}
		s += k;
		n -= (size_t)k;
		end = now_ms() + PATIENCE_MS;
		drain(t);
	}
	t->touched = now_ms();
	return n == 0;
}

bool
terminal_send(struct terminal *t, const void *bytes, size_t n)
{
	struct process_status status;

	(void)terminal_settle(t, PATIENCE_MS);
	t->sent_to = front(t);
	t->sent = n > 0 && process_status(t->sent_to, &status);
	t->sent_switches = t->sent ? status.switches : 0;
	return write_all(t, bytes, n);
}

static const struct {
	const char	*name;
	VTermKey	 key;
} keys[] = {
	{ "Enter", VTERM_KEY_ENTER },
	{ "Tab", VTERM_KEY_TAB },
	{ "BS", VTERM_KEY_BACKSPACE },
	{ "Esc", VTERM_KEY_ESCAPE },
	{ "Up", VTERM_KEY_UP },
	{ "Down", VTERM_KEY_DOWN },
	{ "Left", VTERM_KEY_LEFT },
	{ "Right", VTERM_KEY_RIGHT },
	{ "Ins", VTERM_KEY_INS },
	{ "Del", VTERM_KEY_DEL },
	{ "Home", VTERM_KEY_HOME },
	{ "End", VTERM_KEY_END },
	{ "PgUp", VTERM_KEY_PAGEUP },
	{ "PgDn", VTERM_KEY_PAGEDOWN },
};

static bool
is_name(const char *name, const char *s, size_t n)
{
	return strlen(name) == n && memcmp(name, s, n) == 0;
}

/* The key with this name, including "F5", or VTERM_KEY_NONE. */
static VTermKey
find_key(const char *s, size_t n)
{
	long number = *s == 'F' ? strtol(s + 1, NULL, 10) : 0;
	size_t i;

	if (number >= 1 && number <= 12)
		return (VTermKey)VTERM_KEY_FUNCTION(number);
	for (i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		if (is_name(keys[i].name, s, n))
			return keys[i].key;
	return VTERM_KEY_NONE;
}

/* Adds a named key: libvterm knows which mode the program asked for. */
static bool
add_named(struct terminal *t, struct bytes *out, const char *s, size_t n,
    VTermModifier modifier)
{
	VTermKey key = find_key(s, n);
	char sent[64];

	if (key == VTERM_KEY_NONE)
		return false;
	vterm_keyboard_key(t->vt, key, modifier);
	bytes_add(out, sent, vterm_output_read(t->vt, sent, sizeof(sent)));
	return true;
}

/* Adds a single character, or one of the two that have a name. */
static bool
add_plain(struct bytes *out, const char *s, size_t n, VTermModifier modifier)
{
	char c = n == 1 ? *s : is_name("Space", s, n) ? ' ' : '<';

	if (n != 1 && c != ' ' && !is_name("lt", s, n))
		return false;
	if (modifier & VTERM_MOD_CTRL)
		c = (char)(c & 0x1F);
	if (modifier & VTERM_MOD_ALT)
		bytes_add(out, "\033", 1);
	bytes_add(out, &c, 1);
	return true;
}

/* Parses the modifiers at the start of `*s`, and moves it past them. */
static VTermModifier
take_modifiers(const char **s, size_t *n)
{
	unsigned found = VTERM_MOD_NONE;

	while (*n > 2 && (*s)[1] == '-') {
		if (**s == 'C')
			found |= VTERM_MOD_CTRL;
		else if (**s == 'A')
			found |= VTERM_MOD_ALT;
		else if (**s == 'S')
			found |= VTERM_MOD_SHIFT;
		else
			break;
		*s += 2;
		*n -= 2;
	}
	return (VTermModifier)found;
}

/* Adds the key at the start of `s`; returns the rest, or NULL. */
static const char *
add_key(struct terminal *t, struct bytes *out, const char *s)
{
	const char *end = *s == '<' ? strchr(s, '>') : NULL;
	VTermModifier modifier;
	size_t n;

	if (*s != '<') {
		bytes_add(out, s, 1);
		return s + 1;
	}
	if (end == NULL)
		return NULL;
	s++;
	n = (size_t)(end - s);
	modifier = take_modifiers(&s, &n);
	if (!add_named(t, out, s, n, modifier) &&
	    !add_plain(out, s, n, modifier))
		return NULL;
	return end + 1;
}

/*
 * Keys are sent in small pieces and never split: a program that does not get
 * the rest of a key in time takes its ESC for a key.
 */
bool
terminal_type(struct terminal *t, const char *s)
{
	struct bytes out = { .at = NULL };
	size_t whole = 0;
	bool ok = true;

	(void)terminal_settle(t, PATIENCE_MS);
	while (ok && *s != '\0') {
		s = add_key(t, &out, s);
		if (s == NULL)
			break;
		if (out.n > KEYS_MAX) {
			ok = terminal_send(t, out.at, whole);
			memmove(out.at, out.at + whole, out.n - whole);
			out.n -= whole;
		}
		whole = out.n;
	}
	ok = ok && (whole == 0 || terminal_send(t, out.at, whole));
	free(out.at);
	return ok && s != NULL;
}

/* The screen. */

static int
colour(VTermColor c)
{
	if (VTERM_COLOR_IS_DEFAULT_FG(&c) || VTERM_COLOR_IS_DEFAULT_BG(&c))
		return TERMINAL_DEFAULT;
	if (VTERM_COLOR_IS_INDEXED(&c))
		return c.indexed.idx;
	return TERMINAL_RGB | c.rgb.red << 16 | c.rgb.green << 8 | c.rgb.blue;
}

static VTermScreenCell
cell_at(const struct terminal *t, int row, int column)
{
	VTermScreenCell cell;

	memset(&cell, 0, sizeof(cell));
	cell.width = 1;
	if (row >= 0 && row < t->rows && column >= 0 && column < t->columns)
		(void)vterm_screen_get_cell(t->screen,
		    (VTermPos){ .row = row, .col = column }, &cell);
	return cell;
}

static size_t
encode(char *out, uint32_t c)
{
	size_t n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4, i;

	for (i = n - 1; i > 0; i--) {
		out[i] = (char)(0x80 | (c & 0x3F));
		c >>= 6;
	}
	out[0] = (char)(n == 1 ? c : (0xF00U >> n & 0xF0) | c);
	return n;
}

/* The right half of a wide character contains -1 and has no text. */
static size_t
cell_text(char *out, const VTermScreenCell *cell)
{
	size_t n = 0, i;

	for (i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i] != 0 &&
	    cell->chars[i] != UINT32_MAX; i++)
		n += encode(out + n, cell->chars[i]);
	return n;
}

struct terminal_cell
terminal_at(const struct terminal *t, int row, int column)
{
	VTermScreenCell from = cell_at(t, row, column);
	struct terminal_cell cell = {
		.width = from.width,
		.bold = from.attrs.bold,
		.italic = from.attrs.italic,
		.underline = from.attrs.underline != 0,
		.blink = from.attrs.blink,
		.reverse = from.attrs.reverse,
		.foreground = colour(from.fg),
		.background = colour(from.bg)
	};

	static_assert(sizeof(cell.text) > 4 * VTERM_MAX_CHARS_PER_CELL,
	    "a cell's text must fit");
	(void)cell_text(cell.text, &from);
	return cell;
}

/*
 * Reads a row into its line, up to the cell that goes beyond `limit` bytes;
 * returns the column of that cell.
 */
static int
read_row(struct terminal *t, int row, size_t limit)
{
	struct bytes *line = &t->lines[row];
	VTermScreenCell cell;
	char text[4 * VTERM_MAX_CHARS_PER_CELL];
	int column;

	line->n = 0;
	for (column = 0; column < t->columns; column += cell.width) {
		cell = cell_at(t, row, column);
		if (cell.chars[0] == 0)
			bytes_add(line, " ", 1);
		else
			bytes_add(line, text, cell_text(text, &cell));
		if (line->n > limit)
			break;
	}
	return column;
}

const char *
terminal_row(struct terminal *t, int row)
{
	struct bytes *line;

	if (row < 0 || row >= t->rows)
		return "";
	line = &t->lines[row];
	(void)read_row(t, row, SIZE_MAX);
	while (line->n > 0 && line->at[line->n - 1] == ' ')
		line->at[--line->n] = '\0';
	return line->at;
}

bool
terminal_find(struct terminal *t, const char *text, int *row, int *column)
{
	const char *line, *found = NULL;
	int i;

	for (i = 0; i < t->rows && found == NULL; i++) {
		line = terminal_row(t, i);
		found = strstr(line, text);
	}
	if (found == NULL)
		return false;
	if (row != NULL)
		*row = i - 1;
	if (column != NULL)
		*column = read_row(t, i - 1, (size_t)(found - line));
	return true;
}

struct terminal_cursor
terminal_cursor(const struct terminal *t)
{
	VTermPos at = { .row = 0, .col = 0 };

	vterm_state_get_cursorpos(vterm_obtain_state(t->vt), &at);
	return (struct terminal_cursor){ .row = at.row, .column = at.col,
	    .visible = t->cursor_visible };
}

bool
terminal_is_alternate(const struct terminal *t)
{
	return t->alternate;
}

void
terminal_dump(struct terminal *t, FILE *out)
{
	int i;

	for (i = 0; i < t->rows; i++)
		(void)fprintf(out, "# |%s|\n", terminal_row(t, i));
}

/* The raw bytes. */

size_t
terminal_bytes(const struct terminal *t)
{
	return t->raw.n;
}

const char *
terminal_raw(const struct terminal *t, size_t since, size_t *n)
{
	if (since > t->raw.n)
		since = t->raw.n;
	*n = t->raw.n - since;
	return t->raw.n == 0 ? "" : t->raw.at + since;
}

const char *
terminal_forbidden(struct terminal *t, size_t since, bool clipboard)
{
	char place[64];
	const char *what = NULL;
	size_t i, step = 0;

	for (i = since; i < t->raw.n; i += step) {
		what = forbidden_at(t->raw.at + i, clipboard, &step);
		if (what != NULL)
			break;
	}
	if (what == NULL)
		return NULL;
	t->note.n = 0;
	bytes_add(&t->note, what, strlen(what));
	(void)snprintf(place, sizeof(place), " 0x%02X at byte %zu",
	    (unsigned char)t->raw.at[i], i);
	bytes_add(&t->note, place, strlen(place));
	return t->note.at;
}

/* Life and death. */

static int
on_property(VTermProp property, VTermValue *value, void *user)
{
	struct terminal *t = user;

	if (property == VTERM_PROP_ALTSCREEN)
		t->alternate = value->boolean;
	else if (property == VTERM_PROP_CURSORVISIBLE)
		t->cursor_visible = value->boolean;
	return 1;
}

/* libvterm needs at least one cell, and cannot use a million rows. */
static int
within(int n, int max)
{
	return n < 1 ? 1 : n > max ? max : n;
}

static struct winsize
set_size(struct terminal *t, int rows, int columns)
{
	t->rows = within(rows, ROWS_MAX);
	t->columns = within(columns, COLUMNS_MAX);
	return (struct winsize){ .ws_row = (unsigned short)rows,
	    .ws_col = (unsigned short)columns };
}

static void
start_emulator(struct terminal *t)
{
	static const VTermScreenCallbacks callbacks = {
		.settermprop = on_property
	};

	t->vt = need(vterm_new(t->rows, t->columns));
	vterm_set_utf8(t->vt, 1);
	t->screen = vterm_obtain_screen(t->vt);
	vterm_screen_set_callbacks(t->screen, &callbacks, t);
	vterm_screen_enable_altscreen(t->screen, 1);
	vterm_screen_reset(t->screen, 1);
}

static void
set_environment(const char *type, const char *const env[])
{
	size_t i;

	if (type == NULL)
		(void)unsetenv("TERM");
	else
		(void)setenv("TERM", type, 1);
	(void)setenv("LC_ALL", "C.UTF-8", 1);
	(void)unsetenv("LINES");
	(void)unsetenv("COLUMNS");
	for (i = 0; env != NULL && env[i] != NULL; i++)
		if (strchr(env[i], '=') == NULL)
			(void)unsetenv(env[i]);
		else
			(void)putenv((char *)(uintptr_t)env[i]);
}

/* In the new process: executes the program. */
static _Noreturn void
become(const struct terminal *t, const char *type, const char *const argv[],
    const char *const env[])
{
	sigset_t none;
	int i;

	(void)prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (login_tty(t->slave) != 0)
		_exit(127);
	for (i = 3; i < FILES_MAX; i++)
		(void)close(i);
	for (i = 1; i < NSIG; i++)
		(void)signal(i, SIG_DFL);
	(void)sigemptyset(&none);
	(void)sigprocmask(SIG_SETMASK, &none, NULL);
	set_environment(type, env);
	(void)execvp(argv[0], (char **)(uintptr_t)argv);
	_exit(127);
}

static void
release(struct terminal *t)
{
	size_t i;

	if (t->master >= 0)
		(void)close(t->master);
	if (t->slave >= 0)
		(void)close(t->slave);
	if (t->vt != NULL)
		vterm_free(t->vt);
	for (i = 0; i < ROWS_MAX; i++)
		free(t->lines[i].at);
	free(t->raw.at);
	free(t->note.at);
	free(t);
}

struct terminal *
terminal_start(int rows, int columns, const char *type,
    const char *const argv[], const char *const env[])
{
	struct terminal *t = need(calloc(1, sizeof(*t)));
	struct winsize size = set_size(t, rows, columns);
	int saved;

	t->master = t->slave = -1;
	t->touched = now_ms();
	if (openpty(&t->master, &t->slave, NULL, NULL, &size) != 0)
		goto out;
	(void)fcntl(t->master, F_SETFD, FD_CLOEXEC);
	(void)fcntl(t->slave, F_SETFD, FD_CLOEXEC);
	(void)fcntl(t->master, F_SETFL, O_RDWR | O_NONBLOCK);
	start_emulator(t);
	(void)fflush(NULL);
	t->pid = fork();
	if (t->pid == 0)
		become(t, type, argv, env);
	if (t->pid > 0)
		return t;
out:
	saved = errno;
	release(t);
	errno = saved;
	return NULL;
}

void
terminal_resize(struct terminal *t, int rows, int columns)
{
	struct winsize size;

	drain(t);
	size = set_size(t, rows, columns);
	vterm_set_size(t->vt, t->rows, t->columns);
	(void)ioctl(t->master, TIOCSWINSZ, &size);
	t->touched = now_ms();
}

pid_t
terminal_process(const struct terminal *t)
{
	return t->pid;
}

void
terminal_signal(struct terminal *t, int number)
{
	if (!t->ended)
		(void)kill(t->pid, number);
	t->touched = now_ms();
}

void
terminal_hang_up(struct terminal *t)
{
	drain(t);
	(void)close(t->master);
	(void)close(t->slave);
	t->master = t->slave = -1;
}

double
terminal_cpu(const struct terminal *t)
{
	struct timespec used = { .tv_sec = 0 };
	clockid_t clock;

	if (t->ended)
		return t->cpu;
	if (clock_getcpuclockid(t->pid, &clock) == 0)
		(void)clock_gettime(clock, &used);
	return (double)used.tv_sec + (double)used.tv_nsec / 1e9;
}

static double
seconds(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

/* Collects the program's exit status, if it has ended. */
static bool
reap(struct terminal *t, int flags)
{
	struct rusage used;
	int status;

	if (t->ended)
		return true;
	if (wait4(t->pid, &status, flags, &used) != t->pid)
		return false;
	t->ended = true;
	t->status = WIFEXITED(status) ? WEXITSTATUS(status) :
	    128 + WTERMSIG(status);
	t->cpu = seconds(used.ru_utime) + seconds(used.ru_stime);
	return true;
}

bool
terminal_ended(struct terminal *t, int ms, struct terminal_end *end)
{
	int64_t from = now_ms();

	while (!reap(t, WNOHANG)) {
		if (now_ms() >= from + ms)
			return false;
		(void)pump(t, 1);
	}
	drain(t);
	if (end != NULL)
		*end = (struct terminal_end){ .status = t->status,
		    .ms = (int)(now_ms() - from),
		    .cpu_seconds = t->cpu };
	return true;
}

int
terminal_finish(struct terminal *t, int ms)
{
	int status = -1;

	if (t == NULL)
		return -1;
	if (terminal_ended(t, ms, NULL)) {
		status = t->status;
	} else {
		(void)kill(t->pid, SIGKILL);
		(void)reap(t, 0);
	}
	release(t);
	return status;
}
