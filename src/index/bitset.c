/* Bit sets of works, by row. */
#include "index/bitset.h"

#include <assert.h>
#include <string.h>

#include "base/pack.h"

enum { WORD_BITS = 64, CHUNK_BYTES = BITSET_CHUNK / 8 };

static size_t
word_count(size_t size)
{
	return (size + WORD_BITS - 1) / WORD_BITS;
}

struct bitset *
bitset_new(const void *ctx, size_t size)
{
	struct bitset *bits = mem_new(ctx, struct bitset);

	bits->size = size;
	bits->words = mem_array(bits, uint64_t, word_count(size) + 1);
	memset(bits->words, 0, (word_count(size) + 1) * sizeof(uint64_t));
	return bits;
}

struct bitset *
bitset_full(const void *ctx, size_t size)
{
	struct bitset *bits = bitset_new(ctx, size);

	memset(bits->words, 0xFF, word_count(size) * sizeof(uint64_t));
	if (size % WORD_BITS != 0)
		bits->words[size / WORD_BITS] =
		    (UINT64_C(1) << size % WORD_BITS) - 1;
	return bits;
}

struct bitset *
bitset_copy(const void *ctx, const struct bitset *bits)
{
	struct bitset *copy = bitset_new(ctx, bits->size);

	memcpy(copy->words, bits->words, word_count(bits->size) *
	    sizeof(uint64_t));
	return copy;
}

static bool
is_within(const struct bitset *bits, int64_t row)
{
	return row > 0 && (uint64_t)row <= bits->size;
}

void
bitset_add(struct bitset *bits, int64_t row)
{
	uint64_t bit = (uint64_t)row - 1;

	if (is_within(bits, row))
		bits->words[bit / WORD_BITS] |= UINT64_C(1) << bit % WORD_BITS;
}

void
bitset_remove(struct bitset *bits, int64_t row)
{
	uint64_t bit = (uint64_t)row - 1;

	if (is_within(bits, row))
		bits->words[bit / WORD_BITS] &= ~(UINT64_C(1) << bit %
		    WORD_BITS);
}

bool
bitset_has(const struct bitset *bits, int64_t row)
{
	uint64_t bit = (uint64_t)row - 1;

	return is_within(bits, row) &&
	    (bits->words[bit / WORD_BITS] >> bit % WORD_BITS & 1) != 0;
}

/* A set may be shorter if its construction was interrupted. */
static size_t
words_of_both(const struct bitset *a, const struct bitset *b)
{
	return word_count(a->size < b->size ? a->size : b->size);
}

void
bitset_and(struct bitset *bits, const struct bitset *other)
{
	size_t n = words_of_both(bits, other), i;

	for (i = 0; i < n; i++)
		bits->words[i] &= other->words[i];
	for (; i < word_count(bits->size); i++)
		bits->words[i] = 0;
}

void
bitset_or(struct bitset *bits, const struct bitset *other)
{
	size_t n = words_of_both(bits, other), i;

	for (i = 0; i < n; i++)
		bits->words[i] |= other->words[i];
}

void
bitset_and_not(struct bitset *bits, const struct bitset *other)
{
	size_t n = words_of_both(bits, other), i;

	for (i = 0; i < n; i++)
		bits->words[i] &= ~other->words[i];
}

static size_t
ones(uint64_t word)
{
	return (size_t)__builtin_popcountll(word);
}

size_t
bitset_count(const struct bitset *bits)
{
	size_t n = word_count(bits->size), count = 0, i;

	for (i = 0; i < n; i++)
		count += ones(bits->words[i]);
	return count;
}

size_t
bitset_count_both(const struct bitset *a, const struct bitset *b)
{
	size_t n = words_of_both(a, b), count = 0, i;

	for (i = 0; i < n; i++)
		count += ones(a->words[i] & b->words[i]);
	return count;
}

static int64_t
lowest(uint64_t word, size_t i)
{
	return (int64_t)(i * WORD_BITS) + __builtin_ctzll(word) + 1;
}

int64_t
bitset_next(const struct bitset *bits, int64_t row)
{
	size_t n = word_count(bits->size), i = (size_t)row / WORD_BITS;
	uint64_t word;

	if (i >= n)
		return 0;
	word = bits->words[i] & (~UINT64_C(0) << (uint64_t)row % WORD_BITS);
	while (word == 0) {
		if (++i >= n)
			return 0;
		word = bits->words[i];
	}
	return lowest(word, i);
}

int64_t
bitset_skip(const struct bitset *bits, size_t skip)
{
	size_t n = word_count(bits->size), i, count;
	uint64_t word;

	for (i = 0; i < n; i++) {
		word = bits->words[i];
		count = ones(word);
		if (skip < count)
			break;
		skip -= count;
	}
	if (i == n)
		return 0;
	for (word = bits->words[i]; skip > 0; skip--)
		word &= word - 1;
	return lowest(word, i);
}

/* Chunks, in the stored form. */

void
bitset_pack(const void *ctx, const uint16_t *numbers, size_t count,
    struct buf *out)
{
	static const char zero[CHUNK_BYTES];
	size_t start = out->len, i, next = 0;

	assert(count <= BITSET_CHUNK);
	for (i = 0; i < count && out->len - start < CHUNK_BYTES; i++) {
		pack_number(ctx, numbers[i] - next, out);
		next = (size_t)numbers[i] + 1;
	}
	if (out->len - start < CHUNK_BYTES)
		return;
	out->len = start;
	buf_add(ctx, out, zero, CHUNK_BYTES);
	for (i = 0; i < count; i++)
		out->data[start + numbers[i] / 8] |=
		    (char)(1U << numbers[i] % 8);
}

/*
 * Adds a stored list of numbers, each stored as its distance from the previous
 * number.
 */
static bool
add_list(struct bitset *bits, int64_t base, const char *bytes, size_t n)
{
	struct unpacker in = unpack_begin(bytes, n);
	size_t number = 0;

	for (; in.at < in.end; number++) {
		number += unpack_number(&in);
		if (in.wrong || number >= BITSET_CHUNK)
			return false;
		bitset_add(bits, base + (int64_t)number + 1);
	}
	return true;
}

static void
add_bytes(struct bitset *bits, int64_t base, const char *bytes)
{
	size_t first = (size_t)base / WORD_BITS, i, k;
	size_t last = word_count(bits->size);
	uint64_t word;

	for (i = 0; i < CHUNK_BYTES / sizeof(word) && first + i < last; i++) {
		word = 0;
		for (k = 0; k < sizeof(word); k++)
			word |= (uint64_t)(unsigned char)bytes[i *
			    sizeof(word) + k] << k * 8;
		bits->words[first + i] |= word;
	}
}

bool
bitset_unpack(struct bitset *bits, size_t chunk, const char *bytes, size_t n)
{
	int64_t base = (int64_t)chunk * BITSET_CHUNK;

	assert(bits != NULL);
	if (n > CHUNK_BYTES)
		return false;
	if (n < CHUNK_BYTES)
		return add_list(bits, base, bytes, n);
	add_bytes(bits, base, bytes);
	return true;
}
