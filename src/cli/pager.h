/* The pager: what shows long output a screen at a time. */
#ifndef CLI_PAGER_H
#define CLI_PAGER_H

#include "cli/run.h"

/*
 * Whether stdout is a terminal: that of the pager counts, once there is one.
 * Its width in columns, 0 when it is none or does not know.
 */
bool	 pager_on_terminal(const struct run *run);
size_t	 pager_width(const struct run *run);

/* Whether there is none, or one that passes hyperlinks to the terminal. */
bool	 pager_passes_links(const struct run *run);

/*
 * From here on what is printed goes to a pager, if it is text for people, on
 * a terminal, and somebody wants one: $STRIGIL_PAGER, $PAGER, or less.
 * Remarks go there as well.  Nothing happens when there is one already, in
 * restricted mode, or when it cannot be started.
 */
void	 pager_start(struct run *run);

/*
 * Waits until the user has left the pager; then output is what it was.  The
 * exit status of the pager is not ours.
 */
void	 pager_end(struct run *run);

#endif
