/* Orders: the rows of works by year, number of people, author and title. */
#include "index/orders.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

enum {
	CHUNK_ROWS = 4000,	/* a chunk is just smaller than a page */
	ORDER_CHUNKS = 1 << 24	/* chunk numbers reserved for each order */
};

/* The rows in each stored order; equal works are sorted by strength. */
#define SORTED_BY(key)	"SELECT row FROM work ORDER BY " key ", row"
static const char *const sorted[ORDER_COUNT + 1] = {
	[ORDER_YEAR] = SORTED_BY("year DESC"),
	[ORDER_SIZE] = SORTED_BY("size DESC"),
	[ORDER_AUTHOR] = SORTED_BY("byline COLLATE NOCASE"),
	[ORDER_TITLE] = SORTED_BY("title COLLATE NOCASE"),
};

bool
orders_have(enum order order)
{
	assert(order <= ORDER_COUNT);
	return sorted[order] != NULL;
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
	struct statement *st = db_prepare(db, sorted[order]);
	int64_t number = (int64_t)order * ORDER_CHUNKS;
	uint32_t rows[CHUNK_ROWS];
	size_t count = 0;

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

/* Progress of orders_take(). */
struct take {
	struct bitset	*left;		/* rows of the set not yet seen */
	size_t		 skip;		/* rows still to skip */
	size_t		 most;		/* size of `rows` */
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
		db_damaged(db, "a stored sort order is incomplete");
	mem_free(take.left);
	*count = take.count;
	return take.rows;
}
