/*
 * Strength: the order of works in which the strongest come first: by level
 * (those without one last), then the newer, then the larger.
 *
 * Works are numbered as they arrive, since the order is known only when all
 * of them are; it is kept as a list of rows.
 */
#ifndef INDEX_STRENGTH_H
#define INDEX_STRENGTH_H

#include "record/work.h"
#include "index/bitset.h"
#include "index/db.h"

/* The same order, for "ORDER BY" of rows of work named r. */
#define STRENGTH_ORDER	"coalesce(nullif(r.level, 0), 6), r.year DESC, " \
			"r.size DESC, r.record"

/* Building. */

struct strength;

struct strength	*strength_new(const void *ctx);

/* Adds a work, made of this record; forgets all. */
void	 strength_add(struct strength *strength, int64_t row,
	    int64_t record, const struct work *work);
void	 strength_clear(struct strength *strength);

/* Sorts them and writes the order. */
void	 strength_store(struct strength *strength, struct db *db);

/* Searching. */

/*
 * Calls `each` for the works of a set, the strongest first, without the first
 * `skip`, until it returns false.
 */
void	 strength_walk(struct db *db, const struct bitset *works, size_t skip,
	    bool (*each)(void *user, int64_t row), void *user);

#endif
