/* Orders: in which works that were found may be listed. */
#ifndef RECORD_ORDER_H
#define RECORD_ORDER_H

enum order {
	ORDER_RELEVANCE,	/* the best match first, the stronger of equals */
	ORDER_LEVEL,		/* the strongest first: level, year, size */
	ORDER_YEAR,		/* the newest first */
	ORDER_AUTHOR,
	ORDER_TITLE,
	ORDER_SIZE,		/* the largest first */
	ORDER_COUNT
};

/* What the order is called: "relevance"; and back, ORDER_COUNT if unknown. */
const char	*order_name(enum order order);
enum order	 order_find(const char *name);

#endif
