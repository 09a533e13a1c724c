/*
 * Lengths: how many words each text of a work has, stored for many works
 * together.  FTS5 also has them, but looks up one work at a time, which takes a
 * third of the time of a ranked search.
 */
#ifndef INDEX_LENGTHS_H
#define INDEX_LENGTHS_H

#include <stdint.h>

#include "index/db.h"
#include "record/field.h"

struct lengths;

/* Stores the lengths, once the texts of all works are indexed. */
void		 lengths_store(struct db *db);

/* A reader of the lengths for a search; fastest if rows are read in order. */
struct lengths	*lengths_new(const void *ctx, struct db *db);

/*
 * The lengths of a work's texts, by column; false if they are not stored or too
 * long.
 */
bool		 lengths_of(struct lengths *lengths, int64_t row,
		    uint16_t texts[WORK_COLUMNS]) MUST_CHECK;

#endif
