/* Searches: running a plan, and telling why nothing was found. */
#include "index/search.h"

#include "base/text.h"
#include "domain/field.h"
#include "index/suggest.h"

static const char *const order_names[ORDER_COUNT] = {
	[ORDER_RELEVANCE] = "relevance",
	[ORDER_LEVEL] = "level",
	[ORDER_YEAR] = "year",
	[ORDER_AUTHOR] = "author",
	[ORDER_TITLE] = "title",
	[ORDER_SIZE] = "n",
};

const char *
search_order_name(enum search_order order)
{
	return order_names[order];
}

enum search_order
search_order_find(const char *name)
{
	int i;

	for (i = 0; i < ORDER_COUNT; i++)
		if (text_same(order_names[i], name))
			break;
	return (enum search_order)i;
}

/* Statements. */

static const char *
text_table(enum plan_target target)
{
	return target == PLAN_WORKS ? "work_text" : "claim_text";
}

static const char *
row_table(enum plan_target target)
{
	return target == PLAN_WORKS ? "work" : "claim";
}

/* "bm25(work_text, 8.0, ...)" from the table of columns. */
static char *
relevance(const void *ctx, enum plan_target target)
{
	const struct column *columns = target == PLAN_WORKS ? work_columns :
	    claim_columns;
	size_t n = target == PLAN_WORKS ? (size_t)WORK_COLUMNS :
	    (size_t)CLAIM_COLUMNS, i;
	struct buf out = { .data = NULL };

	buf_format(ctx, &out, "bm25(%s", text_table(target));
	for (i = 0; i < n; i++)
		buf_format(ctx, &out, ", %d.%d", (int)columns[i].weight,
		    (int)(columns[i].weight * 10) % 10);
	buf_text(ctx, &out, ")");
	return out.data;
}

static const char *
order_clause(const void *ctx, enum plan_target target,
    enum search_order order)
{
	switch (order) {
	case ORDER_RELEVANCE:
		return mem_format(ctx, "%s, t.rowid",
		    relevance(ctx, target));
	case ORDER_YEAR:
		return target == PLAN_WORKS ? "r.year DESC, t.rowid" :
		    "t.rowid";
	case ORDER_SIZE:
		return target == PLAN_WORKS ? "r.size DESC, t.rowid" :
		    "t.rowid";
	case ORDER_AUTHOR:
		return target == PLAN_WORKS ? "r.byline COLLATE NOCASE, "
		    "t.rowid" : "t.rowid";
	case ORDER_TITLE:
		return target == PLAN_WORKS ? "(SELECT json_extract(json, "
		    "'$.title') FROM record WHERE number=r.record) COLLATE "
		    "NOCASE, t.rowid" : "t.rowid";
	case ORDER_LEVEL:
	case ORDER_COUNT:
		return "t.rowid";
	}
	return "t.rowid";
}

long
search_count(struct db *db, enum plan_target target, const char *match)
{
	char *sql = mem_format(NULL, "SELECT count(*) FROM %s WHERE %s MATCH "
	    "?", text_table(target), text_table(target));
	struct statement *st = db_prepare(db, sql);
	long count = 0;

	mem_free(sql);
	bind_text(st, 1, match);
	if (statement_step(st))
		count = (long)column_int(st, 0);
	statement_reset(st);
	return count;
}

static void
fetch(struct result *result, struct db *db, const struct search *search,
    enum search_order order)
{
	enum plan_target target = search->target;
	char *sql = mem_format(result, "SELECT t.rowid, r.record FROM %s t "
	    "JOIN %s r ON r.rank=t.rowid WHERE %s MATCH ?1 ORDER BY %s LIMIT "
	    "?2 OFFSET ?3", text_table(target), row_table(target),
	    text_table(target), order_clause(result, target, order));
	struct statement *st = db_prepare(db, sql);
	size_t capacity = 0;

	result->order = order;
	result->count = 0;
	bind_text(st, 1, result->plan->match);
	bind_int(st, 2, (int64_t)search->limit);
	bind_int(st, 3, (int64_t)search->offset);
	while (statement_step(st)) {
		result->hits = mem_grow(result, result->hits, &capacity,
		    result->count + 1, sizeof(*result->hits));
		result->hits[result->count++] = (struct hit){
		    column_int(st, 0), column_int(st, 1) };
	}
}

/* Loosening. */

static bool
is_not_part(const struct part *part, void *user)
{
	return part != user;
}

static void
count_parts(struct result *result, struct db *db)
{
	const struct plan *plan = result->asked;
	struct part_count *count;
	struct part *part;
	char *others;
	size_t i;

	for (i = 0; i < plan->parts.count; i++) {
		part = plan->parts.at[i];
		if (part->match == NULL)
			continue;
		count = mem_new(result, struct part_count);
		count->part = part;
		count->alone = search_count(db, plan->target, part->match);
		others = plan_match(result, plan, is_not_part, part, false);
		count->without = part->negated ? 0 : search_count(db,
		    plan->target, others);
		if (count->alone == 0 && part->kind == PART_WORD)
			count->suggestion = suggest_word(result, db,
			    part->words);
		list_add(result, &result->counts, count);
	}
}

static const struct part_count *
count_of(const struct result *result, const struct part *part)
{
	const struct part_count *count;
	size_t i;

	for (i = 0; i < result->counts.count; i++) {
		count = result->counts.at[i];
		if (count->part == part)
			return count;
	}
	return NULL;
}

static bool
is_known(const struct part *part, void *user)
{
	const struct part_count *count = count_of(user, part);

	return !part_is_loose(part) || part->kind != PART_WORD || count == NULL ||
	    count->alone > 0;
}

/* The typed query with the suggested words in place, or NULL. */
static char *
correct(struct result *result)
{
	const struct part_count *count;
	const char *text = result->asked->query->text;
	struct buf out = { .data = NULL };
	size_t at = 0, i;
	bool any = false;

	for (i = 0; i < result->counts.count; i++) {
		count = result->counts.at[i];
		if (count->suggestion == NULL)
			continue;
		any = true;
		buf_add(result, &out, text + at, count->part->start - at);
		buf_text(result, &out, count->suggestion);
		at = count->part->end;
	}
	if (!any)
		return NULL;
	buf_text(result, &out, text + at);
	return out.data;
}

static bool
try_correction(struct result *result, struct db *db,
    const struct search *search)
{
	const struct query *query;
	struct plan *plan;

	result->corrected = correct(result);
	if (result->corrected == NULL)
		return false;
	query = query_parse(result, result->corrected,
	    strlen(result->corrected));
	plan = plan_make(result, db, query, search->target);
	result->total = search_count(db, search->target, plan->match);
	if (result->total == 0)
		return false;
	result->plan = plan;
	result->loosening = LOOSENED_CORRECTED;
	return true;
}

/* Whether what is left after the unknown words still says something. */
static bool
is_specific(const struct result *result, struct db *db)
{
	long all = db_number(db, result->asked->target == PLAN_WORKS ?
	    "SELECT value FROM property WHERE name='works'" :
	    "SELECT value FROM property WHERE name='claims'");
	const struct part_count *count;
	size_t i;

	for (i = 0; i < result->counts.count; i++) {
		count = result->counts.at[i];
		if (!count->part->negated && count->alone > 0 &&
		    count->alone * 4 < all)
			return true;
	}
	return false;
}

static size_t
loose_parts(const struct result *result, bool known)
{
	const struct part_count *count;
	size_t n = 0, i;

	for (i = 0; i < result->counts.count; i++) {
		count = result->counts.at[i];
		n += part_is_loose(count->part) && (count->alone > 0) == known;
	}
	return n;
}

static bool
has_empty_term(const struct result *result)
{
	const struct part_count *count;
	size_t i;

	for (i = 0; i < result->counts.count; i++) {
		count = result->counts.at[i];
		if (!count->part->negated && count->alone == 0 &&
		    count->part->kind != PART_WORD)
			return true;
	}
	return false;
}

static bool
try_match(struct result *result, struct db *db, char *match,
    enum loosening loosening)
{
	long total = search_count(db, result->asked->target, match);

	if (total == 0)
		return false;
	result->total = total;
	result->plan->match = match;
	result->loosening = loosening;
	return true;
}

/*
 * Nothing holds everything: first without words that are nowhere written,
 * then with mistyped words replaced, then what holds some of the words, the
 * fullest first.  A term or field without any hit is the heart of the
 * question: then the answer is that there is nothing.
 */
static void
loosen(struct result *result, struct db *db, const struct search *search)
{
	count_parts(result, db);
	if (search->strict || has_empty_term(result))
		return;
	if (try_correction(result, db, search))
		return;
	if (loose_parts(result, true) == 0 || (loose_parts(result, false) > 0
	    && !is_specific(result, db)))
		return;
	if (loose_parts(result, false) > 0 && try_match(result, db,
	    plan_match(result->plan, result->plan, is_known, result, false),
	    LOOSENED_UNKNOWN))
		return;
	(void)try_match(result, db, plan_match(result->plan, result->plan,
	    is_known, result, true), LOOSENED_SOME);
}

struct result *
search_run(const void *ctx, struct db *db, const struct search *search,
    const char *text, size_t n)
{
	struct result *result = mem_new(ctx, struct result);
	const struct query *query = query_parse(result, text, n);
	enum search_order order = search->order;

	result->asked = plan_make(result, db, query, search->target);
	result->plan = mem_new(result, struct plan);
	*result->plan = *result->asked;
	result->total = search_count(db, search->target, result->plan->match);
	if (result->total == 0)
		loosen(result, db, search);
	if (order == ORDER_COUNT)
		order = result->plan->ranked ? ORDER_RELEVANCE : ORDER_LEVEL;
	if (result->total > 0)
		fetch(result, db, search, order);
	return result;
}
