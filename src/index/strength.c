/* Strength: the order of works in which the strongest come first. */
#include "index/strength.h"

#include <stdlib.h>

enum { PART = 1 << 14, NO_LEVEL = 6 };

struct standing {
	long		size;
	uint32_t	record;
	uint32_t	row;
	int		level;		/* NO_LEVEL: without one */
	int		year;
};

struct strength {
	struct standing	*at;
	size_t		 count;
	size_t		 capacity;
};

struct strength *
strength_new(const void *ctx)
{
	return mem_new(ctx, struct strength);
}

void
strength_add(struct strength *strength, int64_t row, int64_t record,
    const struct work *work)
{
	int level = work_level(work);

	strength->at = mem_grow(strength, strength->at, &strength->capacity,
	    strength->count + 1, sizeof(*strength->at));
	strength->at[strength->count++] = (struct standing){
		.size = work_size(work),
		.record = (uint32_t)record,
		.row = (uint32_t)row,
		.level = level == 0 ? NO_LEVEL : level,
		.year = work_year(work),
	};
}

void
strength_clear(struct strength *strength)
{
	strength->count = 0;
}

static int
by_strength(const void *a, const void *b)
{
	const struct standing *x = a, *y = b;

	if (x->level != y->level)
		return x->level < y->level ? -1 : 1;
	if (x->year != y->year)
		return x->year > y->year ? -1 : 1;
	if (x->size != y->size)
		return x->size > y->size ? -1 : 1;
	return x->record < y->record ? -1 : x->record > y->record;
}

void
strength_store(struct strength *strength, struct db *db)
{
	struct statement *st = db_prepare(db,
	    "INSERT INTO strength(rows) VALUES(?)");
	uint32_t *rows = mem_array(strength, uint32_t, PART);
	size_t i, n = 0;

	if (strength->count > 0)
		qsort(strength->at, strength->count, sizeof(*strength->at),
		    by_strength);
	for (i = 0; i < strength->count; i++) {
		rows[n++] = strength->at[i].row;
		if (n < PART && i + 1 < strength->count)
			continue;
		bind_bytes(st, 1, (const char *)rows, n * sizeof(*rows));
		statement_run(st);
		n = 0;
	}
	mem_free(rows);
}

/* Searching. */

struct walk {
	const struct bitset	*works;
	size_t			 skip;
	bool			(*each)(void *user, int64_t row);
	void			*user;
};

/* Goes through a part of the order; false when it was told to stop. */
static bool
walk_part(struct walk *walk, const char *bytes, size_t n)
{
	uint32_t row;
	size_t i;

	for (i = 0; i + sizeof(row) <= n; i += sizeof(row)) {
		memcpy(&row, bytes + i, sizeof(row));
		if (!bitset_has(walk->works, row))
			continue;
		if (walk->skip > 0)
			walk->skip--;
		else if (!walk->each(walk->user, row))
			return false;
	}
	return true;
}

void
strength_walk(struct db *db, const struct bitset *works, size_t skip,
    bool (*each)(void *user, int64_t row), void *user)
{
	struct walk walk = { works, skip, each, user };
	struct statement *st = db_prepare(db,
	    "SELECT rows FROM strength ORDER BY part");

	while (statement_step(st))
		if (!walk_part(&walk, column_bytes(st, 0), column_size(st, 0)))
			break;
	statement_reset(st);
}
