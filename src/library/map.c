/* Maps: counts works for each pair of values of two fields. */
#include "library/map.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "library/private.h"
#include "record/field.h"
#include "search/evaluate.h"
#include "search/studies.h"

/*
 * The best kind of study has the highest level by design, before grading down;
 * at the same level, the order is as follows.  At level 5, animal studies have
 * a separate letter.
 */
const struct map_letter map_letters[] = {
	{ 'S', "systematic review" },
	{ 'R', "randomised trial" },
	{ 'N', "controlled without randomisation" },
	{ 'O', "observational, diagnostic or other study" },
	{ 'C', "case or before-and-after" },
	{ 'T', "theory, laboratory, opinion" },
	{ 'A', "animals only" },
	{ '-', "no level" },
};
const size_t map_letters_count = COUNT(map_letters);

/* Kinds of study at levels 1 to 4: the first of map_letters. */
enum { KINDS = 5, KINDS_OF_LEVELS = 4 * KINDS };

struct mapper {
	const void		*ctx;
	struct searcher		*se;
	void			*scratch;
	const struct bitset	*kinds[KINDS_OF_LEVELS];
	const struct bitset	*mechanisms;	/* level 5 */
	const struct bitset	*animals;
	const struct studies	*studies;
};

static struct bitset *
set_of(struct mapper *mp, const char *field, const char *id)
{
	return evaluate(mp->scratch, mp->se, RECTYPE_WORK, facet_expr(
	    mp->scratch, mp->se, field, id));
}

static void
map_prepare(struct mapper *mp)
{
	char kind[3] = "1S";
	size_t i;

	for (i = 0; i < KINDS_OF_LEVELS; i++) {
		kind[0] = (char)('1' + i / KINDS);
		kind[1] = map_letters[i % KINDS].letter;
		mp->kinds[i] = evaluate(mp->scratch, mp->se, RECTYPE_WORK,
		    expr_value(mp->scratch, "base", kind));
	}
	mp->mechanisms = evaluate(mp->scratch, mp->se, RECTYPE_WORK,
	    expr_base(mp->scratch, 5));
	mp->animals = evaluate(mp->scratch, mp->se, RECTYPE_WORK,
	    expr_value(mp->scratch, "subjects", "animal"));
	mp->studies = studies_of(mp->se);
}

/* Conditions that works cover without a finding on them. */

static struct bitset *
covering_works(struct mapper *mp, const char *condition, const char *outcome)
{
	return evaluate(mp->scratch, mp->se, RECTYPE_WORK, expr_covering(
	    mp->scratch, condition, outcome));
}

/*
 * Removes from a set the works that only cover the condition and outcome of a
 * cell or, if `column` or `row` is NULL, the condition of a heading.  Returns
 * the value of "covers" that finds them; NULL if there are none.
 */
static const char *
remove_covering(struct mapper *mp, const struct map *map,
    const char *row, const char *column, struct bitset *works)
{
	bool of_rows = row != NULL && text_same(map->row_field, "condition");
	const char *condition = of_rows ? row : column;
	const char *outcome = of_rows ? column : row;
	struct bitset *covering;
	size_t before = bitset_count(works);

	if (condition == NULL || (!of_rows && !text_same(map->column_field,
	    "condition")))
		return NULL;
	if (!text_same(of_rows ? map->column_field : map->row_field,
	    "outcome"))
		outcome = NULL;
	covering = covering_works(mp, condition, outcome);
	bitset_and_not(works, covering);
	mem_free(covering);
	if (bitset_count(works) == before)
		return NULL;
	return outcome == NULL ? mem_text(mp->ctx, condition) :
	    mem_format(mp->ctx, "%s/%s", condition, outcome);
}

/* Headings. */

static const char *
broader_of(struct mapper *mp, const char *id)
{
	struct statement *st = db_prepare(mp->se->db,
	    "SELECT broader FROM term WHERE id=?");
	const char *broader = NULL;

	bind_text(st, 1, id);
	if (statement_step(st) && !column_is_null(st, 0))
		broader = mem_text(mp->scratch, column_text(st, 0));
	statement_reset(st);
	return broader;
}

static bool
map_is_among(const struct list *counts, const char *id)
{
	const struct facet_count *row;
	size_t i;

	for (i = 0; i < counts->count; i++) {
		row = list_at(counts, i);
		if (text_same(row->id, id))
			return true;
	}
	return false;
}

/*
 * Adds headings for the terms directly below a term (NULL: at the top), each
 * followed by its narrower terms.
 */
static void
add_heads(struct mapper *mp, const struct list *counts, const char *below,
    unsigned depth, struct list *heads)
{
	const struct facet_count *row;
	struct map_head *head;
	const char *broader;
	size_t i;

	for (i = 0; i < counts->count && depth < 8; i++) {
		row = list_at(counts, i);
		broader = broader_of(mp, row->id);
		if (broader != NULL && !map_is_among(counts, broader))
			broader = NULL;
		if (!text_same(broader, below))
			continue;
		head = mem_new(mp->ctx, struct map_head);
		*head = (struct map_head){ row->id, row->label, row->count,
		    depth };
		list_add(mp->ctx, heads, head);
		add_heads(mp, counts, row->id, depth + 1, heads);
	}
}

static int
compare_labels(const void *one, const void *other)
{
	const struct facet_count *const *a = one, *const *b = other;

	return strcasecmp((*a)->label, (*b)->label);
}

/* Counts the works of conditions again, without those that only cover them. */
static struct list
without_covering(struct mapper *mp, const struct map *map,
    const struct list *counts, const struct bitset *works)
{
	bool rows = text_same(map->row_field, "condition");
	struct list left = { .at = NULL };
	struct facet_count *row;
	struct bitset *set;
	size_t i;

	for (i = 0; i < counts->count; i++) {
		row = list_at(counts, i);
		set = set_of(mp, "condition", row->id);
		bitset_and(set, works);
		if (remove_covering(mp, map, rows ? row->id : NULL, rows ?
		    NULL : row->id, set) != NULL)
			row->count = (long)(bitset_count(set) -
			    studies_repeated(mp->studies, set));
		if (row->count > 0)
			list_add(mp->ctx, &left, row);
		mem_free(set);
	}
	return left;
}

static struct list
heads_of(struct mapper *mp, struct library *library,
    const struct result *result, const struct map *map, const char *field,
    bool by_name)
{
	struct list counts = library_facet(library, mp->ctx, result, field);
	struct list heads = { .at = NULL };

	if (text_same(field, "condition"))
		counts = without_covering(mp, map, &counts,
		    result->found->set);
	if (by_name && counts.count > 0)
		qsort(counts.at, counts.count, sizeof(*counts.at),
		    compare_labels);
	add_heads(mp, &counts, NULL, 0, &heads);
	return heads;
}

/* Cells. */

static char
best_of(const struct mapper *mp, const struct bitset *works, long count)
{
	size_t i;

	for (i = 0; i < KINDS_OF_LEVELS; i++)
		if (bitset_count_both(works, mp->kinds[i]) > 0)
			return map_letters[i % KINDS].letter;
	if ((long)bitset_count_both(works, mp->animals) == count)
		return 'A';
	return bitset_count_both(works, mp->mechanisms) > 0 ? 'T' : '-';
}

static void
fill_cell(struct mapper *mp, const struct map *map, struct map_cell *cell,
    const char *row, const char *column, struct bitset *works)
{
	cell->covers = remove_covering(mp, map, row, column, works);
	cell->count = (long)bitset_count(works);
	cell->best = cell->count == 0 ? ' ' : best_of(mp, works, cell->count);
	cell->count -= (long)studies_repeated(mp->studies, works);
}

static void
fill_row(struct mapper *mp, const struct map *map, size_t row,
    const struct bitset *works, struct bitset *const *columns)
{
	const struct map_head *head = list_at(&map->rows, row), *column;
	struct map_cell *cell;
	struct bitset *both;
	size_t i;

	for (i = 0; i < map->columns.count; i++) {
		cell = &map->cells[row * map->columns.count + i];
		cell->best = ' ';
		if (bitset_count_both(works, columns[i]) == 0)
			continue;
		column = list_at(&map->columns, i);
		both = bitset_copy(mp->scratch, works);
		bitset_and(both, columns[i]);
		fill_cell(mp, map, cell, head->id, column->id, both);
		mem_free(both);
	}
}

struct map *
library_map(struct library *library, const void *ctx,
    const struct result *result, const char *rows, const char *columns,
    bool by_name)
{
	const struct bitset *works = result->found->set;
	struct map *map = mem_new(ctx, struct map);
	struct mapper mp = { .ctx = map, .se = library->se,
	    .scratch = mem_context(NULL) };
	const struct map_head *head;
	struct bitset **sets, *set;
	size_t i;

	map->row_field = mem_text(map, rows);
	map->column_field = mem_text(map, columns);
	map_prepare(&mp);
	map->rows = heads_of(&mp, library, result, map, rows, by_name);
	map->columns = heads_of(&mp, library, result, map, columns, false);
	map->cells = mem_array(map, struct map_cell, map->rows.count *
	    map->columns.count + 1);
	sets = mem_array(mp.scratch, struct bitset *, map->columns.count + 1);
	for (i = 0; i < map->columns.count; i++) {
		head = list_at(&map->columns, i);
		sets[i] = set_of(&mp, columns, head->id);
	}
	for (i = 0; i < map->rows.count && db_goes_on(library->db);
	    i++) {
		head = list_at(&map->rows, i);
		set = set_of(&mp, rows, head->id);
		bitset_and(set, works);
		fill_row(&mp, map, i, set, sets);
		mem_free(set);
	}
	mem_free(mp.scratch);
	return map;
}

const struct map_cell *
map_cell(const struct map *map, size_t row, size_t column)
{
	assert(row < map->rows.count && column < map->columns.count);
	return &map->cells[row * map->columns.count + column];
}
