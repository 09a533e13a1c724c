/*
 * Compresses the records of an index if there are many.
 *
 * Records are alike: compression leaves three fifths of a single record, but
 * two fifths of one that follows others.  The first records are therefore
 * stored as they are, and their last bytes are the dictionary for all that
 * follow, so that each can be read by itself: in SQL, as plain(pack).
 */
#ifndef INDEX_COMPRESS_H
#define INDEX_COMPRESS_H

#include "base/mem.h"
#include "index/db.h"

struct compressor;

/*
 * A compressor for the records of one index, in any order; owned by `ctx`.  With
 * `plain` it compresses none.
 */
struct compressor	*compressor_new(const void *ctx, bool plain);

/* The bytes to store for a packed record, borrowed until the next call. */
const struct buf	*compressor_add(struct compressor *compressor,
			    const struct buf *pack);

/*
 * Returns the dictionary, borrowed, once after the record that completed it;
 * otherwise NULL.  Store it in the table `dictionary` before plain() is used on
 * the records that follow.
 */
const struct buf	*compressor_dictionary(struct compressor *compressor);

/* Adds the SQL function plain() to a database. */
void	 compress_register(struct db *db);

#endif
