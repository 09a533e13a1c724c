/*
 * Orders: all works sorted by year, number of people, first author or title,
 * stored as lists of rows (rows themselves are sorted by strength).  A search
 * reads the list until it has enough rows of its set, so the first page of many
 * results costs the same in a large index as in a small one.
 */
#ifndef INDEX_ORDERS_H
#define INDEX_ORDERS_H

#include "index/bitset.h"
#include "index/db.h"
#include "record/order.h"

/* Whether an order is stored. */
bool	 orders_have(enum order order);

/* Stores all orders, once every work has its row. */
void	 orders_store(struct db *db);

/*
 * The rows of a set in a stored order, owned by `ctx`: at most `limit` after
 * the first `offset`; *count is their number.  If the database fails or its
 * order lacks rows of the set, there are fewer, and db_ok() is false.
 */
int64_t	*orders_take(const void *ctx, struct db *db, enum order order,
	    const struct bitset *set, size_t offset, size_t limit,
	    size_t *count);

#endif
