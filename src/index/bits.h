/*
 * Bits: sets of works (or claims) by their row, one bit for each.
 *
 * A million works are 125 kB, so joining two sets takes microseconds and
 * counting is exact.  (Compressed sets, such as Roaring bitmaps, would be
 * smaller and need a library that not every system has.)
 *
 * In the index a set is stored in chunks of BITS_CHUNK rows, each as a list
 * of 16-bit numbers or, when that is shorter, as the bits themselves.
 */
#ifndef INDEX_BITS_H
#define INDEX_BITS_H

#include <stdint.h>

#include "base/mem.h"

enum { BITS_CHUNK = 1 << 16 };

struct bits {
	size_t		 size;		/* rows 1 to size */
	uint64_t	*words;
};

/* The empty set, the full one, a copy; owned by `ctx`. */
struct bits	*bits_new(const void *ctx, size_t size);
struct bits	*bits_full(const void *ctx, size_t size);
struct bits	*bits_copy(const void *ctx, const struct bits *bits);

/* Rows beyond the size are never in a set, and not put into it. */
void	 bits_add(struct bits *bits, int64_t row);
bool	 bits_has(const struct bits *bits, int64_t row);

/* Sets of the same size: what is in both, in either, in the first only. */
void	 bits_and(struct bits *bits, const struct bits *other);
void	 bits_or(struct bits *bits, const struct bits *other);
void	 bits_and_not(struct bits *bits, const struct bits *other);

size_t	 bits_count(const struct bits *bits);
size_t	 bits_count_both(const struct bits *a, const struct bits *b);

/* The first row behind `row` (0: the first of all), 0 when there is none. */
int64_t	 bits_next(const struct bits *bits, int64_t row);

/* The row that `skip` others stand before, 0 when there is none. */
int64_t	 bits_skip(const struct bits *bits, size_t skip);

/*
 * Stores `count` numbers below BITS_CHUNK, in rising order, as one chunk; the
 * bytes are owned by `ctx`.
 */
void	 bits_pack(const void *ctx, const uint16_t *numbers, size_t count,
	    struct buf *out);

/* Adds a stored chunk to a set; false when the bytes are none. */
bool	 bits_unpack(struct bits *bits, size_t chunk, const char *bytes,
	    size_t n);

#endif
