/* Hyperlinks: whether web addresses are marked as links (OSC 8). */
#ifndef CLI_HYPERLINKS_H
#define CLI_HYPERLINKS_H

#include "cli/run.h"

/*
 * Whether the setting is "auto" and the terminal is known to understand them.
 * Not in restricted mode: there only "on" allows them.
 */
bool	 hyperlinks_are_known(const struct run *run);

/*
 * Whether a pager passes hyperlinks to a terminal that is known to understand
 * them: less does from version 581 on, if it has -R.  (Its NEWS.)
 */
bool	 hyperlinks_pass(const struct run *run, const char *pager);

#endif
