/*
 * The standard error while the screen is ours: what an assertion, a library or
 * a command says there would spoil the screen, or be gone with it.  It is held
 * back, and printed once the terminal is given back.
 */
#ifndef TTY_HELD_ERRORS_H
#define TTY_HELD_ERRORS_H

/*
 * From now on, if it is a terminal.  The first 64 KiB are kept; without the
 * means to do so nothing changes.
 */
void	 held_errors_begin(void);

/* Prints them, and what comes next goes where it went; safe in a handler. */
void	 held_errors_end(void);

#endif
