/*
 * Preparing: what can be made of a work without asking the index, so that
 * another thread does it: its bytes as they are stored, and its words.
 */
#ifndef INDEX_PREPARE_H
#define INDEX_PREPARE_H

#include "record/field.h"
#include "record/work.h"
#include "index/db.h"

struct preparer;

struct prepared {
	struct buf	pack;
	struct buf	columns[WORK_COLUMNS];	/* without terms; see token.h */
};

/* For use in one other thread while the database is open; NULL on failure. */
struct preparer	*preparer_new(const void *ctx, struct db *db);

/* Prepares a work that will not change any more; owned by `ctx`. */
struct prepared	*prepare_work(struct preparer *preparer, const void *ctx,
		    const struct work *work);

#endif
