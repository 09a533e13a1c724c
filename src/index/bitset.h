/*
 * Bit sets of works (or claims), by row.
 *
 * A million works are 125 kB, so combining two sets takes microseconds and
 * counts are exact. (Compressed sets, such as Roaring bitmaps, would be smaller
 * but need a library that some systems lack.)
 *
 * The index stores a set in chunks of BITSET_CHUNK rows, each as the distances
 * between its rows (base/pack.h) or, if that is shorter, as the bits themselves.
 */
#ifndef INDEX_BITSET_H
#define INDEX_BITSET_H

#include <stdint.h>

#include "base/mem.h"

enum { BITSET_CHUNK = 1 << 16 };

struct bitset {
	size_t		 size;		/* rows 1 to size */
	uint64_t	*words;
};

/* An empty set, a full one, a copy; owned by `ctx`. */
struct bitset	*bitset_new(const void *ctx, size_t size);
struct bitset	*bitset_full(const void *ctx, size_t size);
struct bitset	*bitset_copy(const void *ctx, const struct bitset *bits);

/*
 * Adds a row, removes one, or checks for one.  Rows beyond the size are never
 * in a set.
 */
void	 bitset_add(struct bitset *bits, int64_t row);
void	 bitset_remove(struct bitset *bits, int64_t row);
bool	 bitset_has(const struct bitset *bits, int64_t row);

/*
 * Intersection, union, difference.  `other` may be shorter, if its construction
 * was interrupted: it has none of the rows beyond its size.
 */
void	 bitset_and(struct bitset *bits, const struct bitset *other);
void	 bitset_or(struct bitset *bits, const struct bitset *other);
void	 bitset_and_not(struct bitset *bits, const struct bitset *other);

size_t	 bitset_count(const struct bitset *bits);
size_t	 bitset_count_both(const struct bitset *a, const struct bitset *b);

/* The first row after `row` (0: the first row); 0 if there is none. */
int64_t	 bitset_next(const struct bitset *bits, int64_t row);

/* The row that follows the first `skip` rows of the set; 0 if there is none. */
int64_t	 bitset_skip(const struct bitset *bits, size_t skip);

/*
 * Packs `count` ascending numbers below BITSET_CHUNK into one chunk; the bytes
 * are owned by `ctx`.
 */
void	 bitset_pack(const void *ctx, const uint16_t *numbers, size_t count,
	    struct buf *out);

/* Adds a stored chunk to a set; false if the bytes are invalid. */
bool	 bitset_unpack(struct bitset *bits, size_t chunk, const char *bytes,
	    size_t n);

#endif
