/*
 * Page checksums: each page of an index ends in its own hash, so that damage is
 * detected when the page is read.
 *
 * SQLite leaves the last bytes of each page free for this (file format 2,
 * 1.3.4, "reserved space").  Its own cksumvfs does the same with a weaker
 * checksum, in a module that is not part of the library.
 */
#ifndef INDEX_PAGE_SUM_H
#define INDEX_PAGE_SUM_H

#include <stdbool.h>

struct sqlite3;

/*
 * Adds a checksum to every page written to an open database, and verifies it
 * when reading (SQLITE_IOERR_DATA if it differs).  Call before anything is
 * read; `ctx` must live until the database is closed.  False if SQLite does not
 * support it.
 */
bool	 page_sum_add(const void *ctx, struct sqlite3 *handle, bool build);

/*
 * Writes the checksum of a page into its last bytes; the page has `size` bytes
 * and belongs at offset `at` of the file.
 */
void	 page_sum_set(char *page, int size, long long at);

#endif
