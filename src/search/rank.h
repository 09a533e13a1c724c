/*
 * Scores how well a record answers a query.
 *
 * A query has parts ("lateral epicondylalgia", "pain"), and each part has
 * alternatives: the term, the typed words, other wordings of the term.
 * Alternatives of a part never add up: in each column the best one counts.  The
 * columns of a part are summed by weight and saturated, and the parts are
 * summed by rarity (BM25F: Robertson, Zaragoza and Taylor, CIKM 2004).
 */
#ifndef SEARCH_RANK_H
#define SEARCH_RANK_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "record/field.h"

struct lengths;
struct sqlite3;

enum { RANK_PHRASES_MAX = 512, RANK_PARTS_MAX = 64, RANK_NO_PART = 255,
	RANK_COLUMNS_MAX = 16, RANK_LEVELS = 6 };

/*
 * The properties of the query that strigil_rank() needs; see rank_register().
 */
struct rank_query {
	const struct column	*columns;
	size_t			 count;		/* of columns */
	int			 leading;	/* column whose first word
						   counts more; -1: none */
	size_t			 phrases;
	unsigned char		 part_of[RANK_PHRASES_MAX];
	size_t			 parts;
	double			 rarity[RANK_PARTS_MAX];
	/* Tokens in the columns of an average record; computed when needed. */
	bool			 measured;
	double			 average[RANK_COLUMNS_MAX];
	struct lengths		*lengths;	/* of works; NULL: FTS5 has
						   them */
	/* The last row of each level, from 1; RANK_LEVELS: no level. */
	int64_t			 level_last[RANK_LEVELS + 1];
};

/*
 * Registers the SQL function strigil_rank(TABLE, QUERY) with a connection;
 * QUERY is bound by bind_pointer() with RANK_POINTER.  It returns a number
 * below zero; lower is better. strigil_graded(QUERY, NUMBER, ROW) adjusts it so
 * that the stronger of two equally relevant works comes first.  Also registers
 * strigil_has(SET, ROW), which is true for members of a struct bitset, bound
 * with RANK_SET_POINTER.
 */
bool	 rank_register(struct sqlite3 *handle, struct err *err) MUST_CHECK;

#define RANK_POINTER		"strigil-rank"
#define RANK_SET_POINTER	"strigil-set"

/* The rarity of a part found in `with` of `all` records. */
double	 rank_rarity(long with, long all);

#endif
