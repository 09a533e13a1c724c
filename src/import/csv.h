/*
 * Comma-separated values (RFC 4180), including the variants of spreadsheets:
 * semicolons or tabs, any line ends, a byte order mark.
 */
#ifndef IMPORT_CSV_H
#define IMPORT_CSV_H

#include <stdbool.h>

#include "base/mem.h"

struct csv {
	const char	*at;
	char		 separator;	/* most frequent separator in line 1 */
	size_t		 line;		/* line of the record last read */
	size_t		 next;		/* line of the next record */
	bool		 keeps_lines;	/* keep line breaks within a cell */
};

/* Starts to read a text, which is borrowed. */
struct csv	 csv_begin(const char *text);

/* Starts with a known separator, for records after the first line. */
struct csv	 csv_begin_with(const char *text, char separator);

/*
 * The cells (char *, made safe for display) of the next record that is not
 * blank, at most 256, owned by `ctx`.  False at the end.
 */
bool	 csv_next(struct csv *csv, const void *ctx, struct list *cells);

#endif
