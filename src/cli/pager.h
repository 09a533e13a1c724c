/* The pager: shows long output one screen at a time. */
#ifndef CLI_PAGER_H
#define CLI_PAGER_H

#include "cli/run.h"

/*
 * Whether stdout is a terminal, or a pager that writes to one. pager_width() is
 * the width of the terminal in columns, 0 if there is none or its width is
 * unknown.
 */
bool	 pager_on_terminal(const struct run *run);
size_t	 pager_width(const struct run *run);

/* Whether there is no pager, or one that passes hyperlinks to the terminal. */
bool	 pager_passes_links(const struct run *run);

/*
 * Sends further output to a pager ($STRIGIL_PAGER, $PAGER or less) if it is
 * text for people on a terminal; messages as well.  Does nothing if there is a
 * pager already, in restricted mode, or if it cannot be started.
 */
void	 pager_start(struct run *run);

/*
 * Waits until the user quits the pager, then restores stdout.  Ignores the exit
 * status of the pager.
 */
void	 pager_end(struct run *run);

#endif
