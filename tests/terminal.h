/*
 * Terminal: a full-screen program under test, in a pseudo-terminal whose
 * screen libvterm keeps.
 *
 * No test sleeps.  terminal_settle() asks the kernel whether the program has
 * read all keys, written all it had to and waits for the next key; only then
 * is the screen looked at:
 *
 *	t = terminal_start(24, 80, "xterm-256color", argv, NULL);
 *	assert_true(terminal_wait(t, "60 records", 3000));
 *	assert_true(terminal_type(t, "jj<Enter>"));
 *	assert_true(terminal_settle(t, 3000));
 *	assert_string_equal(terminal_row(t, 0), "Müller 2016");
 *	assert_true(terminal_type(t, "q"));
 *	assert_int_equal(terminal_finish(t, 3000), 0);
 *
 * That needs Linux and a readable /proc.  Where it is hidden, the screen
 * counts as settled once nothing came for 200 ms, or for as many as the
 * environment variable TERMINAL_QUIET_MS says.  A program that draws on a
 * timer of less than half a second, or waits for another that it started in
 * its own process group, is never settled.
 *
 * Rows and columns count from 0.  Times are in milliseconds unless a name
 * says seconds.  A program that is not finished dies with the test.
 */
#ifndef TESTS_TERMINAL_H
#define TESTS_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/types.h>

struct terminal;

/* Colours: a number in the palette, or one of these. */
enum {
	TERMINAL_DEFAULT = -1,		/* the terminal's own colour */
	TERMINAL_RGB = 0x1000000	/* a flag: the rest is 0xRRGGBB */
};

struct terminal_cell {
	char	text[32];	/* a character and its marks; "" is blank */
	int	width;		/* 2 on the left half of a wide character */
	bool	bold;
	bool	italic;
	bool	underline;
	bool	blink;
	bool	reverse;
	int	foreground;
	int	background;
};

struct terminal_cursor {
	int	row;
	int	column;
	bool	visible;
};

/* How the program ended. */
struct terminal_end {
	int	status;		/* exit status, or 128 + signal */
	int	ms;		/* from the request until the end */
	double	cpu_seconds;	/* during the whole run */
};

/*
 * Starts argv[0] (looked for in PATH) in a terminal of the given size.
 *
 * The program gets our environment with TERM set to `type` (NULL: unset),
 * LC_ALL to C.UTF-8, LINES and COLUMNS unset, and then `env`, a list that
 * ends in NULL (or is NULL): "NAME=VALUE" sets, "NAME" unsets.  The kernel is
 * told any size; the screen kept here is at least one cell and at most 500
 * rows of 1000.
 *
 * NULL when there is no pseudo-terminal or no process to be had, with errno
 * set.  Owned: terminal_finish().  A program that cannot be executed ends
 * with status 127.
 */
struct terminal	*terminal_start(int rows, int columns, const char *type,
		    const char *const argv[], const char *const env[]);

/*
 * Types keys, after the screen has settled.  A name in angle brackets is one
 * key: Enter Tab BS Esc Up Down Left Right Ins Del Home End PgUp PgDn Space
 * lt F1 to F12, each also with C- A- or S- before it, as single characters
 * are: "<Down>j<Enter>/abc<Esc><C-c><S-Tab>".  Keys are sent as the program
 * asked for them (application mode or not).
 *
 * False when a name is not known (the keys before it have been typed) or the
 * program takes no more.
 */
bool	 terminal_type(struct terminal *t, const char *keys);

/*
 * Sends bytes as they are, after the screen has settled, reading what the
 * program writes meanwhile, so that any length may be sent.  False when the
 * program takes no more.
 */
bool	 terminal_send(struct terminal *t, const void *bytes, size_t n);

/*
 * Waits until the program waits for a key and all its output has been read, or
 * until it has ended.  False if that takes longer than `ms`.
 */
bool	 terminal_settle(struct terminal *t, int ms);

/* Waits until the screen has settled and shows `text` in one row. */
bool	 terminal_wait(struct terminal *t, const char *text, int ms);

/*
 * A row as UTF-8, without trailing blanks; "" outside the screen.  Borrowed:
 * valid until the next call of this function for the same row, of
 * terminal_find(), terminal_wait() or terminal_finish().
 */
const char	*terminal_row(struct terminal *t, int row);

/*
 * Looks for `text` in the rows from the top.  Stores where it starts in *row
 * and *column, each of which may be NULL.
 */
bool	 terminal_find(struct terminal *t, const char *text, int *row,
	    int *column);

/* What one cell shows; blank outside the screen. */
struct terminal_cell	terminal_at(const struct terminal *t, int row,
			    int column);

struct terminal_cursor	terminal_cursor(const struct terminal *t);

/* Whether the program is on the alternate screen. */
bool	 terminal_is_alternate(const struct terminal *t);

/* Writes the screen to `out`, each row as "# |TEXT|". */
void	 terminal_dump(struct terminal *t, FILE *out);

/* Changes the size of the window, as a user does; see terminal_start(). */
void	 terminal_resize(struct terminal *t, int rows, int columns);

/* The number of bytes written so far, as a mark for the next two functions. */
size_t	 terminal_bytes(const struct terminal *t);

/*
 * The bytes written since a mark (0: all), *n of them.  Borrowed: valid until
 * the next call that takes a terminal that is not const.
 */
const char	*terminal_raw(const struct terminal *t, size_t since,
		    size_t *n);

/*
 * Looks in the bytes since a mark (0: all) for what no program of ours may
 * send, whatever text it shows: C0 controls other than BEL BS TAB LF CR ESC
 * SO SI; DEL; C1 controls; bytes that are not UTF-8; bidirectional controls;
 * OSC, DCS, APC, PM and SOS.  With `clipboard` a well-formed OSC 52 (copy)
 * passes.
 *
 * NULL when there is nothing, or what and where the first is.  Borrowed:
 * valid until the next call of this function or terminal_finish().
 */
const char	*terminal_forbidden(struct terminal *t, size_t since,
		    bool clipboard);

/* The process ID of the program. */
pid_t	 terminal_process(const struct terminal *t);

/* Sends a signal to the program. */
void	 terminal_signal(struct terminal *t, int signal);

/*
 * Takes the terminal away, as when a connection drops: the program gets
 * SIGHUP, and reading ends.  The screen stays as it was last read.
 */
void	 terminal_hang_up(struct terminal *t);

/* The processor time, in seconds, that the running program has used. */
double	 terminal_cpu(const struct terminal *t);

/*
 * Waits until the program has ended, reading its output.  Stores how it ended
 * in *end, which may be NULL.  False if that takes longer than `ms`.
 */
bool	 terminal_ended(struct terminal *t, int ms, struct terminal_end *end);

/*
 * Waits until the program has ended, kills it if that takes longer than `ms`,
 * and frees the terminal.  Returns the exit status, 128 + signal, or -1 if it
 * had to be killed.  For NULL, does nothing and returns -1.
 */
int	 terminal_finish(struct terminal *t, int ms);

#endif
