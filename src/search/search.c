/* Searches: runs plans, and explains why nothing was found. */
#include "search/search.h"

#include <assert.h>

#include "record/field.h"
#include "search/declared.h"
#include "search/evaluate.h"
#include "search/lead.h"
#include "search/suggest.h"
#include "search/studies.h"
#include "search/vocabulary.h"
#include "index/lengths.h"
#include "index/orders.h"
#include "index/tuning.h"

/* One attempt: an expression, and the set that matches it. */
struct stage {
	const struct plan	*plan;
	bool			(*keep)(const struct plan_part *part, void *user);
	void			*user;
	bool			 any;
	struct expr	*match;
	struct bitset		*hits;
	const struct lead	*lead;		/* works that come first, or
						   NULL */
	bool			 beyond;	/* some of these do not match */
};

static struct stage *
stage_new(const void *ctx, struct searcher *se, const struct plan *plan,
    bool (*keep)(const struct plan_part *, void *), void *user, bool any)
{
	struct stage *stage = mem_new(ctx, struct stage);

	*stage = (struct stage){ plan, keep, user, any, plan_match(stage,
	    plan, keep, user, any, NULL), NULL, NULL, false };
	stage->hits = evaluate(stage, se, plan->target, stage->match);
	return stage;
}

/* Fetching. */

static void
add_hit(struct search_result *result, int64_t record, bool partial)
{
	size_t capacity = result->count;

	result->records = mem_grow(result, result->records, &capacity,
	    result->count + 1, sizeof(*result->records));
	result->records[result->count++] = record;
	result->partial += partial;
}

/* Adds the work or claim in a row; false on failure. */
static bool
add_row(struct search_result *result, struct searcher *se,
    const struct stage *stage, int64_t row, bool partial)
{
	struct statement *st = db_prepare(se->db, stage->plan->target ==
	    RECTYPE_WORK ? "SELECT record FROM work WHERE row=?" :
	    "SELECT record FROM claim WHERE row=?");
	bool found;

	bind_int(st, 1, row);
	found = statement_step(st);
	if (found)
		add_hit(result, column_int(st, 0), partial);
	statement_reset(st);
	return found;
}

/* Rows are in the default order: works by strength, claims in reading order. */
static void
fetch_strongest(struct search_result *result, struct searcher *se,
    const struct stage *stage, size_t offset, size_t limit)
{
	int64_t row = bitset_skip(stage->hits, offset);

	for (; row > 0 && limit > 0; limit--) {
		if (!add_row(result, se, stage, row, false))
			return;
		row = bitset_next(stage->hits, row);
	}
}

static void
fetch_sorted(struct search_result *result, struct searcher *se,
    const struct stage *stage, size_t offset, size_t limit)
{
	size_t count, i;
	int64_t *rows = orders_take(result, se->db, result->order, stage->hits,
	    offset, limit, &count);

	for (i = 0; i < count && add_row(result, se, stage, rows[i], false);
	    i++)
		continue;
	mem_free(rows);
}

/* The row of a record by its id, or 0. */
static int64_t
row_of(struct searcher *se, enum rectype target, const char *id)
{
	void *scratch = mem_context(NULL);
	int64_t row = bitset_skip(evaluate(scratch, se, target,
	    expr_identifier(scratch, IDENTIFIER_ID, id)), 0);

	mem_free(scratch);
	return row;
}

/* Rows are in the order of the list in the query; works not on it come last. */
static void
fetch_listed(struct search_result *result, struct searcher *se,
    const struct stage *stage, size_t offset, size_t limit)
{
	const struct list *ids = &stage->plan->listed;
	struct bitset *rest = bitset_copy(result, stage->hits);
	struct bitset *taken = bitset_new(result, rest->size);
	int64_t row;
	size_t i, n = 0;

	for (i = 0; i < ids->count; i++) {
		row = row_of(se, stage->plan->target, list_at(ids, i));
		if (row == 0 || !bitset_has(rest, row) || bitset_has(taken,
		    row))
			continue;
		bitset_add(taken, row);
		if (n++ >= offset && result->count < limit)
			(void)add_row(result, se, stage, row, false);
	}
	bitset_and_not(rest, taken);
	mem_free(taken);
	row = bitset_skip(rest, offset > n ? offset - n : 0);
	for (; row > 0 && result->count < limit; row = bitset_next(rest, row))
		if (!add_row(result, se, stage, row, false))
			return;
}

/* Ranking. */

struct ranking {
	struct rank_query	 query;
	struct expr	*match;		/* evaluated by FTS5 */
	const struct stage	*stage;
	const struct plan_part	*rarest;
};

static bool
has_short_prefix(const struct expr *e)
{
	size_t i;

	if (e->kind == EXPR_WORDS)
		return e->prefix && strlen(e->words) <= 3;
	for (i = 0; i < e->parts.count; i++)
		if (has_short_prefix(list_at(&e->parts, i)))
			return true;
	return false;
}

/*
 * In a large index, FTS5 does not rank prefixes or very frequent words: they
 * are slow and uninformative.
 */
static bool
is_ranked(const struct plan_part *part, void *user)
{
	const struct ranking *ranking = user;
	const struct stage *stage = ranking->stage;

	return (stage->keep == NULL || stage->keep(part, stage->user)) &&
	    (stage->hits->size <= SMALL_INDEX || part == ranking->rarest ||
	    (part->count <= COMMON_WORKS && !has_short_prefix(part->match)));
}

/* Counts the works with each part, and finds the rarest part. */
static void
count_ranked(struct ranking *ranking, struct searcher *se)
{
	const struct plan *plan = ranking->stage->plan;
	struct plan_part *part;
	size_t i;

	for (i = 0; i < plan->parts.count; i++) {
		part = list_at(&plan->parts, i);
		if (part->match == NULL)
			continue;
		part->count = evaluate_count(se, plan->target, part->match);
		if (!part->negated && !has_short_prefix(part->match) &&
		    (ranking->rarest == NULL ||
		    part->count < ranking->rarest->count))
			ranking->rarest = part;
	}
}

static void
read_levels(struct rank_query *query, struct searcher *se)
{
	struct statement *st = db_prepare(se->db,
	    "SELECT level, row FROM level_last ORDER BY level");
	int64_t level, at = 1;

	while (statement_step(st)) {
		level = column_int(st, 0);
		for (; at <= level && at <= RANK_LEVELS; at++)
			query->level_last[at] = at == level ? column_int(st,
			    1) : query->level_last[at - 1];
	}
	for (; at <= RANK_LEVELS; at++)
		query->level_last[at] = query->level_last[at - 1];
	statement_reset(st);
}

static struct ranking *
ranking_new(const void *ctx, struct searcher *se, const struct stage *stage)
{
	struct ranking *ranking = mem_new(ctx, struct ranking);
	const struct plan *plan = stage->plan;
	bool works = plan->target == RECTYPE_WORK;
	struct rank_query *query = &ranking->query;
	const struct plan_part *part;
	size_t i;

	ranking->stage = stage;
	count_ranked(ranking, se);
	ranking->match = plan_match(ranking, plan, is_ranked, ranking,
	    stage->any, query);
	if (stage->beyond)
		ranking->match = expr_either(ranking, ranking->match,
		    stage->lead->match);
	query->columns = works ? work_columns : claim_columns;
	query->count = works ? (size_t)WORK_COLUMNS : (size_t)CLAIM_COLUMNS;
	query->leading = works ? WORK_AUTHOR : -1;
	if (works) {
		read_levels(query, se);
		query->lengths = lengths_new(ranking, se->db);
	}
	query->parts = plan->parts.count < RANK_PARTS_MAX ?
	    plan->parts.count : RANK_PARTS_MAX;
	for (i = 0; i < query->parts; i++) {
		part = list_at(&plan->parts, i);
		if (part->match != NULL && plan->ranked &&
		    is_ranked(part, ranking))
			query->rarity[i] = rank_rarity(part->count,
			    (long)stage->hits->size);
	}
	return ranking;
}

/* Whether there are words to rank by, and ranking is fast enough. */
static bool
is_quick(const struct ranking *ranking)
{
	return ranking->stage->hits->size <= SMALL_INDEX || (ranking->rarest !=
	    NULL && ranking->rarest->count <= RANKED_WALK_MAX);
}

/*
 * For questions about harms: first works that report harm in people, then those
 * that report or warn of harm, then those that mention harms.
 */
enum { HARM_GROUPS = 3, HARM_FIRST = 6, LEAD = HARM_FIRST + HARM_GROUPS };

static const char lead_first[] = "strigil_has(?9, t.rowid) DESC, ";

static const char harms_first[] = "strigil_has(?6, t.rowid) DESC, "
    "strigil_has(?7, t.rowid) DESC, strigil_has(?8, t.rowid) DESC, ";

static void
bind_harms(struct statement *st, const void *ctx, struct searcher *se)
{
	struct expr *group, *harm;
	int i;

	for (i = 0; i < HARM_GROUPS; i++) {
		harm = expr_value(ctx, "has", i < 2 ? "harm-reported" :
		    "harms");
		group = expr_group(ctx, false);
		expr_add(group, harm);
		if (i == 0)
			expr_add(group, expr_value(ctx, "subjects", "human"));
		bind_pointer(st, HARM_FIRST + i, evaluate(ctx, se, RECTYPE_WORK,
		    group), RANK_SET_POINTER);
	}
}

/*
 * Appends ranked hits; partial matches only if they score high enough or lead.
 */
static void
fetch_ranked(struct search_result *result, struct searcher *se, const struct stage *stage,
    const struct ranking *ranking, size_t offset, size_t limit, double least)
{
	bool works = stage->plan->target == RECTYPE_WORK;
	bool harm = works && stage->plan->harm;
	const char *text = works ? "work_text" : "claim_text";
	char *score = mem_format(result, "strigil_rank(%s, ?4)", text);
	char *order = works ? mem_format(result, "strigil_graded(?4, %s, "
	    "t.rowid)", score) : score;
	const struct bitset *lead = stage->lead == NULL ? NULL :
	    stage->lead->rows;
	char *sql = mem_format(result, "SELECT t.rowid, %s FROM %s t WHERE %s "
	    "MATCH ?1 AND strigil_has(?5, t.rowid) ORDER BY %s%s%s, t.rowid "
	    "LIMIT ?2 OFFSET ?3", least > 0 ? score : "0", text, text,
	    harm ? harms_first : "", lead != NULL ? lead_first : "", order);
	struct statement *st = db_prepare(se->db, sql);

	bind_text(st, 1, expr_print(result, ranking->match));
	bind_int(st, 2, (int64_t)limit);
	bind_int(st, 3, (int64_t)offset);
	bind_pointer(st, 4, &ranking->query, RANK_POINTER);
	bind_pointer(st, 5, stage->hits, RANK_SET_POINTER);
	if (lead != NULL)
		bind_pointer(st, LEAD, lead, RANK_SET_POINTER);
	if (harm)
		bind_harms(st, result, se);
	while (statement_step(st)) {
		if (-column_real(st, 1) < least && !(lead != NULL &&
		    bitset_has(lead, column_int(st, 0)))) {
			if (!harm)
				break;
			continue;
		}
		(void)add_row(result, se, stage, column_int(st, 0), least >
		    0);
	}
	statement_reset(st);
}

/* Fetches the hits of a stage, in the requested or default order. */
static void
search_fetch(struct search_result *result, struct searcher *se, struct stage *stage,
    const struct search_request *search)
{
	struct ranking *ranking = NULL;

	if (result->order == ORDER_RELEVANCE) {
		ranking = ranking_new(result, se, stage);
		if (search->order != ORDER_RELEVANCE && !is_quick(ranking) &&
		    result->relaxation != RELAXED_SOME)
			result->order = ORDER_LEVEL;
	}
	if (result->order == ORDER_RELEVANCE)
		fetch_ranked(result, se, stage, ranking, search->offset,
		    search->limit, 0);
	else if (result->order == ORDER_LIST)
		fetch_listed(result, se, stage, search->offset,
		    search->limit);
	else if (stage->plan->target == RECTYPE_WORK &&
	    orders_have(result->order))
		fetch_sorted(result, se, stage, search->offset, search->limit);
	else
		fetch_strongest(result, se, stage, search->offset,
		    search->limit);
}

/* Relaxing the query. */

/*
 * The word at an index of the counts, for a suggestion; NULL if it is not a
 * word.
 */
static const char *
word_of_count(const struct search_result *result, size_t at)
{
	const struct part_count *count = at < result->counts.count ?
	    list_at(&result->counts, at) : NULL;

	if (count == NULL || count->part->words == NULL ||
	    strpbrk(count->part->words, " \"") != NULL)
		return NULL;
	return count->suggestion != NULL ? count->suggestion :
	    count->part->words;
}

/*
 * Suggests corrections for correctly spelt words that no record has, if they
 * are next to words that some record has.
 */
static void
suggest_pairs(struct search_result *result, struct searcher *se)
{
	struct part_count *count;
	size_t i;

	for (i = 0; i < result->counts.count; i++) {
		count = list_at(&result->counts, i);
		if (count->alone == 0 && count->suggestion == NULL &&
		    count->part->kind == PART_WORD && !count->part->negated &&
		    result->plan->query->text[count->part->start] != '=')
			count->suggestion = suggest_beside(result, se,
			    count->part->words, i == 0 ? NULL :
			    word_of_count(result, i - 1),
			    word_of_count(result, i + 1));
	}
}

/*
 * The records that at least one part rules out, and those that at least two
 * parts rule out.
 */
struct ruled_out {
	struct bitset	*any;
	struct bitset	*several;
};

static void
rule_out(struct ruled_out *out, const struct bitset *match, bool negated)
{
	struct bitset *by = negated ? bitset_copy(NULL, match) :
	    bitset_full(NULL, match->size);
	struct bitset *again;

	if (!negated)
		bitset_and_not(by, match);
	again = bitset_copy(by, by);
	bitset_and(again, out->any);
	bitset_or(out->several, again);
	bitset_or(out->any, by);
	mem_free(by);
}

/*
 * Counts for each part the hits of all other parts: the hits of the whole
 * query, and the records that only this part rules out.
 */
static void
count_without(struct search_result *result, struct searcher *se,
    struct ruled_out *out)
{
	const struct plan *plan = result->plan;
	const long hits = (long)(out->any->size - bitset_count(out->any));
	struct part_count *count;
	struct bitset *match;
	size_t i;

	bitset_and_not(out->any, out->several);
	for (i = 0; i < result->counts.count; i++) {
		count = list_at(&result->counts, i);
		if (count->part->negated)
			continue;
		match = evaluate(NULL, se, plan->target, count->part->match);
		count->without = hits + (long)(bitset_count(out->any) -
		    bitset_count_both(out->any, match));
		mem_free(match);
	}
}

static void
count_parts(struct search_result *result, struct searcher *se)
{
	const struct plan *plan = result->plan;
	const size_t all = evaluate_all(se, plan->target);
	void *scratch = mem_context(NULL);
	struct ruled_out out = { bitset_new(scratch, all),
	    bitset_new(scratch, all) };
	struct part_count *count;
	struct plan_part *part;
	struct bitset *match;
	size_t i;

	for (i = 0; i < plan->parts.count; i++) {
		part = list_at(&plan->parts, i);
		if (part->match == NULL)
			continue;
		count = mem_new(result, struct part_count);
		count->part = part;
		match = evaluate(NULL, se, plan->target, part->match);
		count->alone = (long)bitset_count(match);
		rule_out(&out, match, part->negated);
		mem_free(match);
		if (count->alone == 0 && part->kind == PART_WORD &&
		    plan->query->text[part->start] != '=')
			count->suggestion = suggest_word(result, se,
			    part->words);
		list_add(result, &result->counts, count);
	}
	count_without(result, se, &out);
	mem_free(scratch);
	suggest_pairs(result, se);
}

static const struct part_count *
search_count_of(const struct search_result *result, const struct plan_part *part)
{
	const struct part_count *count;
	size_t i;

	for (i = 0; i < result->counts.count; i++) {
		count = list_at(&result->counts, i);
		if (count->part == part)
			return count;
	}
	return NULL;
}

static bool
search_is_known(const struct plan_part *part, void *user)
{
	const struct part_count *count = search_count_of(user, part);

	return !part_is_optional(part) || count == NULL || count->alone > 0;
}

/* The typed query with the suggested words, or NULL. */
static char *
correct_words(struct search_result *result)
{
	const struct part_count *count;
	const char *text = result->asked->query->text;
	struct buf out = { .data = NULL };
	size_t at = 0, i;
	bool any = false, quoted;

	for (i = 0; i < result->counts.count; i++) {
		count = list_at(&result->counts, i);
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

/*
 * Searches again with typing errors corrected.  If still no record matches all
 * words, returns NULL; then the corrected query, with its plan, is relaxed
 * further.
 */
static struct stage *
try_correction(struct search_result *result, struct searcher *se)
{
	const struct query *query;
	struct stage *stage;
	struct plan *plan;

	result->corrected = correct_words(result);
	if (result->corrected == NULL)
		return NULL;
	query = query_read(result, se, result->corrected,
	    strlen(result->corrected));
	plan = plan_make(result, se, query, result->asked->target);
	stage = stage_new(result, se, plan, NULL, NULL, false);
	result->total = (long)bitset_count(stage->hits);
	result->plan = plan;
	result->relaxation = RELAXED_CORRECTED;
	if (result->total > 0)
		return stage;
	result->counts.count = 0;
	count_parts(result, se);
	return NULL;
}

/*
 * Whether the words left after dropping unknown ones are specific enough: one
 * must leave less than half of all records.  Fields do not count: with one more
 * of them a query never finds more.
 */
static bool
search_is_specific(const struct search_result *result, struct searcher *se)
{
	long all = (long)evaluate_all(se, result->asked->target);
	const struct part_count *count;
	size_t i;

	for (i = 0; i < result->counts.count; i++) {
		count = list_at(&result->counts, i);
		if (part_is_optional(count->part) && !count->part->negated &&
		    count->alone > 0 && count->alone * 2 < all)
			return true;
	}
	return false;
}

static size_t
optional_parts(const struct search_result *result, bool known)
{
	const struct part_count *count;
	size_t n = 0, i;

	for (i = 0; i < result->counts.count; i++) {
		count = list_at(&result->counts, i);
		n += part_is_optional(count->part) && (count->alone > 0) == known;
	}
	return n;
}

static bool
has_empty_field(const struct search_result *result)
{
	const struct part_count *count;
	size_t i;

	for (i = 0; i < result->counts.count; i++) {
		count = list_at(&result->counts, i);
		if (!count->part->negated && count->alone == 0 &&
		    count->part->kind != PART_WORD &&
		    !part_is_optional(count->part))
			return true;
	}
	return false;
}

/* The rarest optional part not yet used, or NULL. */
static struct plan_part *
next_rarest(const struct search_result *result, const struct plan_part *last)
{
	struct plan_part *part, *best = NULL;
	size_t i;

	for (i = 0; i < result->plan->parts.count; i++) {
		part = list_at(&result->plan->parts, i);
		if (part->match == NULL || part->negated ||
		    !part_is_optional(part) || part->count == 0)
			continue;
		if (last != NULL && (part->count < last->count ||
		    (part->count == last->count && part->start <=
		    last->start)))
			continue;
		if (best == NULL || part->count < best->count)
			best = part;
	}
	return best;
}

/*
 * Reduces too many candidates by the rarest words: keeps works with any of
 * these, for as many words as leave few enough works.  If the rarest word alone
 * leaves too many, requires the next rarest as well, and so on.
 */
static void
cut_candidates(struct search_result *result, struct searcher *se, struct stage *stage)
{
	struct bitset *some = bitset_new(stage, stage->hits->size), *one;
	struct plan_part *part;
	size_t count = 0, i;

	for (i = 0; i < result->plan->parts.count; i++) {
		part = list_at(&result->plan->parts, i);
		if (part->match != NULL)
			part->count = evaluate_count(se,
			    result->plan->target, part->match);
	}
	for (part = next_rarest(result, NULL); part != NULL; part =
	    next_rarest(result, part)) {
		one = evaluate(stage, se, result->plan->target, part->match);
		bitset_and(one, stage->hits);
		if (count > RANKED_MAX)
			bitset_and(one, some);
		else if (count > 0 && count + bitset_count(one) > RANKED_MAX)
			break;
		else
			bitset_or(one, some);
		if (bitset_count(one) == 0)
			continue;
		some = one;
		count = bitset_count(some);
	}
	stage->hits = some;
}

/* Finds partial matches, few enough to rank. */
static struct stage *
stage_any(struct search_result *result, struct searcher *se)
{
	struct stage *stage = stage_new(result, se, result->plan,
	    search_is_known, result, true);

	if (bitset_count(stage->hits) > RANKED_MAX)
		cut_candidates(result, se, stage);
	return stage;
}

static struct stage *
try_known(struct search_result *result, struct searcher *se, bool any,
    enum relaxation relaxation)
{
	struct stage *stage = any ? stage_any(result, se) : stage_new(result,
	    se, result->plan, search_is_known, result, false);

	if (stage == NULL)
		return NULL;
	result->total = (long)bitset_count(stage->hits);
	if (result->total == 0)
		return NULL;
	result->relaxation = relaxation;
	return stage;
}

/*
 * If no record matches all words: first corrects typing errors, then drops
 * unknown words, then accepts partial matches, by relevance.  A field without
 * matches is never dropped: then there are no results, and this returns NULL.
 */
static struct stage *
relax(struct search_result *result, struct searcher *se, bool strict)
{
	struct stage *stage;

	count_parts(result, se);
	if (strict || has_empty_field(result))
		return NULL;
	stage = try_correction(result, se);
	if (stage != NULL)
		return stage;
	if (optional_parts(result, true) == 0 || (optional_parts(result, false) > 0
	    && !search_is_specific(result, se)))
		return NULL;
	if (optional_parts(result, false) > 0) {
		stage = try_known(result, se, false, RELAXED_UNKNOWN);
		if (stage != NULL)
			return stage;
	}
	return try_known(result, se, true, RELAXED_SOME);
}

/*
 * A reading list keeps its own order; otherwise relevance, if there are words to
 * rank by and few enough hits.
 */
static enum order
order_of(const struct search_result *result, const struct search_request *search)
{
	bool listed = result->plan->listed.count > 0;

	if (search->order == ORDER_LIST ? listed : search->order !=
	    ORDER_COUNT)
		return search->order;
	if (listed)
		return ORDER_LIST;
	return result->plan->ranked && (result->total <= RANKED_MAX ||
	    result->relaxation == RELAXED_SOME) ? ORDER_RELEVANCE :
	    ORDER_LEVEL;
}

/* The works of the answer. */

/* Puts the works of the answer first, and adds those that are not hits. */
static void
add_lead(struct stage *stage, const struct lead *lead)
{
	if (lead == NULL)
		return;
	stage->beyond = stage->hits->size > SMALL_INDEX ||
	    bitset_count_both(stage->hits, lead->rows) <
	    bitset_count(lead->rows);
	bitset_or(stage->hits, lead->rows);
	stage->lead = lead;
}

/* Whether the order of full matches may be changed by an answer. */
static bool
is_in_order(const struct search_result *result,
    const struct search_request *search, bool question)
{
	return lead_may(result->plan, false, true) && (question ||
	    (search->limit > 0 && order_of(result, search) ==
	    ORDER_RELEVANCE));
}

/*
 * Puts the works of the answer first.  They count as hits if not all words were
 * found (`stage` is NULL if no word was), or if a question was asked and the
 * answer mentions all its words.
 */
static struct stage *
lead_hits(struct search_result *result, struct searcher *se,
    const struct search_request *search, struct stage *stage)
{
	const bool full = stage != NULL && result->relaxation <=
	    RELAXED_CORRECTED;
	const bool question = lead_is_question(result->plan);
	struct list ids = { .at = NULL };
	bool whole;
	long found;

	if (search->lead == NULL || search->strict || search->target !=
	    RECTYPE_WORK || !lead_may(result->plan, stage == NULL, false) ||
	    (full && !is_in_order(result, search, question)))
		return stage;
	result->total = stage == NULL ? 0 : result->total;
	whole = search->lead(search->user, result, &ids);
	result->lead = lead_new(result, se, result->plan, &ids);
	if (result->lead == NULL)
		return stage;
	if (stage == NULL) {
		stage = stage_new(result, se, result->plan, search_is_known,
		    result, true);
		stage->hits = bitset_new(stage, result->lead->rows->size);
		result->relaxation = RELAXED_SOME;
	}
	if (full)
		result->full = bitset_copy(result, stage->hits);
	if (!full || (whole && question))
		add_lead(stage, result->lead);
	else if (whole && bitset_count_both(stage->hits, result->lead->rows) >
	    0)
		stage->lead = result->lead;
	result->led = stage->lead != NULL;
	found = result->total;
	result->total = (long)bitset_count(stage->hits);
	result->added = full ? result->total - found : 0;
	return stage;
}

static double
best_score(const struct ranking *ranking)
{
	double sum = 0;
	size_t i;

	for (i = 0; i < ranking->query.parts; i++)
		sum += ranking->query.rarity[i];
	return sum;
}

/* Adds partial matches if the query is plain words and the page has room. */
static void
fill_partial(struct search_result *result, struct searcher *se, const struct stage *full,
    size_t limit)
{
	struct ranking *ranking;
	struct stage *some;

	if ((plan_wanted(result->plan, true) < 2 && result->lead == NULL) ||
	    result->count >= limit || result->relaxation == RELAXED_SOME)
		return;
	some = stage_any(result, se);
	add_lead(some, result->lead);
	bitset_and_not(some->hits, full->hits);
	ranking = ranking_new(result, se, some);
	fetch_ranked(result, se, some, ranking, 0, limit - result->count,
	    best_score(ranking) * PARTIAL_PER_CENT / 100);
}

struct search_result *
search_run(const void *ctx, struct searcher *se, const struct search_request *search,
    const char *text, size_t n)
{
	struct search_result *result = mem_new(ctx, struct search_result);
	const struct query *query;
	struct stage *stage;

	assert(text != NULL || n == 0);
	query = query_read(result, se, text, n);
	result->asked = plan_make(result, se, query, search->target);
	result->plan = result->asked;
	stage = stage_new(result, se, result->plan, NULL, NULL, false);
	result->total = (long)bitset_count(stage->hits);
	if (result->total == 0)
		stage = relax(result, se, search->strict);
	stage = lead_hits(result, se, search, stage);
	result->order = order_of(result, search);
	if (stage == NULL) {
		result->total = 0;
		result->set = result->full = bitset_new(result,
		    evaluate_all(se, search->target));
		return result;
	}
	result->set = stage->hits;
	if (result->full == NULL)
		result->full = result->set;
	if (search->target == RECTYPE_WORK)
		result->repeated = (long)studies_repeated(studies_of(se),
		    stage->hits);
	if (search->limit > 0)
		search_fetch(result, se, stage, search);
	if (search->fill > 0 && search->offset == 0 &&
	    result->order == ORDER_RELEVANCE)
		fill_partial(result, se, stage, search->fill);
	return result;
}
