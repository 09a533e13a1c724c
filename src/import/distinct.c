/* The texts in a work's lists, looked up by hash. */
#include "import/distinct.h"

#include <assert.h>
#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/text.h"

enum { DISTINCT_FIRST = 64 };

struct distinct_text {
	size_t		 list;
	const char	*text;		/* NULL: free */
};

/* The slot of a text, or a free slot for it. */
static struct distinct_text *
find_slot(const struct distinct *set, size_t list, const char *text)
{
	size_t at = XXH3_64bits_withSeed(text, strlen(text), list) &
	    (set->capacity - 1);

	while (set->slots[at].text != NULL && (set->slots[at].list != list ||
	    !text_same(set->slots[at].text, text)))
		at = (at + 1) & (set->capacity - 1);
	return &set->slots[at];
}

/* Doubles the number of slots, and keeps at least half of them free. */
static void
distinct_grow(const void *ctx, struct distinct *set)
{
	struct distinct old = *set;
	size_t i;

	set->capacity = old.capacity == 0 ? DISTINCT_FIRST : 2 * old.capacity;
	set->slots = mem_array(ctx, struct distinct_text, set->capacity);
	for (i = 0; i < old.capacity; i++)
		if (old.slots[i].text != NULL)
			*find_slot(set, old.slots[i].list, old.slots[i].text) =
			    old.slots[i];
	mem_free(old.slots);
}

bool
distinct_add(const void *ctx, struct distinct *set, size_t list,
    const char *text)
{
	struct distinct_text *slot;

	assert(set != NULL && text != NULL);
	if (2 * set->count >= set->capacity)
		distinct_grow(ctx, set);
	slot = find_slot(set, list, text);
	if (slot->text != NULL)
		return false;
	*slot = (struct distinct_text){ list, text };
	set->count++;
	return true;
}
