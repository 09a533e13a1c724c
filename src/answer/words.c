/* Words: numbers a set of words. */
#include "answer/words.h"

#include <assert.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

enum { SLOTS = 1 << 12 };

struct entry {
	uint32_t	hash;
	uint32_t	start;		/* offset in the text */
};

struct words {
	struct buf	 text;		/* all words, each followed by NUL */
	struct entry	*entries;	/* index: number - 1 */
	size_t		 count;
	size_t		 capacity;
	size_t		 most;
	uint32_t	*slots;		/* numbers, in a hash table; 0: free */
	size_t		 slot_count;	/* size of the table, a power of two */
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

const char *
words_text(const struct words *words, uint32_t number)
{
	return words->text.data + words->entries[number - 1].start;
}

uint32_t
words_count(const struct words *words)
{
	return (uint32_t)words->count;
}

/* The slot of the word, or the free slot for it. */
static uint32_t *
slot_of(const struct words *words, uint32_t hash, const char *word, size_t n)
{
	size_t i = hash & (words->slot_count - 1);
	const char *text;

	for (; words->slots[i] != 0; i = (i + 1) & (words->slot_count - 1)) {
		if (words->entries[words->slots[i] - 1].hash != hash)
			continue;
		text = words_text(words, words->slots[i]);
		if (strncmp(text, word, n) == 0 && text[n] == '\0')
			break;
	}
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

uint32_t
words_find(const struct words *words, const char *word, size_t n)
{
	assert(word != NULL);
	return *slot_of(words, (uint32_t)XXH3_64bits(word, n), word, n);
}

uint32_t
words_number(struct words *words, const char *word, size_t n)
{
	uint32_t hash = (uint32_t)XXH3_64bits(word, n);
	uint32_t *slot = slot_of(words, hash, word, n);

	if (*slot != 0 || words->count == words->most)
		return *slot;
	words->entries = mem_grow(words, words->entries, &words->capacity,
	    words->count + 1, sizeof(*words->entries));
	words->entries[words->count++] = (struct entry){ hash,
	    (uint32_t)words->text.len };
	buf_add(words, &words->text, word, n);
	words->text.len++;		/* the NUL after the word */
	*slot = (uint32_t)words->count;
	if (words->count * 2 > words->slot_count)
		grow(words);
	return (uint32_t)words->count;
}
