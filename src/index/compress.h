/*
 * Records are stored compressed if there are many.
 *
 * Records are alike: one by itself is compressed to three fifths, with others
 * before it to two fifths.  The first ones are stored as they are, and the last
 * bytes of these are the dictionary of all that follow, so that any one can be
 * read by itself: in SQL, as plain(pack).
 */
#ifndef INDEX_COMPRESS_H
#define INDEX_COMPRESS_H

#include "base/mem.h"
#include "index/db.h"

struct compressor;

/* For the records of one index, in any order; owned by `ctx`. */
struct compressor	*compressor_new(const void *ctx);

/* The bytes to store for a packed record, borrowed until the next call. */
const struct buf	*compressor_add(struct compressor *compressor,
			    const struct buf *pack);

/*
 * The dictionary, borrowed, once after the record that completed it; otherwise
 * NULL.  It must be stored, in the table of this name, before plain() is used
 * on what follows.
 */
const struct buf	*compressor_dictionary(struct compressor *compressor);

/* Adds plain() to a database. */
void	 compress_register(struct db *db);

#endif
