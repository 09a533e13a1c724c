/* Orders of search results. */
#include "record/order.h"

#include <assert.h>

#include "base/text.h"

static const char *const names[ORDER_COUNT] = {
	[ORDER_RELEVANCE] = "relevance",
	[ORDER_LEVEL] = "level",
	[ORDER_YEAR] = "year",
	[ORDER_AUTHOR] = "author",
	[ORDER_TITLE] = "title",
	[ORDER_SIZE] = "n",
	[ORDER_LIST] = "list",
};

const char *
order_name(enum order order)
{
	assert(order < ORDER_COUNT);
	return names[order];
}

enum order
order_find(const char *name)
{
	int i;

	for (i = 0; i < ORDER_COUNT; i++)
		if (text_same(names[i], name))
			break;
	return (enum order)i;
}
