/*
 * Packing: serialises numbers and texts for the index.
 *
 * A number is written seven bits at a time, lowest first; all bytes but the
 * last have the high bit set.  Reading never passes the end and never returns a
 * text that was not cleaned, whatever the bytes are: invalid data put the
 * unpacker in an error state, where every number is 0.
 */
#ifndef BASE_PACK_H
#define BASE_PACK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"

enum { PACKED_FIXED = 4 };	/* bytes of a number from pack_fixed() */

/* Appends a number below 2^63; the bytes are owned by `ctx`. */
void	 pack_number(const void *ctx, size_t number, struct buf *out);

/* Appends a text with its NUL, for unpack_string(). */
void	 pack_string(const void *ctx, const char *text, struct buf *out);

/* Appends a number in four bytes, lowest first, for fixed_at(). */
void	 pack_fixed(const void *ctx, uint32_t number, struct buf *out);

/*
 * Items that can each be unpacked without the others: everything packed into
 * `bytes` before pack_item_end() is one item.
 */
struct item_packer {
	struct buf	bytes;
	struct buf	ends;
	size_t		count;
};

void	 pack_item_end(const void *ctx, struct item_packer *items);

/* Appends the items, and frees them. */
void	 pack_items(const void *ctx, struct item_packer *items,
	    struct buf *out);

struct unpacker {
	const unsigned char	*at;
	const unsigned char	*end;
	bool			 wrong;
	/* Free for the caller to use. */
	bool			 whole;
	unsigned		 depth;
};

/* Starts to unpack `n` bytes, which must outlive the unpacker. */
struct unpacker	 unpack_begin(const char *bytes, size_t n);

/* Whether all bytes have been unpacked, without error. */
bool	 unpack_is_done(const struct unpacker *in);

/* Like unpack_number(), but accepts numbers of any size. */
size_t	 unpack_long_number(struct unpacker *in);

/* Reads a number from pack_number(); most are one byte. */
static inline size_t
unpack_number(struct unpacker *in)
{
	return in->at < in->end && *in->at < 0x80 && !in->wrong ? *in->at++ :
	    unpack_long_number(in);
}

/* Reads a number that must be less than `limit`. */
static inline size_t
unpack_below(struct unpacker *in, size_t limit)
{
	size_t number = unpack_number(in);

	in->wrong |= number >= limit;
	return in->wrong ? 0 : number;
}

/* Reads the number of items that follow, each of at least one byte. */
size_t	 unpack_count(struct unpacker *in);

/* The next `n` bytes, not validated, borrowed; NULL at the end. */
const char	*unpack_raw(struct unpacker *in, size_t n);

/* Reads a text from pack_string(), borrowed; "" if it is invalid. */
const char	*unpack_string(struct unpacker *in);

/* The number at an index of an array from pack_fixed(). */
static inline uint32_t
fixed_at(const unsigned char *numbers, size_t i)
{
	const unsigned char *at = numbers + i * PACKED_FIXED;

	return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 |
	    (uint32_t)at[3] << 24;
}

/* Items from pack_items(), borrowed; all zero: none. */
struct items {
	const unsigned char	*ends;
	const unsigned char	*bytes;
	size_t			 n;		/* bytes of all items */
	size_t			 count;
};

struct items	 unpack_items(struct unpacker *in);

/* Starts to unpack an item; a missing or invalid item has no bytes. */
struct unpacker	 items_at(const struct items *items, size_t i);

#endif
