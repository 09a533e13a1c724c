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

/* Of works that are about equally relevant the stronger come first. */
static const char strength[] =
    " * (1.0 + 0.02 * (6 - coalesce(nullif(r.level, 0), 6)))";

static const char *
order_clause(const void *ctx, enum plan_target target,
    enum search_order order)
{
	switch (order) {
	case ORDER_RELEVANCE:
		return mem_format(ctx, "strigil_rank(%s, ?4)%s, t.rowid",
		    text_table(target), target == PLAN_WORKS ? strength : "");
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
		return target == PLAN_WORKS ? "r.title COLLATE NOCASE, "
		    "t.rowid" : "t.rowid";
	case ORDER_LEVEL:
	case ORDER_COUNT:
		return "t.rowid";
	}
	return "t.rowid";
}

long
search_count(struct db *db, enum plan_target target,
    const struct expression *match)
{
	char *text = expression_print(NULL, match);
	char *sql = mem_format(NULL, "SELECT count(*) FROM %s WHERE %s MATCH "
	    "?", text_table(target), text_table(target));
	struct statement *st = db_prepare(db, sql);
	long count = 0;

	mem_free(sql);
	bind_text(st, 1, text);
	if (statement_step(st))
		count = (long)column_int(st, 0);
	statement_reset(st);
	mem_free(text);
	return count;
}

/* What is run: an expression, and what the ranking needs to know of it. */
struct stage {
	struct expression	*match;
	struct rank_query	 rank;
};

static long
count_all(struct db *db, enum plan_target target)
{
	return (long)db_number(db, target == PLAN_WORKS ?
	    "SELECT value FROM property WHERE name='works'" :
	    "SELECT value FROM property WHERE name='claims'");
}

static struct stage *
stage_new(const void *ctx, struct db *db, const struct plan *plan,
    bool (*keep)(const struct part *, void *), void *user, bool any)
{
	struct stage *stage = mem_new(ctx, struct stage);
	bool works = plan->target == PLAN_WORKS;
	const struct part *part;
	long all = count_all(db, plan->target);
	size_t i;

	stage->match = plan_match(stage, plan, keep, user, any, &stage->rank);
	stage->rank.columns = works ? work_columns : claim_columns;
	stage->rank.count = works ? (size_t)WORK_COLUMNS :
	    (size_t)CLAIM_COLUMNS;
	stage->rank.parts = plan->parts.count < RANK_PARTS_MAX ?
	    plan->parts.count : RANK_PARTS_MAX;
	for (i = 0; i < stage->rank.parts; i++) {
		part = plan->parts.at[i];
		if (part->match != NULL && plan->ranked)
			stage->rank.rarity[i] = rank_rarity(search_count(db,
			    plan->target, part->match), all);
	}
	return stage;
}

/* Appends the hits of a stage; partial ones only if they score enough. */
static void
fetch(struct result *result, struct db *db, const struct stage *stage,
    size_t offset, size_t limit, double least)
{
	enum plan_target target = result->asked->target;
	char *sql = mem_format(result, "SELECT t.rowid, r.record, %s FROM %s "
	    "t JOIN %s r ON r.rank=t.rowid WHERE %s MATCH ?1 ORDER BY %s "
	    "LIMIT ?2 OFFSET ?3", least > 0 ? mem_format(result,
	    "strigil_rank(%s, ?4)", text_table(target)) : "0",
	    text_table(target), row_table(target), text_table(target),
	    order_clause(result, target, result->order));
	struct statement *st = db_prepare(db, sql);
	size_t capacity = result->count;

	bind_text(st, 1, expression_print(result, stage->match));
	bind_int(st, 2, (int64_t)limit);
	bind_int(st, 3, (int64_t)offset);
	if (least > 0 || result->order == ORDER_RELEVANCE)
		bind_pointer(st, 4, &stage->rank, RANK_POINTER);
	while (statement_step(st)) {
		if (-column_real(st, 2) < least)
			break;
		result->hits = mem_grow(result, result->hits, &capacity,
		    result->count + 1, sizeof(*result->hits));
		result->hits[result->count++] = (struct hit){
		    column_int(st, 0), column_int(st, 1), least > 0 };
		result->partial += least > 0;
	}
	statement_reset(st);
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
	struct expression *others;
	size_t i;

	for (i = 0; i < plan->parts.count; i++) {
		part = plan->parts.at[i];
		if (part->match == NULL)
			continue;
		count = mem_new(result, struct part_count);
		count->part = part;
		count->alone = search_count(db, plan->target, part->match);
		others = plan_match(result, plan, is_not_part, part, false,
		    NULL);
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
	bool any = false, quoted;

	for (i = 0; i < result->counts.count; i++) {
		count = result->counts.at[i];
		if (count->suggestion == NULL)
			continue;
		any = true;
		buf_add(result, &out, text + at, count->part->start - at);
		at = count->part->start;
		quoted = text[at] == '"';
		if (quoted || text[at] == '=')
			buf_add(result, &out, text + at, 1);
		buf_format(result, &out, "%s%s", count->suggestion, quoted ?
		    "\"" : "");
		at = count->part->end;
	}
	if (!any)
		return NULL;
	buf_text(result, &out, text + at);
	return out.data;
}

static struct stage *
try_correction(struct result *result, struct db *db)
{
	const struct query *query;
	struct stage *stage;
	struct plan *plan;

	result->corrected = correct(result);
	if (result->corrected == NULL)
		return NULL;
	query = query_parse(result, result->corrected,
	    strlen(result->corrected));
	plan = plan_make(result, db, query, result->asked->target);
	stage = stage_new(result, db, plan, NULL, NULL, false);
	result->total = search_count(db, plan->target, stage->match);
	if (result->total == 0)
		return NULL;
	result->plan = plan;
	result->loosening = LOOSENED_CORRECTED;
	return stage;
}

/* Whether what is left after the unknown words still says something. */
static bool
is_specific(const struct result *result, struct db *db)
{
	long all = count_all(db, result->asked->target);
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

static struct stage *
try_known(struct result *result, struct db *db, bool any,
    enum loosening loosening)
{
	struct stage *stage = stage_new(result, db, result->plan, is_known,
	    result, any);

	result->total = search_count(db, result->asked->target, stage->match);
	if (result->total == 0)
		return NULL;
	result->loosening = loosening;
	return stage;
}

/*
 * Nothing holds everything: first with mistyped words replaced, then without
 * words that are nowhere written, then what holds some of the words, the
 * fullest first.  A term or field without any hit is the heart of the
 * question: then the answer is that there is nothing.  NULL if so.
 */
static struct stage *
loosen(struct result *result, struct db *db, bool strict)
{
	struct stage *stage;

	count_parts(result, db);
	if (strict || has_empty_term(result))
		return NULL;
	stage = try_correction(result, db);
	if (stage != NULL)
		return stage;
	if (loose_parts(result, true) == 0 || (loose_parts(result, false) > 0
	    && !is_specific(result, db)))
		return NULL;
	if (loose_parts(result, false) > 0) {
		stage = try_known(result, db, false, LOOSENED_UNKNOWN);
		if (stage != NULL)
			return stage;
	}
	return try_known(result, db, true, LOOSENED_SOME);
}

/* Partial hits, where the words were typed freely and there is room. */

enum { PARTIAL_PER_CENT = 40 };

static size_t
wanted_parts(const struct plan *plan, bool loose)
{
	const struct part *part;
	size_t n = 0, i;

	for (i = 0; i < plan->parts.count; i++) {
		part = plan->parts.at[i];
		n += part->match != NULL && !part->negated &&
		    part_is_loose(part) == loose;
	}
	return n;
}

static double
best_score(const struct stage *stage)
{
	double sum = 0;
	size_t i;

	for (i = 0; i < stage->rank.parts; i++)
		sum += stage->rank.rarity[i];
	return sum;
}

static void
fill(struct result *result, struct db *db, const struct stage *full,
    size_t limit)
{
	struct expression *rest;
	struct stage *some;

	if (wanted_parts(result->plan, true) < 2 || result->count >= limit ||
	    result->loosening == LOOSENED_SOME)
		return;
	some = stage_new(result, db, result->plan, NULL, NULL, true);
	rest = expression_group(some, false);
	expression_add(rest, some->match);
	expression_add(rest, expression_not(some, full->match));
	some->match = rest;
	fetch(result, db, some, 0, limit - result->count,
	    best_score(some) * PARTIAL_PER_CENT / 100);
}

struct result *
search_run(const void *ctx, struct db *db, const struct search *search,
    const char *text, size_t n)
{
	struct result *result = mem_new(ctx, struct result);
	const struct query *query = query_parse(result, text, n);
	struct stage *stage;

	result->asked = plan_make(result, db, query, search->target);
	result->plan = result->asked;
	stage = stage_new(result, db, result->plan, NULL, NULL, false);
	result->total = search_count(db, search->target, stage->match);
	if (result->total == 0)
		stage = loosen(result, db, search->strict);
	result->order = search->order != ORDER_COUNT ? search->order :
	    result->plan->ranked ? ORDER_RELEVANCE : ORDER_LEVEL;
	if (stage == NULL) {
		result->total = 0;
		return result;
	}
	fetch(result, db, stage, search->offset, search->limit, 0);
	if (search->fill > 0 && search->offset == 0 &&
	    result->order == ORDER_RELEVANCE)
		fill(result, db, stage, search->fill);
	return result;
}
