/*
 * Orders: the rows of all works by year, number of people, first author and
 * title, stored ready made (by strength they are rows already).  A list in one
 * of them is walked through and what is in a set taken, so that the first page
 * of many hits costs the same in a large index as in a small one.
 */
#ifndef INDEX_ORDERS_H
#define INDEX_ORDERS_H

#include "index/bitset.h"
#include "index/db.h"
#include "record/order.h"

/* Whether an order is stored. */
bool	 orders_have(enum order order);

/* Writes them all, once every work has its row. */
void	 orders_store(struct db *db);

/*
 * The rows of a set in an order, as int64_t owned by `ctx`: at most `limit` from
 * the one after `offset` on; *count says how many.  When the database fails, or
 * its order lacks some of the set, db_ok() says so.
 */
int64_t	*orders_take(const void *ctx, struct db *db, enum order order,
	    const struct bitset *set, size_t offset, size_t limit,
	    size_t *count);

#endif
