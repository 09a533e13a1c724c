/*
 * The terminal: terminal.c is the only file that sees curses.
 *
 * It is opened through newterm(), since initscr() ends the program when it
 * does not know the terminal; sizes are clamped; signals are taken only while
 * waiting for a key, so that no resize is lost.
 */
#ifndef TTY_TERMINAL_H
#define TTY_TERMINAL_H

#include "base/err.h"
#include "page/surface.h"
#include "tui/theme.h"

struct terminal;

/* What terminal_wait() came back for, besides keys of tui/key.h. */
enum terminal_event {
	TERMINAL_HANGUP = 0x120000,	/* the terminal is gone */
	TERMINAL_SIGNAL,	/* a signal asks to end, see terminal_signal() */
	TERMINAL_KEY,		/* one waits; terminal_await() alone says so */
	TERMINAL_IDLE		/* no key came for TERMINAL_IDLE_SECONDS */
};

enum { TERMINAL_IDLE_SECONDS = 2 };

struct terminal_options {
	const struct theme	*theme;
	bool			 color;		/* else bold and reverse only */
	bool			 mouse;
	long			 escape_delay;	/* ms; -1: as fits the line */
};

/*
 * Takes the terminal over.  Owned by `ctx`; NULL when it cannot be used, with
 * *err set.  *note (static text, or NULL) names a type that was not known
 * and what was used instead.
 */
struct terminal	*terminal_open(const void *ctx,
		    const struct terminal_options *options, const char **note,
		    struct err *err) MUST_CHECK;

/* Gives the terminal back as it was; also done when it is freed. */
void	 terminal_close(struct terminal *term);

/*
 * For the end of a program that cannot go on: the same without allocating or
 * freeing anything.  False when no terminal is open.
 */
bool	 terminal_rescue(void);

size_t	 terminal_rows(const struct terminal *term);
size_t	 terminal_columns(const struct terminal *term);

/* Shows a surface; everything is drawn again if `whole`. */
void	 terminal_draw(struct terminal *term, const struct surface *surface,
	    bool whole);

/* Waits for a key (tui/key.h) or an event. */
unsigned	 terminal_wait(struct terminal *term);

/* The cell of K_CLICK. */
void	 terminal_clicked(const struct terminal *term, size_t *row,
	    size_t *column);

/* Whether a key or the end waits: what it may interrupt should end. */
bool	 terminal_has_input(struct terminal *term);

/*
 * Waits until a key can be read (if `for_key`), a signal asks to end, the
 * terminal is gone, a child ended, the descriptor `output` (-1: none) takes
 * bytes, or `ms` have passed (-1: for ever).  Of the last three any may have
 * happened when it says TERMINAL_IDLE.
 */
enum terminal_event	 terminal_await(struct terminal *term, int output,
		    bool for_key, long ms);

/* The signal of TERMINAL_SIGNAL. */
int	 terminal_signal(const struct terminal *term);

/* From now on roles look like this. */
void	 terminal_theme(struct terminal *term, const struct theme *theme);

/* Sends text to the clipboard of the terminal, which may take it (OSC 52). */
void	 terminal_copy(struct terminal *term, const char *text);

/*
 * Gives the terminal back for a command that is run meanwhile, and takes it
 * again.
 */
void	 terminal_leave(struct terminal *term);
void	 terminal_return(struct terminal *term);

/* Stops the process as ^Z does, and comes back when it is continued. */
void	 terminal_suspend(struct terminal *term);

void	 terminal_bell(struct terminal *term);

#endif
