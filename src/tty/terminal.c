/* The terminal: the only file that uses curses. */
#include "tty/terminal.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/select.h>
#include <termios.h>
#include <unistd.h>

#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <term.h>
/* Macros of <term.h> with the names of plain words. */
#undef columns
#undef lines

#include "base/mem.h"
#include "base/text.h"
#include "tty/held_errors.h"
#include "tui/key.h"

enum {
	ROWS_MIN = 2, COLUMNS_MIN = 2, ROWS_MAX = 300, COLUMNS_MAX = 500,
	ROWS_DEFAULT = 24, COLUMNS_DEFAULT = 80,
	ESCAPE_LOCAL = 25, ESCAPE_SSH = 100	/* milliseconds */
};

struct terminal {
	SCREEN		*screen;
	sigset_t	 waiting;	/* signal mask during waits */
	const struct theme	*theme;
	const char	*paste_on;	/* capabilities, or NULL */
	const char	*paste_off;
	const char	*mouse_on;	/* NULL: unused */
	MEVENT		 mouse;		/* the last event */
	bool		 color;
	bool		 open;
};

/* Set by signal handlers, and used after a crash. */
static volatile sig_atomic_t got_resize, got_end;
static struct termios saved_modes;
static volatile sig_atomic_t modes_saved;
static char restore_string[256];
static volatile size_t restore_length;

static void
on_resize(int number)
{
	(void)number;
	got_resize = 1;
}

/* A child has ended: wakes up the code that waits for it. */
static void
on_child(int number)
{
	(void)number;
}

static void
terminal_on_end(int number)
{
	got_end = number;
}

bool
terminal_rescue(void)
{
	bool open = restore_length > 0;

	if (open)
		(void)!write(STDOUT_FILENO, restore_string, restore_length);
	if (open && modes_saved)
		(void)tcsetattr(STDIN_FILENO, TCSANOW, &saved_modes);
	held_errors_end();
	return open;
}

/* After a crash: restores the screen, then raises the signal again. */
static void
on_crash(int number)
{
	(void)terminal_rescue();
	(void)signal(number, SIG_DFL);
	(void)raise(number);
}

/* A non-standard capability, or NULL. */
static char *
extension(const char *name)
{
	char *value = tigetstr(name);

	return value == (char *)-1 ? NULL : value;
}

static void
add_restore(const char *capability)
{
	size_t n = capability == NULL || capability == (char *)-1 ? 0 :
	    strlen(capability);

	if (restore_length + n >= sizeof(restore_string))
		return;
	memcpy(restore_string + restore_length, capability == NULL ? "" :
	    capability, n);
	restore_length += n;
}

/* What endwin() would send, saved for a handler that must not call it. */
static void
prepare_restore(void)
{
	restore_length = 0;
	add_restore(exit_attribute_mode);
	add_restore(keypad_local);
	add_restore(extension("BD"));
	add_restore(exit_ca_mode);
	add_restore(cursor_normal);
}

/*
 * Signals are blocked except during waits, so that none is missed just before a
 * wait.  Curses must not handle SIGTSTP: terminal_suspend() does everything.
 */
static void
take_signals(struct terminal *term, const struct sigaction *stop)
{
	static const int ends[] = { SIGTERM, SIGHUP, SIGQUIT, SIGXCPU };
	static const int crashes[] = { SIGSEGV, SIGBUS, SIGABRT, SIGFPE,
	    SIGILL };
	struct sigaction action = { .sa_handler = on_resize };
	sigset_t blocked;
	size_t i;

	(void)sigaction(SIGTSTP, stop, NULL);
	(void)sigemptyset(&blocked);
	(void)sigaddset(&blocked, SIGWINCH);
	(void)sigaction(SIGWINCH, &action, NULL);
	(void)sigaddset(&blocked, SIGCHLD);
	action.sa_handler = on_child;
	(void)sigaction(SIGCHLD, &action, NULL);
	action.sa_handler = terminal_on_end;
	for (i = 0; i < COUNT(ends); i++) {
		(void)sigaddset(&blocked, ends[i]);
		(void)sigaction(ends[i], &action, NULL);
	}
	(void)sigprocmask(SIG_BLOCK, &blocked, &term->waiting);
	(void)sigdelset(&term->waiting, SIGWINCH);
	(void)sigdelset(&term->waiting, SIGCHLD);
	for (i = 0; i < COUNT(ends); i++)
		(void)sigdelset(&term->waiting, ends[i]);
	action.sa_handler = on_crash;
	for (i = 0; i < COUNT(crashes); i++)
		(void)sigaction(crashes[i], &action, NULL);
}

/* The size of the window within limits: a client may report any size. */
static void
window_size(int *rows, int *columns)
{
	struct winsize size = { .ws_row = 0 };

	(void)ioctl(STDOUT_FILENO, TIOCGWINSZ, &size);
	*rows = size.ws_row == 0 ? ROWS_DEFAULT : size.ws_row;
	*columns = size.ws_col == 0 ? COLUMNS_DEFAULT : size.ws_col;
	*rows = *rows < ROWS_MIN ? ROWS_MIN : *rows > ROWS_MAX ? ROWS_MAX :
	    *rows;
	*columns = *columns < COLUMNS_MIN ? COLUMNS_MIN :
	    *columns > COLUMNS_MAX ? COLUMNS_MAX : *columns;
}

static void
terminal_set_number(const char *name, int value)
{
	char text[16];

	(void)snprintf(text, sizeof(text), "%d", value);
	(void)setenv(name, text, 1);
}

/* Types to try if the one in TERM has no entry. */
static const char *const fallbacks[] = { "xterm-256color", "xterm", "vt100",
    "ansi" };

static SCREEN *
try_type(const char *type)
{
	int status;
	bool moves;

	/* Check first, as newterm() may print errors on the screen. */
	if (setupterm(type, STDOUT_FILENO, &status) != OK)
		return NULL;
	moves = cursor_address != NULL;
	(void)del_curterm(cur_term);
	return moves ? newterm(type, stdout, stdin) : NULL;
}

/*
 * Before the first return from endwin(), ncurses writes at every cursor
 * movement: fifty times per screen instead of once.  So call endwin() and
 * return at once, without sending the output to the terminal.
 */
static void
collect_writes(void)
{
	int saved, null = open("/dev/null", O_WRONLY | O_CLOEXEC);

	if (null < 0)
		return;
	saved = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
	if (saved >= 0 && dup2(null, STDOUT_FILENO) >= 0) {
		(void)endwin();
		(void)dup2(saved, STDOUT_FILENO);
		(void)doupdate();
	}
	(void)close(null);
	if (saved >= 0)
		(void)close(saved);
}

enum { TYPE_MAX = 64 };

static SCREEN *
open_screen(const char **note)
{
	const char *type = getenv("TERM");
	SCREEN *screen = NULL;
	size_t i;

	*note = NULL;
	/*
	 * "dumb" is a known type without the capabilities; an empty one is
	 * unknown.
	 */
	if (type == NULL || *type == '\0' || text_same(type, "dumb"))
		return NULL;
	if (strchr(type, '/') == NULL && strlen(type) < TYPE_MAX)
		screen = try_type(type);
	for (i = text_begins(type, "xterm") ? 0 : 2; screen == NULL && i <
	    COUNT(fallbacks); i++) {
		screen = try_type(fallbacks[i]);
		*note = fallbacks[i];
	}
	return screen;
}

/* Themes. */

static attr_t
attributes(const struct look *look)
{
	return (look->bold ? A_BOLD : A_NORMAL) |
	    (look->underlined ? A_UNDERLINE : A_NORMAL) |
	    (look->reverse ? A_REVERSE : A_NORMAL);
}

void
terminal_theme(struct terminal *term, const struct theme *theme)
{
	short i;

	term->theme = theme;
	for (i = 0; term->color && i < ROLE_COUNT; i++)
		(void)init_pair((short)(i + 1), theme->looks[i].color, -1);
}

/* Keeps the terminal's own background. */
static void
start_colors(struct terminal *term, const struct theme *theme)
{
	if (!term->color || !has_colors() || start_color() != OK ||
	    use_default_colors() != OK)
		term->color = false;
	terminal_theme(term, theme);
}

/* Writes to the buffer of stdout, bypassing curses: flush_sent() flushes it. */
static void
send(const char *capability)
{
	if (capability != NULL)
		(void)tputs(capability, 1, putchar);
}

static void
flush_sent(void)
{
	(void)fflush(stdout);
}

enum { CODE_PASTE_START = KEY_MAX + 1, CODE_PASTE_END, CODE_WORD_LEFT,
    CODE_WORD_RIGHT };

static const struct {
	const char	*capability;
	int		 code;
} more_keys[] = {
	{ "PS", CODE_PASTE_START },
	{ "PE", CODE_PASTE_END },
	{ "kLFT5", CODE_WORD_LEFT },
	{ "kRIT5", CODE_WORD_RIGHT },
};

/* Asks the terminal to mark pasted text, if it can. */
static void
start_keys(struct terminal *term)
{
	const char *sequence;
	size_t i;

	(void)raw();
	(void)noecho();
	(void)nonl();
	(void)keypad(stdscr, TRUE);
	(void)nodelay(stdscr, TRUE);
	(void)intrflush(stdscr, FALSE);
	for (i = 0; i < COUNT(more_keys); i++) {
		sequence = extension(more_keys[i].capability);
		if (sequence != NULL)
			(void)define_key(sequence, more_keys[i].code);
	}
	term->paste_on = extension("PS") != NULL && extension("PE") != NULL ?
	    extension("BE") : NULL;
	term->paste_off = extension("BD");
	send(term->paste_on);
	flush_sent();
}

/* The crash handler must turn off the mouse as well. */
static void
start_mouse(struct terminal *term)
{
	char *on = extension("XM"), *off = on;

	/*
	 * On the Linux console curses would load libgpm and contact its daemon.
	 */
	if (text_begins(termname(), "linux"))
		return;
	(void)mousemask(BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED,
	    NULL);
	(void)mouseinterval(0);
	term->mouse_on = on == NULL ? "\033[?1000h" : mem_text(term,
	    tiparm(on, 1));
	add_restore(off == NULL ? "\033[?1000l" : tiparm(off, 0));
}

/*
 * The user's setting takes precedence; otherwise wait longer over SSH, as key
 * sequences may be split.
 */
static void
start_escape(long delay)
{
	if (getenv("ESCDELAY") != NULL)
		return;
	(void)set_escdelay(delay >= 0 ? (int)delay :
	    getenv("SSH_CONNECTION") != NULL ? ESCAPE_SSH : ESCAPE_LOCAL);
}

static int
terminal_destroy(struct terminal *term)
{
	terminal_close(term);
	return 0;
}

struct terminal *
terminal_open(const void *ctx, const struct terminal_options *options,
    const char **note, struct err *err)
{
	struct terminal *term = mem_new(ctx, struct terminal);
	const char *type = getenv("TERM");
	struct sigaction stop;
	int rows, columns;

	(void)sigaction(SIGTSTP, NULL, &stop);
	window_size(&rows, &columns);
	terminal_set_number("LINES", rows);
	terminal_set_number("COLUMNS", columns);
	modes_saved = tcgetattr(STDIN_FILENO, &saved_modes) == 0;
	term->screen = open_screen(note);
	(void)unsetenv("LINES");
	(void)unsetenv("COLUMNS");
	if (term->screen == NULL) {
		if (type == NULL || *type == '\0')
			(void)err_set(err, ERR_SYSTEM, "TERM is not set, so "
			    "line mode is used; TERM=xterm may help");
		else
			(void)err_set(err, ERR_SYSTEM, "TERM=%s cannot show "
			    "full screens, so line mode is used; TERM=xterm "
			    "may help", type);
		mem_free(term);
		return NULL;
	}
	collect_writes();
	term->color = options->color;
	term->open = true;
	talloc_set_destructor(term, terminal_destroy);
	prepare_restore();
	take_signals(term, &stop);
	start_keys(term);
	if (options->mouse)
		start_mouse(term);
	(void)def_prog_mode();
	start_escape(options->escape_delay);
	start_colors(term, options->theme);
	held_errors_begin();
	return term;
}

/* Without an alternate screen, the shell continues in place of the hints. */
static void
erase_hints(void)
{
	if (exit_ca_mode == NULL)
		send(clr_eol);
	flush_sent();
}

void
terminal_close(struct terminal *term)
{
	if (!term->open)
		return;
	term->open = false;
	send(term->paste_off);
	flush_sent();
	(void)endwin();
	erase_hints();
	delscreen(term->screen);
	restore_length = 0;
	held_errors_end();
}

size_t
terminal_rows(const struct terminal *term)
{
	(void)term;
	return (size_t)LINES;
}

size_t
terminal_columns(const struct terminal *term)
{
	(void)term;
	return (size_t)COLS;
}

/* Drawing. */

static void
set_role(const struct terminal *term, enum role role)
{
	(void)attr_set(attributes(&term->theme->looks[role]), term->color ?
	    (short)(role + 1) : 0, NULL);
}

static bool
terminal_is_blank(const struct cell *cell)
{
	return cell->width == 1 && cell->text[0] == ' ' &&
	    cell->text[1] == '\0';
}

/* Whether a space is visible in a role. */
static bool
shows_blank(const struct terminal *term, unsigned role)
{
	const struct look *look = &term->theme->looks[role];

	return look->underlined || look->reverse;
}

enum { GAP_MAX = 6 };

/* Whether two roles are both bold, perhaps in different colours. */
static bool
are_alike(const struct terminal *term, unsigned one, unsigned other)
{
	return one == other || (term->theme->looks[one].bold &&
	    term->theme->looks[other].bold);
}

/*
 * The role to draw a cell in.  In a short gap between words in one role, or in
 * two bold roles, spaces also take the first role if it is invisible there: that
 * saves the bytes to switch it off and on again.
 */
static unsigned
terminal_role_of(const struct terminal *term, const struct surface *surface,
    size_t row, size_t column, unsigned before)
{
	const struct cell *cell = surface_cell(surface, row, column);
	size_t i;

	if (!terminal_is_blank(cell) || shows_blank(term, cell->role) ||
	    shows_blank(term, before))
		return cell->role;
	for (i = column + 1; i < surface->columns && i < column + GAP_MAX;
	    i++) {
		cell = surface_cell(surface, row, i);
		if (!terminal_is_blank(cell))
			return are_alike(term, cell->role, before) ? before :
			    surface_cell(surface, row, column)->role;
	}
	return surface_cell(surface, row, column)->role;
}

/* Whether the locale has the characters of a cell; every locale has ASCII. */
static bool
may_show(const struct cell *cell)
{
	wchar_t text[8];

	return ((unsigned char)cell->text[0] < 0x80 && cell->text[1] ==
	    '\0') || mbstowcs(text, cell->text, 7) != (size_t)-1;
}

static void
terminal_draw_row(const struct terminal *term, const struct surface *surface,
    size_t row)
{
	const struct cell *cell;
	size_t column, last = surface->columns;
	unsigned role = ROLE_TEXT;

	/* Writing the last cell of the screen would scroll some terminals. */
	if (row + 1 == surface->rows)
		last--;
	(void)move((int)row, 0);
	for (column = 0; column < last; column++) {
		cell = surface_cell(surface, row, column);
		if (cell->width == 0)
			continue;
		role = terminal_role_of(term, surface, row, column, role);
		set_role(term, (enum role)role);
		(void)addstr(may_show(cell) ? cell->text : "?");
	}
}

void
terminal_draw(struct terminal *term, const struct surface *surface, bool whole)
{
	size_t row;

	assert(surface != NULL);
	(void)erase();
	for (row = 0; row < surface->rows && row < (size_t)LINES; row++)
		terminal_draw_row(term, surface, row);
	set_role(term, ROLE_TEXT);
	if (whole)
		(void)clearok(stdscr, TRUE);
	(void)move((int)surface->cursor_row, (int)surface->cursor_column);
	(void)wnoutrefresh(stdscr);
	(void)doupdate();
}

/* Keys. */

static const struct {
	int		code;
	unsigned	key;
} keys[] = {
	{ KEY_UP, K_UP },
	{ KEY_DOWN, K_DOWN },
	{ KEY_LEFT, K_LEFT },
	{ KEY_RIGHT, K_RIGHT },
	{ KEY_HOME, K_HOME },
	{ KEY_END, K_END },
	{ KEY_LL, K_END },
	{ KEY_PPAGE, K_PAGE_UP },
	{ KEY_NPAGE, K_PAGE_DOWN },
	{ KEY_DC, K_DELETE },
	{ KEY_IC, K_INSERT },
	{ KEY_BTAB, K_BACK_TAB },
	{ KEY_BACKSPACE, K_BACKSPACE },
	{ KEY_ENTER, K_ENTER },
	{ KEY_F(1), K_F1 },
	{ KEY_F(5), K_F5 },
	{ CODE_PASTE_START, K_PASTE_START },
	{ CODE_PASTE_END, K_PASTE_END },
	{ CODE_WORD_LEFT, K_WORD_LEFT },
	{ CODE_WORD_RIGHT, K_WORD_RIGHT },
};

static unsigned
translate(int rc, wint_t code)
{
	size_t i;

	if (rc != KEY_CODE_YES)
		return code == '\n' ? K_ENTER : (unsigned)code;
	for (i = 0; i < COUNT(keys); i++)
		if (keys[i].code == (int)code)
			return keys[i].key;
	return K_NONE;
}

static void
take_size(void)
{
	int rows, columns;

	window_size(&rows, &columns);
	(void)resizeterm(rows, columns);
}

/* A press of the left button, or the wheel. */
static unsigned
take_mouse(struct terminal *term)
{
	if (getmouse(&term->mouse) != OK)
		return K_NONE;
	if ((term->mouse.bstate & BUTTON4_PRESSED) != 0)
		return K_WHEEL_UP;
	if ((term->mouse.bstate & BUTTON5_PRESSED) != 0)
		return K_WHEEL_DOWN;
	return (term->mouse.bstate & BUTTON1_PRESSED) != 0 ? K_CLICK : K_NONE;
}

void
terminal_clicked(const struct terminal *term, size_t *row, size_t *column)
{
	*row = term->mouse.y < 0 ? 0 : (size_t)term->mouse.y;
	*column = term->mouse.x < 0 ? 0 : (size_t)term->mouse.x;
}

/*
 * ppoll(), which macOS lacks; on macOS a hangup does not end a wait for output.
 */
static int
poll_unmasked(struct pollfd *look, nfds_t n, const struct timespec *limit,
    const sigset_t *mask)
{
#ifdef HAVE_PPOLL
	return ppoll(look, n, limit, mask);
#else
	fd_set in, out;
	int last = -1, rc;
	nfds_t i;

	FD_ZERO(&in);
	FD_ZERO(&out);
	for (i = 0; i < n; i++) {
		if (look[i].fd < 0)
			continue;
		if ((look[i].events & POLLIN) != 0)
			FD_SET(look[i].fd, &in);
		if ((look[i].events & POLLOUT) != 0)
			FD_SET(look[i].fd, &out);
		last = look[i].fd > last ? look[i].fd : last;
	}
	rc = pselect(last + 1, &in, &out, NULL, limit, mask);
	return rc <= 0 ? rc : poll(look, n, 0);
#endif
}

unsigned
terminal_wait(struct terminal *term)
{
	const struct timespec idle = { .tv_sec = TERMINAL_IDLE_SECONDS };
	struct pollfd input = { .fd = STDIN_FILENO, .events = POLLIN };
	unsigned key;
	wint_t code;
	int rc;

	for (;;) {
		if (got_end != 0)
			return TERMINAL_SIGNAL;
		if (got_resize) {
			got_resize = 0;
			take_size();
			return K_RESIZE;
		}
		rc = get_wch(&code);
		if (rc != ERR && !(rc == KEY_CODE_YES && code == KEY_RESIZE)) {
			key = rc == KEY_CODE_YES && code == KEY_MOUSE ?
			    take_mouse(term) : translate(rc, code);
			if (key != K_NONE)
				return key;
			continue;
		}
		if (rc != ERR)
			continue;
		rc = poll_unmasked(&input, 1, &idle, &term->waiting);
		if (rc == 0)
			return TERMINAL_IDLE;
		if (rc < 0 && errno != EINTR)
			return TERMINAL_HANGUP;
		/* A disconnected terminal has no more keys. */
		if (rc > 0 && (input.revents & (POLLHUP | POLLERR |
		    POLLNVAL)) != 0)
			return TERMINAL_HANGUP;
	}
}

bool
terminal_has_input(struct terminal *term)
{
	return terminal_await(term, -1, true, 0) != TERMINAL_IDLE;
}

enum terminal_event
terminal_await(struct terminal *term, int output, bool for_key, long ms)
{
	const struct timespec limit = { ms / 1000, ms % 1000 * 1000000 };
	struct pollfd look[] = { { .fd = STDIN_FILENO,
	    .events = for_key ? POLLIN : 0 }, { .fd = output,
	    .events = POLLOUT } };
	int rc = got_end != 0 ? 0 : poll_unmasked(look, 2, ms < 0 ? NULL :
	    &limit, &term->waiting);

	if (got_end != 0)
		return TERMINAL_SIGNAL;
	if (rc > 0 && (look[0].revents & (POLLHUP | POLLERR | POLLNVAL)) != 0)
		return TERMINAL_HANGUP;
	return rc > 0 && (look[0].revents & POLLIN) != 0 ? TERMINAL_KEY :
	    TERMINAL_IDLE;
}

int
terminal_signal(const struct terminal *term)
{
	(void)term;
	return got_end;
}

/*
 * Leaves the screen without endwin(): after it, curses would reset the palette
 * of the terminal, which users may have set.
 */
void
terminal_leave(struct terminal *term)
{
	send(term->paste_off);
	send(tiparm(cursor_address, LINES - 1, 0));
	erase_hints();
	(void)fwrite(restore_string, 1, restore_length, stdout);
	flush_sent();
	(void)reset_shell_mode();
	held_errors_end();
}

void
terminal_return(struct terminal *term)
{
	(void)reset_prog_mode();
	held_errors_begin();
	send(enter_ca_mode);
	send(keypad_xmit);
	send(term->paste_on);
	send(term->mouse_on);
	flush_sent();
	/* The window size may have changed. */
	take_size();
	(void)clearok(curscr, TRUE);
}

void
terminal_suspend(struct terminal *term)
{
	terminal_leave(term);
	(void)kill(0, SIGTSTP);
	terminal_return(term);
}

/* Base64 (RFC 4648). */
static void
put_base64(const char *text)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789+/";
	const unsigned char *s = (const unsigned char *)text;
	size_t n = strlen(text), i;
	unsigned long group;

	for (i = 0; i < n; i += 3) {
		group = (unsigned long)s[i] << 16 |
		    (i + 1 < n ? (unsigned long)s[i + 1] << 8 : 0) |
		    (i + 2 < n ? s[i + 2] : 0);
		(void)putchar(digits[group >> 18 & 63]);
		(void)putchar(digits[group >> 12 & 63]);
		(void)putchar(i + 1 < n ? digits[group >> 6 & 63] : '=');
		(void)putchar(i + 2 < n ? digits[group & 63] : '=');
	}
}

/* Sends text to the clipboard; `before` and `after` wrap the sequence. */
static void
put_copy(const char *text, const char *before, const char *after)
{
	(void)printf("%s\033]52;c;", before);
	put_base64(text);
	(void)printf("\a%s", after);
}

/*
 * tmux obeys the sequence itself with "set-clipboard on", and passes it on in this
 * wrapper with "allow-passthrough on"; versions before 3.3 always pass it on.
 */
void
terminal_copy(struct terminal *term, const char *text)
{
	const char *tmux = getenv("TMUX");

	(void)term;
	put_copy(text, "", "");
	if (tmux != NULL && *tmux != '\0')
		put_copy(text, "\033Ptmux;\033", "\033\\");
	flush_sent();
}

void
terminal_bell(struct terminal *term)
{
	(void)term;
	(void)beep();
}
