/* Reference lists: their order, and the letters after years. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "library/cite.h"

/* A work in a list. */
struct listed {
	const struct work	*work;
	size_t			 place;	/* as given */
	char			*key;	/* see cite_sort_key() */
	char			*group;	/* see cite_group() */
};

static int
cite_by_key(const void *a, const void *b)
{
	const struct listed *one = a, *other = b;
	int order = strcmp(one->key, other->key);

	return order != 0 ? order : one->place < other->place ? -1 :
	    one->place > other->place;
}

/* The letter of the i-th work: "a" if the next is in the same group. */
static char
letter_of(const struct listed *all, size_t count, size_t i)
{
	size_t before = 0;

	while (before < i && before < 25 && text_same(all[i - before - 1].group,
	    all[i].group))
		before++;
	if (*all[i].group == '\0' || (before == 0 && (i + 1 == count ||
	    !text_same(all[i + 1].group, all[i].group))))
		return '\0';
	return (char)('a' + before);
}

struct list
cite_list_marked(const void *ctx, const struct list *works,
    enum cite_style style)
{
	struct listed *all = mem_array(ctx, struct listed, works->count + 1);
	struct list list = { .at = NULL };
	const struct work *work;
	struct cited *cited;
	bool sorted;
	size_t i;

	assert(style < CITE_STYLES);
	sorted = cite_style_is_sorted(style);
	for (i = 0; i < works->count; i++) {
		work = list_at(works, i);
		all[i] = (struct listed){ work, i, cite_sort_key(ctx, work,
		    style), cite_group(ctx, work, style) };
	}
	if (sorted && works->count > 1)
		qsort(all, works->count, sizeof(*all), cite_by_key);
	for (i = 0; i < works->count; i++) {
		cited = mem_new(ctx, struct cited);
		*cited = (struct cited){ all[i].work, cite_lettered(ctx,
		    all[i].work, style, sorted ? letter_of(all, works->count,
		    i) : '\0') };
		list_add(ctx, &list, cited);
	}
	return list;
}

struct list
cite_list(const void *ctx, const struct list *works, enum cite_style style)
{
	struct list marked = cite_list_marked(ctx, works, style);
	struct list list = { .at = NULL };
	const struct cited *cited;
	size_t i;

	for (i = 0; i < marked.count; i++) {
		cited = list_at(&marked, i);
		list_add(ctx, &list, cite_without_italics(cited->text));
	}
	return list;
}
