/*
 * The standard error while the screen is ours: what an assertion, a library or
 * a command says there would spoil the screen, or be gone with it.  It is held
 * back, and printed once the terminal is given back.
 */
#ifndef TTY_HELD_ERRORS_H
#define TTY_HELD_ERRORS_H

/*
 * Holds the standard error back from now on, if it is a terminal.  The first
 * 64 KiB are kept, the rest is lost; on failure nothing changes.
 */
void	 held_errors_begin(void);

/*
 * Prints what was held back, and gives the standard error back to the terminal.
 * Safe in a signal handler; does nothing where nothing is held.
 */
void	 held_errors_end(void);

#endif
