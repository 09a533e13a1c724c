/* Selection: the works and claims that the user has selected. */
#include "tui/selection.h"

#include <assert.h>

#include "base/text.h"

enum { UNDO_MAX = 100 };

struct selection {
	struct list	*now;		/* char *, owned by it */
	struct list	 before;	/* struct list, newest last */
};

static struct list *
copy_selection(const struct selection *marked, const struct list *from)
{
	struct list *to = mem_new(marked, struct list);
	size_t i;

	for (i = 0; i < from->count; i++)
		list_add(to, to, mem_text(to, list_at(from, i)));
	return to;
}

struct selection *
selection_new(const void *ctx)
{
	struct selection *marked = mem_new(ctx, struct selection);

	marked->now = mem_new(marked, struct list);
	return marked;
}

const struct list *
selection_list(const struct selection *marked)
{
	return marked->now;
}

/* The index of an address, or the number of addresses. */
static size_t
selection_find(const struct selection *marked, const char *address)
{
	size_t i;

	for (i = 0; i < marked->now->count; i++)
		if (text_same(list_at(marked->now, i), address))
			break;
	return i;
}

bool
selection_has(const struct selection *marked, const char *address)
{
	assert(address != NULL);
	return selection_find(marked, address) < marked->now->count;
}

void
selection_note(struct selection *marked)
{
	struct list *before = &marked->before;

	if (before->count == UNDO_MAX)
		mem_free(list_take(before, 0));
	list_add(marked, before, copy_selection(marked, marked->now));
}

void
selection_set(struct selection *marked, const char *address, bool on)
{
	struct list *now = marked->now;
	size_t i = selection_find(marked, address);

	if (on && i == now->count)
		list_add(now, now, mem_text(now, address));
	if (on || i == now->count)
		return;
	mem_free(list_take(now, i));
}

void
selection_clear(struct selection *marked)
{
	mem_free(marked->now);
	marked->now = mem_new(marked, struct list);
}

bool
selection_undo(struct selection *marked)
{
	if (marked->before.count == 0)
		return false;
	mem_free(marked->now);
	marked->now = list_pop(&marked->before);
	return true;
}
