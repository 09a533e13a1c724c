/* Scores how well a record answers a query. */
#include "search/rank.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include <sqlite3.h>

#include "index/bitset.h"
#include "index/lengths.h"
#include "index/tokenizer.h"

/* Saturation and length normalisation, as usual for BM25. */
static const double k = 2.5, b = 0.5;

struct part_counts {
	/* How often a column contains a part, counting its best alternative. */
	unsigned short	best[RANK_PARTS_MAX][RANK_COLUMNS_MAX];
	/*
	 * Whether the text of a column starts with a part: the first author,
	 * for example.
	 */
	bool		leads[RANK_PARTS_MAX];
};

/* How much more the first author counts than other authors. */
static const double first_author = 1.25;

/* Added to the score for each level above "none". */
static const double level_share = 0.03;

/*
 * These functions return SQLite's status; text that could not be read has no
 * score.
 */

/*
 * Counts a phrase of a part.  xInst() would merge the positions of all phrases,
 * in a time that grows with the square of their number.
 */
static int
count_phrase(const Fts5ExtensionApi *api, Fts5Context *fts,
    const struct rank_query *query, int phrase, struct part_counts *counts)
{
	const int part = query->part_of[phrase];
	unsigned short now[RANK_COLUMNS_MAX] = { 0 };
	Fts5PhraseIter at;
	int column, offset, rc;

	rc = api->xPhraseFirst(fts, phrase, &at, &column, &offset);
	if (rc != SQLITE_OK)
		return rc;
	for (; column >= 0; api->xPhraseNext(fts, &at, &column, &offset)) {
		if (column >= RANK_COLUMNS_MAX)
			continue;
		counts->leads[part] |= offset == 0 && column ==
		    query->leading;
		if (++now[column] > counts->best[part][column])
			counts->best[part][column] = now[column];
	}
	return SQLITE_OK;
}

static int
count_phrases(const Fts5ExtensionApi *api, Fts5Context *fts,
    const struct rank_query *query, struct part_counts *counts)
{
	int rc = SQLITE_OK;
	size_t i;

	for (i = 0; i < query->phrases && rc == SQLITE_OK; i++)
		if (query->part_of[i] < RANK_PARTS_MAX)
			rc = count_phrase(api, fts, query, (int)i, counts);
	return rc;
}

/* The average length of the columns, computed once per query. */
static int
measure_all(const Fts5ExtensionApi *api, Fts5Context *fts,
    struct rank_query *query)
{
	sqlite3_int64 total, rows = 0;
	int rc = api->xRowCount(fts, &rows);
	size_t i;

	for (i = 0; i < query->count && rows > 0 && rc == SQLITE_OK; i++) {
		rc = api->xColumnTotalSize(fts, (int)i, &total);
		if (rc == SQLITE_OK)
			query->average[i] = (double)total / (double)rows;
	}
	query->measured = rc == SQLITE_OK;
	return rc;
}

/* The lengths of the columns compared with the average. */
static int
rank_measure(const Fts5ExtensionApi *api, Fts5Context *fts,
    const struct rank_query *query, double length[RANK_COLUMNS_MAX])
{
	uint16_t texts[WORK_COLUMNS];
	bool stored = query->lengths != NULL && lengths_of(query->lengths,
	    api->xRowid(fts), texts);
	int size, rc = SQLITE_OK;
	size_t i;

	for (i = 0; i < query->count && rc == SQLITE_OK; i++) {
		length[i] = 1;
		if (query->average[i] <= 0)
			continue;
		if (stored)
			size = texts[i];
		else
			rc = api->xColumnSize(fts, (int)i, &size);
		if (rc == SQLITE_OK)
			length[i] = size / query->average[i];
	}
	return rc;
}

static double
score_part(const struct rank_query *query, const unsigned short *best,
    const double *length)
{
	double sum = 0;
	size_t i;

	for (i = 0; i < query->count; i++)
		if (best[i] > 0)
			sum += query->columns[i].weight * best[i] /
			    (1 - b + b * length[i]);
	return sum * (k + 1) / (sum + k);
}

static void
on_rank(const Fts5ExtensionApi *api, Fts5Context *fts,
    sqlite3_context *context, int n, sqlite3_value **values)
{
	struct rank_query *query = n < 1 ? NULL :
	    sqlite3_value_pointer(values[0], RANK_POINTER);
	double length[RANK_COLUMNS_MAX], score = 0;
	struct part_counts counts;
	int rc = SQLITE_OK;
	size_t i;

	if (query == NULL) {
		sqlite3_result_double(context, 0);
		return;
	}
	assert(query->count <= RANK_COLUMNS_MAX);
	assert(query->parts <= RANK_PARTS_MAX);
	if (!query->measured)
		rc = measure_all(api, fts, query);
	memset(counts.best, 0, query->parts * sizeof(counts.best[0]));
	memset(counts.leads, 0, query->parts * sizeof(counts.leads[0]));
	if (rc == SQLITE_OK)
		rc = count_phrases(api, fts, query, &counts);
	if (rc == SQLITE_OK)
		rc = rank_measure(api, fts, query, length);
	if (rc != SQLITE_OK) {
		sqlite3_result_error_code(context, rc);
		return;
	}
	for (i = 0; i < query->parts; i++)
		score += query->rarity[i] * score_part(query, counts.best[i],
		    length) * (counts.leads[i] ? first_author : 1);
	sqlite3_result_double(context, -score);
}

static void
on_has(sqlite3_context *context, int n, sqlite3_value **values)
{
	const struct bitset *bits = n < 2 ? NULL :
	    sqlite3_value_pointer(values[0], RANK_SET_POINTER);

	sqlite3_result_int(context, bits != NULL && bitset_has(bits,
	    sqlite3_value_int64(values[1])));
}

/* Rows are in the order of levels, so the level of a work need not be read. */
static void
on_graded(sqlite3_context *context, int n, sqlite3_value **values)
{
	const struct rank_query *query = n < 3 ? NULL :
	    sqlite3_value_pointer(values[0], RANK_POINTER);
	sqlite3_int64 row;
	int level = 1;

	if (query == NULL) {
		sqlite3_result_double(context, 0);
		return;
	}
	row = sqlite3_value_int64(values[2]);
	while (level < RANK_LEVELS && row > query->level_last[level])
		level++;
	sqlite3_result_double(context, sqlite3_value_double(values[1]) *
	    (1.0 + level_share * (RANK_LEVELS - level)));
}

static bool
add_function(sqlite3 *handle, const char *name, int n, void (*function)(
    sqlite3_context *, int, sqlite3_value **))
{
	return sqlite3_create_function_v2(handle, name, n, SQLITE_UTF8 |
	    SQLITE_DIRECTONLY, NULL, function, NULL, NULL, NULL) == SQLITE_OK;
}

bool
rank_register(struct sqlite3 *handle, struct err *err)
{
	fts5_api *api = fts_api(handle);

	if (api != NULL && api->xCreateFunction(api, "strigil_rank", NULL,
	    on_rank, NULL) == SQLITE_OK && add_function(handle, "strigil_has",
	    2, on_has) && add_function(handle, "strigil_graded", 3, on_graded))
		return true;
	return err_set(err, ERR_SYSTEM,
	    "this SQLite has no full-text search (FTS5)");
}

double
rank_rarity(long with, long all)
{
	return log(1 + ((double)all - (double)with + 0.5) /
	    ((double)with + 0.5));
}
