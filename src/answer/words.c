/* Words: numbers a set of words. */
#include "answer/words.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

enum { SLOTS = 1 << 12 };

struct word_entry {
	uint32_t	hash;
	uint32_t	start;		/* offset in the text */
};

struct words {
	struct buf	 text;		/* all words, each followed by NUL */
	struct word_entry	*entries;	/* index: number - 1 */
	size_t		 count;
	size_t		 capacity;
	size_t		 most;
	uint32_t	*slots;		/* numbers, in a hash table; 0: free */
	size_t		 slot_count;	/* size of the table, a power of two */
	/* Unpacked words have these members instead. */
	struct items	 packed;	/* the words, each followed by NUL */
	const unsigned char	*hashes;	/* in ascending order */
	const unsigned char	*numbers;	/* in the order of the hashes */
};

static void
set_slots(struct words *words, size_t count)
{
	mem_free(words->slots);
	words->slots = mem_array(words, uint32_t, count);
	words->slot_count = count;
}

struct words *
words_new(const void *ctx, size_t most)
{
	struct words *words = mem_new(ctx, struct words);

	words->most = most;
	set_slots(words, SLOTS);
	return words;
}

/* "" if the bytes were not made by words_pack(). */
static const char *
packed_text(const struct words *words, uint32_t number)
{
	struct unpacker in = items_at(&words->packed, number - 1);

	return in.at < in.end && in.end[-1] == '\0' ? (const char *)in.at : "";
}

const char *
words_text(const struct words *words, uint32_t number)
{
	if (words->hashes != NULL)
		return packed_text(words, number);
	return words->text.data + words->entries[number - 1].start;
}

uint32_t
words_count(const struct words *words)
{
	return (uint32_t)words->count;
}

static bool
words_same(const char *text, const char *word, size_t n)
{
	return strncmp(text, word, n) == 0 && text[n] == '\0';
}

/* The slot of the word, or the free slot for it. */
static uint32_t *
slot_of(const struct words *words, uint32_t hash, const char *word, size_t n)
{
	size_t i = hash & (words->slot_count - 1);

	for (; words->slots[i] != 0; i = (i + 1) & (words->slot_count - 1))
		if (words->entries[words->slots[i] - 1].hash == hash &&
		    words_same(words_text(words, words->slots[i]), word, n))
			break;
	return &words->slots[i];
}

static void
grow(struct words *words)
{
	size_t i, at, mask;

	set_slots(words, words->slot_count * 2);
	mask = words->slot_count - 1;
	for (i = 0; i < words->count; i++) {
		at = words->entries[i].hash & mask;
		while (words->slots[at] != 0)
			at = (at + 1) & mask;
		words->slots[at] = (uint32_t)i + 1;
	}
}

/* The number of an unpacked word, by bisection; 0 if it is not in the set. */
static uint32_t
packed_find(const struct words *words, uint32_t hash, const char *word,
    size_t n)
{
	size_t low = 0, high = words->count, middle;
	uint32_t number;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (fixed_at(words->hashes, middle) < hash)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < words->count && fixed_at(words->hashes, low) == hash;
	    low++) {
		number = fixed_at(words->numbers, low);
		if (number > 0 && number <= words->count && words_same(
		    packed_text(words, number), word, n))
			return number;
	}
	return 0;
}

uint32_t
words_find(const struct words *words, const char *word, size_t n)
{
	uint32_t hash;

	assert(word != NULL);
	hash = (uint32_t)XXH3_64bits(word, n);
	return words->hashes != NULL ? packed_find(words, hash, word, n) :
	    *slot_of(words, hash, word, n);
}

uint32_t
words_number(struct words *words, const char *word, size_t n)
{
	uint32_t hash = (uint32_t)XXH3_64bits(word, n);
	uint32_t *slot;

	assert(words->hashes == NULL);
	slot = slot_of(words, hash, word, n);
	if (*slot != 0 || words->count == words->most)
		return *slot;
	words->entries = mem_grow(words, words->entries, &words->capacity,
	    words->count + 1, sizeof(*words->entries));
	words->entries[words->count++] = (struct word_entry){ hash,
	    (uint32_t)words->text.len };
	buf_add(words, &words->text, word, n);
	words->text.len++;		/* the NUL after the word */
	*slot = (uint32_t)words->count;
	if (words->count * 2 > words->slot_count)
		grow(words);
	return (uint32_t)words->count;
}

/* A word with its hash, to be sorted. */
struct hashed {
	uint32_t	hash;
	uint32_t	number;
};

static int
by_hash(const void *a, const void *b)
{
	const struct hashed *left = a, *right = b;

	if (left->hash != right->hash)
		return left->hash < right->hash ? -1 : 1;
	return left->number < right->number ? -1 : 1;
}

void
words_pack(const struct words *words, const void *ctx, struct buf *out)
{
	struct hashed *order = mem_array(ctx, struct hashed, words->count);
	struct item_packer texts = { .count = 0 };
	const char *text;
	uint32_t i;

	for (i = 0; i < words->count; i++) {
		order[i] = (struct hashed){ words->entries[i].hash, i + 1 };
		text = words_text(words, i + 1);
		buf_add(ctx, &texts.bytes, text, strlen(text) + 1);
		pack_item_end(ctx, &texts);
	}
	if (words->count > 0)
		qsort(order, words->count, sizeof(*order), by_hash);
	pack_items(ctx, &texts, out);
	for (i = 0; i < words->count; i++)
		pack_fixed(ctx, order[i].hash, out);
	for (i = 0; i < words->count; i++)
		pack_fixed(ctx, order[i].number, out);
	mem_free(order);
}

struct words *
words_unpack(struct unpacker *in, const void *ctx)
{
	struct words *words = mem_new(ctx, struct words);
	size_t n;

	words->packed = unpack_items(in);
	words->count = words->packed.count;
	n = words->count * PACKED_FIXED;
	words->hashes = (const unsigned char *)unpack_raw(in, n);
	words->numbers = (const unsigned char *)unpack_raw(in, n);
	return words;
}
