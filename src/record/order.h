/* Orders of search results. */
#ifndef RECORD_ORDER_H
#define RECORD_ORDER_H

enum order {
	ORDER_RELEVANCE,	/* best match first; of equal matches, the
				   stronger first */
	ORDER_LEVEL,		/* strongest first: level, year, size */
	ORDER_YEAR,		/* newest first */
	ORDER_AUTHOR,
	ORDER_TITLE,
	ORDER_SIZE,		/* largest first */
	ORDER_LIST,		/* order of the reading list in the query */
	ORDER_COUNT
};

/*
 * The name of an order, such as "relevance"; the order with a given name, or
 * ORDER_COUNT if it is unknown.
 */
const char	*order_name(enum order order);
enum order	 order_find(const char *name);

#endif
