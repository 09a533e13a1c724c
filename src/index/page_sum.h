/*
 * Sums of pages: each page of an index ends in a hash of it, so that damage is
 * noticed when the page is read, not believed.
 *
 * SQLite keeps the last bytes of each page free for this (file format 2, 1.3.4,
 * "reserved space").  Its own cksumvfs does the same with a weaker sum, and as
 * a module that is not part of the library.
 */
#ifndef INDEX_PAGE_SUM_H
#define INDEX_PAGE_SUM_H

#include <stdbool.h>

struct sqlite3;

/*
 * Has every page of an open database summed when it is written and compared
 * when it is read (SQLITE_IOERR_DATA if it differs).  To be called before
 * anything is read; `ctx` must live until the database is closed.  False
 * where SQLite cannot do it.
 */
bool	 page_sum_add(const void *ctx, struct sqlite3 *handle, bool build);

/* Writes the sum of a page of `size` bytes that is `at` bytes into the file. */
void	 page_sum_set(char *page, int size, long long at);

#endif
