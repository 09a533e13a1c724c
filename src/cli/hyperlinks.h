/* Hyperlinks: decides whether to mark web addresses as links (OSC 8). */
#ifndef CLI_HYPERLINKS_H
#define CLI_HYPERLINKS_H

#include "cli/run.h"

/*
 * Whether the setting is "auto" and the terminal is known to support
 * hyperlinks.  Always false in restricted mode, where only "on" allows them.
 */
bool	 hyperlinks_are_known(const struct run *run);

/*
 * Whether a pager passes hyperlinks to a terminal known to support them: less
 * does since version 581 with -R, according to its NEWS.
 */
bool	 hyperlinks_pass(const struct run *run, const char *pager);

#endif
