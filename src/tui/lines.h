/* Lines typed earlier: a history without duplicates, of limited length. */
#ifndef TUI_LINES_H
#define TUI_LINES_H

#include "base/mem.h"

struct lines;

/* An empty history of at most `most` lines; owned by `ctx`. */
struct lines	*lines_new(const void *ctx, size_t most);

/*
 * Appends a copy of a line; removes an earlier duplicate, and the oldest line
 * if there are too many.  Ignores "".
 */
void		 lines_add(struct lines *lines, const char *line);

size_t		 lines_count(const struct lines *lines);

/* The number of lines added since lines_settle() was called. */
size_t		 lines_fresh(const struct lines *lines);
void		 lines_settle(struct lines *lines);

/* A line by age, 0 the oldest; borrowed until the next change. */
const char	*lines_at(const struct lines *lines, size_t i);

#endif
