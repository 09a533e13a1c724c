/*
 * The terminal: terminal.c is the only file that uses curses.
 *
 * It is opened by newterm(), as initscr() ends the program for unknown
 * terminals; sizes are clamped; signals are only handled during waits for a
 * key, so that no resize is lost.
 */
#ifndef TTY_TERMINAL_H
#define TTY_TERMINAL_H

#include "base/err.h"
#include "page/surface.h"
#include "tui/theme.h"

struct terminal;

/* Results of terminal_wait(), besides keys of tui/key.h. */
enum terminal_event {
	TERMINAL_HANGUP = 0x120000,	/* the terminal is disconnected */
	TERMINAL_SIGNAL,	/* a signal to end, see terminal_signal() */
	TERMINAL_KEY,		/* a key is waiting; only from
				   terminal_await() */
	TERMINAL_IDLE		/* no key was typed for TERMINAL_IDLE_SECONDS */
};

enum { TERMINAL_IDLE_SECONDS = 2 };

struct terminal_options {
	const struct theme	*theme;
	bool			 color;		/* false: bold and reverse
						   only */
	bool			 mouse;
	long			 escape_delay;	/* ms; -1: depends on the
						   line */
};

/*
 * Takes control of the terminal.  Owned by `ctx`; NULL if it cannot be used,
 * with *err set.  *note (static, or NULL) names an unknown type and the one
 * used instead.
 */
struct terminal	*terminal_open(const void *ctx,
		    const struct terminal_options *options, const char **note,
		    struct err *err) MUST_CHECK;

/* Restores the terminal; also done when it is freed. */
void	 terminal_close(struct terminal *term);

/*
 * Restores the terminal without allocating or freeing memory, for a program
 * that cannot continue.  False if no terminal is open.
 */
bool	 terminal_rescue(void);

size_t	 terminal_rows(const struct terminal *term);
size_t	 terminal_columns(const struct terminal *term);

/* Shows a surface; redraws everything if `whole`. */
void	 terminal_draw(struct terminal *term, const struct surface *surface,
	    bool whole);

/* Waits for a key (tui/key.h) or an event. */
unsigned	 terminal_wait(struct terminal *term);

/* The cell of K_CLICK. */
void	 terminal_clicked(const struct terminal *term, size_t *row,
	    size_t *column);

/*
 * Whether a key or an event that ends the program is waiting: then work that
 * can be interrupted should stop.
 */
bool	 terminal_has_input(struct terminal *term);

/*
 * Waits until a key can be read (if `for_key`), a signal asks to end, the
 * terminal is disconnected, a child has ended, the descriptor `output` (-1:
 * none) accepts bytes, or `ms` have passed (-1: no limit).  TERMINAL_IDLE may
 * mean any of the last three.
 */
enum terminal_event	 terminal_await(struct terminal *term, int output,
		    bool for_key, long ms);

/* The signal that TERMINAL_SIGNAL reports. */
int	 terminal_signal(const struct terminal *term);

/* Sets the appearance of roles. */
void	 terminal_theme(struct terminal *term, const struct theme *theme);

/* Copies text to the terminal's clipboard (OSC 52), if it allows that. */
void	 terminal_copy(struct terminal *term, const char *text);

/* Hands the terminal to a command, and takes it back. */
void	 terminal_leave(struct terminal *term);
void	 terminal_return(struct terminal *term);

/* Stops the process like ^Z; returns when it is continued. */
void	 terminal_suspend(struct terminal *term);

void	 terminal_bell(struct terminal *term);

#endif
