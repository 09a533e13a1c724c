/* Lines typed before: a history without doubles, of bounded length. */
#ifndef TUI_LINES_H
#define TUI_LINES_H

#include "base/mem.h"

struct lines;

/* At most `most` lines, none yet; owned by `ctx`. */
struct lines	*lines_new(const void *ctx, size_t most);

/*
 * Adds a copy of a line as the newest; the same one further up goes, and so
 * does the oldest when there are too many.  "" is not added.
 */
void		 lines_add(struct lines *lines, const char *line);

size_t		 lines_count(const struct lines *lines);

/* How many of the newest were added since lines_settle() was called. */
size_t		 lines_fresh(const struct lines *lines);
void		 lines_settle(struct lines *lines);

/* A line by age, 0 the oldest; borrowed until the next change. */
const char	*lines_at(const struct lines *lines, size_t i);

#endif
