/* Orders: the rows of works by year, number of people, author and title. */
#include "index/orders.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

enum {
	CHUNK_ROWS = 4000,	/* just less than a page */
	ORDER_CHUNKS = 1 << 24	/* numbers of chunks that are one order's */
};

/* How SQL says each of them; equal ones are by strength. */
static const char *const columns[ORDER_COUNT + 1] = {
	[ORDER_YEAR] = "year DESC",
	[ORDER_SIZE] = "size DESC",
	[ORDER_AUTHOR] = "byline COLLATE NOCASE",
	[ORDER_TITLE] = "title COLLATE NOCASE",
};

bool
orders_have(enum order order)
{
	assert(order <= ORDER_COUNT);
	return columns[order] != NULL;
}

static void
store_chunk(struct db *db, int64_t number, const uint32_t *rows, size_t count)
{
	struct statement *st = db_prepare(db,
	    "INSERT INTO ordered(number, rows) VALUES(?, ?)");

	bind_int(st, 1, number);
	bind_bytes(st, 2, (const char *)rows, count * sizeof(*rows));
	statement_run(st);
}

static void
store_order(struct db *db, enum order order)
{
	char *sql = mem_format(NULL, "SELECT row FROM work ORDER BY %s, row",
	    columns[order]);
	struct statement *st = db_prepare(db, sql);
	int64_t number = (int64_t)order * ORDER_CHUNKS;
	uint32_t rows[CHUNK_ROWS];
	size_t count = 0;

	mem_free(sql);
	while (statement_step(st)) {
		rows[count++] = (uint32_t)column_int(st, 0);
		if (count < CHUNK_ROWS)
			continue;
		store_chunk(db, number++, rows, count);
		count = 0;
	}
	if (count > 0)
		store_chunk(db, number, rows, count);
}

void
orders_store(struct db *db)
{
	int order;

	for (order = 0; order < ORDER_COUNT; order++)
		if (orders_have((enum order)order))
			store_order(db, (enum order)order);
}

/* Where the taking of an order is. */
struct take {
	struct bitset	*left;		/* of the set: no row comes twice */
	size_t		 skip;
	size_t		 most;
	int64_t		*rows;
	size_t		 count;
};

static void
take_chunk(struct take *take, const char *bytes, size_t n)
{
	uint32_t row;
	size_t i;

	for (i = 0; i + sizeof(row) <= n && take->count < take->most; i +=
	    sizeof(row)) {
		memcpy(&row, bytes + i, sizeof(row));
		if (!bitset_has(take->left, row))
			continue;
		bitset_remove(take->left, row);
		if (take->skip > 0)
			take->skip--;
		else
			take->rows[take->count++] = row;
	}
}

int64_t *
orders_take(const void *ctx, struct db *db, enum order order,
    const struct bitset *set, size_t offset, size_t limit, size_t *count)
{
	struct statement *st = db_prepare(db, "SELECT rows FROM ordered WHERE "
	    "number>=?1 AND number<?2 ORDER BY number");
	size_t all = bitset_count(set);
	struct take take = { .skip = offset, .most = all <= offset ? 0 :
	    limit < all - offset ? limit : all - offset };

	assert(orders_have(order));
	take.left = bitset_copy(NULL, set);
	take.rows = mem_array(ctx, int64_t, take.most + 1);
	bind_int(st, 1, (int64_t)order * ORDER_CHUNKS);
	bind_int(st, 2, ((int64_t)order + 1) * ORDER_CHUNKS);
	while (take.count < take.most && statement_step(st))
		take_chunk(&take, column_bytes(st, 0), column_size(st, 0));
	statement_reset(st);
	if (take.count < take.most)
		db_damaged(db, "an order of the works is not whole");
	mem_free(take.left);
	*count = take.count;
	return take.rows;
}
