/*
 * Comma-separated values as RFC 4180 has them, and as spreadsheets write them:
 * with semicolons or tabs, any ends of lines, a byte order mark.
 */
#ifndef IMPORT_CSV_H
#define IMPORT_CSV_H

#include <stdbool.h>

#include "base/mem.h"

struct csv {
	const char	*at;
	char		 separator;	/* the one that line 1 has most of */
	size_t		 line;		/* of the record that was read last */
	size_t		 next;		/* of the one that comes next */
	bool		 keeps_lines;	/* lines within a cell stay apart */
};

/* Begins to read a text, which is borrowed. */
struct csv	 csv_begin(const char *text);

/*
 * The cells (char *, made safe to be shown) of the next record that is not
 * blank, at most 256, owned by `ctx`.  False at the end.
 */
bool	 csv_next(struct csv *csv, const void *ctx, struct list *cells);

#endif
