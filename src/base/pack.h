/*
 * Packing: numbers and texts as bytes, for the index.
 *
 * A number is written seven bits at a time, the lowest first; all bytes but
 * the last have the high bit.  Reading never goes beyond the end, and never
 * yields a text that was not cleaned, whatever the bytes are: what is not as it
 * was written makes the unpacker wrong, and from then on all numbers are 0.
 */
#ifndef BASE_PACK_H
#define BASE_PACK_H

#include <stdbool.h>

#include "base/mem.h"

/* Appends a number below 2^63; the bytes are owned by `ctx`. */
void	 pack_number(const void *ctx, size_t number, struct buf *out);

/* Appends the length of a text and its bytes. */
void	 pack_text(const void *ctx, const char *text, struct buf *out);

struct unpacker {
	const unsigned char	*at;
	const unsigned char	*end;
	unsigned		 depth;		/* for its reader */
	bool			 wrong;
};

/* Begins with `n` bytes, which must outlive it. */
struct unpacker	 unpack_begin(const char *bytes, size_t n);

/* Whether all was read, and was right. */
bool	 unpack_is_done(const struct unpacker *in);

/* What pack_number() wrote. */
size_t	 unpack_number(struct unpacker *in);

/* A number that must be smaller than `limit`. */
size_t	 unpack_below(struct unpacker *in, size_t limit);

/* How many things follow, each of a byte at least. */
size_t	 unpack_count(struct unpacker *in);

/* The next `n` bytes, whatever they are, borrowed; NULL at the end. */
const char	*unpack_raw(struct unpacker *in, size_t n);

/* The next `n` bytes as a text, owned by `ctx`; NULL when they are not one. */
char	*unpack_bytes(struct unpacker *in, const void *ctx, size_t n);

/* What pack_text() wrote, owned by `ctx`; "" when it is not that. */
const char	*unpack_text(struct unpacker *in, const void *ctx);

#endif
