/*
 * Holds back standard error while we use the screen: messages of assertions,
 * libraries or commands would spoil the screen, or be lost with it.  They are
 * printed once the terminal is restored.
 */
#ifndef TTY_HELD_ERRORS_H
#define TTY_HELD_ERRORS_H

/*
 * Starts to hold back standard error, if it is a terminal.  Keeps the first 64
 * KiB and drops the rest; on failure nothing changes.
 */
void	 held_errors_begin(void);

/*
 * Prints the messages and restores standard error.  Safe in a signal handler;
 * does nothing if nothing is held back.
 */
void	 held_errors_end(void);

#endif
