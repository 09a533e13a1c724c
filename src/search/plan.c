/* Plans: how a query was understood, and its full-text expression. */
#include "search/plan.h"

#include <assert.h>

#include "base/text.h"
#include "record/rectype.h"
#include "search/expr.h"
#include "search/evaluate.h"
#include "search/field_kind.h"
#include "search/interpret.h"
#include "search/place.h"
#include "search/reference.h"
#include "search/vocabulary.h"

enum { REFERENCE_WORDS_MIN = 4 };

static struct expr	*plan_clause(struct planner *pl,
				    const struct clause *clause,
				    const char **meaning);
static void	 plan_parts(struct planner *pl, const struct clause *root);

/* Fields typed by name. */

static struct expr *
plan_field(struct planner *pl, const struct clause *clause,
    const char **meaning)
{
	const struct field *field = clause->field;

	if (field->of == (pl->plan->target == RECTYPE_CLAIM ? OF_WORKS :
	    OF_CLAIMS)) {
		return plan_nothing(pl, clause, meaning, pl->plan->target ==
		    RECTYPE_CLAIM ? "claims do not have this field" :
		    "works do not have this field");
	}
	return field_kind(field)->plan(pl, clause, meaning);
}

/* Groups: parentheses, and the sides of an OR. */

static struct expr *
plan_not(struct planner *pl, const struct clause *inner,
    const char **meaning)
{
	const struct list listed = pl->plan->listed;
	struct expr *match;

	if (inner->kind == CLAUSE_WORD)
		return plan_negated_word(pl, inner, meaning);
	match = plan_clause(pl, inner, meaning);
	/* The order does not depend on an excluded list. */
	pl->plan->listed = listed;
	return match;
}

/*
 * A text that becomes several parts is put in parentheses next to other text.
 */
static void
plan_add_meaning(const void *ctx, struct buf *meanings, const char *between,
    bool negated, const char *text, bool beside)
{
	bool bracket = (beside || negated) && (strstr(text, " + ") != NULL ||
	    strstr(text, " or ") != NULL || text_begins(text, "without "));

	buf_format(ctx, meanings, "%s%s%s%s%s", meanings->len > 0 ? between :
	    "", negated ? "without " : "", bracket ? "(" : "", text,
	    bracket ? ")" : "");
}

/* Interprets a group as a query of its own, with all its words together. */
static struct expr *
plan_all(struct planner *pl, const struct clause *clause,
    const char **meaning)
{
	struct plan *inner = mem_new(pl->plan, struct plan);
	struct planner sub = { pl->ctx, pl->se, inner };
	size_t i;

	inner->target = pl->plan->target;
	inner->query = pl->plan->query;
	plan_parts(&sub, clause);
	for (i = 0; i < inner->notes.count; i++)
		list_add(pl->plan, &pl->plan->notes, list_at(&inner->notes, i));
	*meaning = plan_interpretation(pl->ctx, inner);
	return plan_match(pl->ctx, inner, NULL, NULL, false, NULL);
}

static struct expr *
plan_any(struct planner *pl, const struct clause *clause,
    const char **meaning)
{
	struct expr *group = expr_group(pl->ctx, true), *match;
	struct buf meanings = { .data = NULL };
	const struct clause *part, *inner;
	const char *said;
	size_t i;

	for (i = 0; i < clause->parts.count; i++) {
		part = list_at(&clause->parts, i);
		inner = part->kind == CLAUSE_NOT ? list_at(&part->parts, 0) :
		    part;
		said = NULL;
		match = inner == part ? plan_clause(pl, part, &said) :
		    plan_not(pl, inner, &said);
		expr_add(group, inner == part ? match :
		    expr_not(pl->ctx, match));
		plan_add_meaning(pl->ctx, &meanings, " or ", inner != part,
		    said != NULL ? said : inner->text, said != NULL);
	}
	*meaning = meanings.data;
	return group;
}

/* A single word outside a run, with the term that it may mean. */
static struct expr *
plan_lone_word(struct planner *pl, const struct clause *clause,
    const char **meaning)
{
	struct expr *words = plan_word(pl, clause), *term;

	if (clause->exact || clause->prefix)
		return words;
	term = vocabulary_term(pl->ctx, pl->se, clause->text, NULL,
	    meaning);
	return expr_either(pl->ctx, term, words);
}

/* Words in all their forms; the last one may be unfinished. */
static struct expr *
plan_near(struct planner *pl, const struct clause *clause)
{
	struct expr *near = expr_near(pl->ctx, clause->distance);
	const struct clause *part;
	size_t i;

	for (i = 0; i < clause->parts.count; i++) {
		part = list_at(&clause->parts, i);
		expr_add(near, expr_words(pl->ctx, pl->se,
		    part->text, part->prefix || part->unfinished ?
		    WORD_PREFIX : part->exact ? WORD_EXACT : WORD_ANY_FORM));
	}
	return near->parts.count > 0 ? near : NULL;
}

static struct expr *
plan_clause(struct planner *pl, const struct clause *clause,
    const char **meaning)
{
	switch (clause->kind) {
	case CLAUSE_ALL:
		return plan_all(pl, clause, meaning);
	case CLAUSE_ANY:
		return plan_any(pl, clause, meaning);
	case CLAUSE_NOT:
		return expr_not(pl->ctx, plan_not(pl,
		    list_at(&clause->parts, 0), meaning));
	case CLAUSE_WORD:
		return plan_lone_word(pl, clause, meaning);
	case CLAUSE_NEAR:
		return plan_near(pl, clause);
	case CLAUSE_PHRASE:
		return plan_word(pl, clause);
	case CLAUSE_FIELD:
		return plan_field(pl, clause, meaning);
	}
	return NULL;
}


/* The whole query. */

static bool
is_plain_word(const struct clause *clause)
{
	return clause->kind == CLAUSE_WORD && !clause->exact &&
	    !clause->prefix;
}

static void
plan_part(struct planner *pl, const struct clause *clause)
{
	bool negated = clause->kind == CLAUSE_NOT;
	const struct clause *inner = negated ? list_at(&clause->parts, 0) :
	    clause;
	const size_t notes = pl->plan->notes.count;
	struct plan_part *part;
	const char *meaning = NULL;
	struct expr *named = negated || inner->kind != CLAUSE_PHRASE ? NULL :
	    interpret_quoted_identifier(pl, inner);
	struct expr *match = named != NULL ? named : negated ?
	    plan_not(pl, inner, &meaning) : plan_clause(pl, inner, &meaning);
	enum part_kind kind = named != NULL ? PART_IDENTIFIER :
	    inner->kind == CLAUSE_FIELD ? PART_FIELD :
	    inner->kind == CLAUSE_ALL || inner->kind == CLAUSE_ANY ?
	    PART_GROUP : PART_WORD;

	part = plan_add_part(pl, kind, inner->start, inner->end, match,
	    meaning);
	part->negated = negated;
	if (negated && kind != PART_FIELD && pl->plan->notes.count == notes)
		plan_note_exclusion(pl, inner, inner, match);
	part->decides = named != NULL || (!negated && kind == PART_FIELD &&
	    inner->field->kind == FIELD_IDENTIFIER);
}

static void
plan_parts(struct planner *pl, const struct clause *root)
{
	struct word_run run = { mem_array(pl->ctx, const struct clause *,
	    root->parts.count + 1), 0 };
	const struct clause *clause;
	size_t i;

	for (i = 0; i < root->parts.count; i++) {
		clause = list_at(&root->parts, i);
		if (is_plain_word(clause)) {
			run.words[run.count++] = clause;
			continue;
		}
		interpret_run(pl, &run);
		run.count = 0;
		plan_part(pl, clause);
	}
	interpret_run(pl, &run);
}

/* If a query contains only stop words, searches for them. */
static void
rescue_chatter(struct planner *pl)
{
	const struct list *parts = &pl->plan->parts;
	bool light = false;
	struct plan_part *part;
	size_t i;

	for (i = 0; i < parts->count; i++) {
		part = list_at(parts, i);
		if (part->kind != PART_CHATTER || part->match != NULL)
			return;
		light |= vocabulary_is_light(part->words);
	}
	for (i = 0; i < parts->count; i++) {
		part = list_at(parts, i);
		if (light && !vocabulary_is_light(part->words))
			continue;
		part->kind = PART_WORD;
		part->match = expr_words(pl->ctx, pl->se, part->words,
		    WORD_UNFINISHED);
	}
}

char *
plan_interpretation(const void *ctx, const struct plan *plan)
{
	struct buf out = { .data = NULL };
	const struct plan_part *part;
	size_t i;

	for (i = 0; i < plan->parts.count; i++) {
		part = list_at(&plan->parts, i);
		if (part->match == NULL)
			continue;
		plan_add_meaning(ctx, &out, " + ", part->negated,
		    part->meaning != NULL ? part->meaning : part->words,
		    part->kind == PART_GROUP && plan->parts.count > 1);
	}
	return out.data;
}

static bool
is_interpretation(const struct plan_part *part)
{
	return part->plain && part->match != NULL && part->meaning != NULL;
}

static size_t
count_interpretations(const struct plan *plan)
{
	size_t count = 0, i;

	for (i = 0; i < plan->parts.count; i++)
		count += is_interpretation(list_at(&plan->parts, i));
	return count;
}

/* The name of a term stays one phrase; other words become separate parts. */
static void
add_as_text(const void *ctx, struct buf *out, const struct plan_part *part)
{
	const char *word = part->words, *between = "";
	size_t n;

	if (part->kind == PART_TERM && strpbrk(word, " ,;/") != NULL) {
		buf_format(ctx, out, "\"%s\"", word);
		return;
	}
	for (; *word != '\0'; word += n + strspn(word + n, " ,;/")) {
		n = strcspn(word, " ,;/");
		buf_format(ctx, out, "%s=", between);
		buf_add(ctx, out, word, n);
		between = " ";
	}
}

char *
plan_as_text(const void *ctx, const struct plan *plan, size_t off,
    char **what)
{
	const char *text = plan->query->text;
	size_t most = count_interpretations(plan), number = 0, at = 0, i;
	struct buf out = { .data = NULL }, words = { .data = NULL };
	const struct plan_part *part;

	if (off == 0 || off > most + (most > 1))
		return NULL;
	for (i = 0; i < plan->parts.count; i++) {
		part = list_at(&plan->parts, i);
		if (!is_interpretation(part) || (++number != off && off <= most))
			continue;
		buf_add(ctx, &out, text + at, part->start - at);
		add_as_text(ctx, &out, part);
		buf_format(ctx, &words, "%s%s", words.len > 0 ? ", " : "",
		    part->words);
		at = part->end;
	}
	buf_text(ctx, &out, text + at);
	*what = words.data;
	return out.data;
}

static bool
is_ranking(const struct plan_part *part)
{
	return part->match != NULL && !part->negated &&
	    (part->kind == PART_WORD || part->kind == PART_GROUP ||
	    part->kind == PART_CITATION ||
	    (part->kind == PART_TERM && part->plain));
}

bool
plan_is_name(const struct plan *plan)
{
	const struct plan_part *part;
	size_t names = 0, i;

	for (i = 0; i < plan->parts.count; i++) {
		part = list_at(&plan->parts, i);
		if (part->match == NULL)
			continue;
		if (part->negated || (part->kind != PART_IDENTIFIER &&
		    part->kind != PART_CITATION && !part->decides))
			return false;
		names++;
	}
	return names == 1;
}

bool
part_is_optional(const struct plan_part *part)
{
	return part->plain && (part->kind == PART_WORD ||
	    part->kind == PART_TERM);
}

size_t
plan_wanted(const struct plan *plan, bool loose)
{
	const struct plan_part *part;
	size_t n = 0, i;

	for (i = 0; i < plan->parts.count; i++) {
		part = list_at(&plan->parts, i);
		n += part->match != NULL && !part->negated &&
		    part_is_optional(part) == loose;
	}
	return n;
}

/* Notes, for the ranking, which part the next phrases belong to. */
static void
map_phrases(struct rank_query *rank, const struct expr *match,
    size_t part)
{
	size_t n = expr_phrases(match);

	for (; n > 0 && rank->phrases < RANK_PHRASES_MAX; n--)
		rank->part_of[rank->phrases++] = part < RANK_PARTS_MAX ?
		    (unsigned char)part : RANK_NO_PART;
}

/*
 * One of the two passes of plan_match(): for strict or for loose parts.  An
 * expression that only ranks hits leaves out parts that every hit matches if
 * the ranking has no room for them.
 */
static void
plan_add_parts(const struct plan *plan, bool (*keep)(const struct plan_part *,
    void *), void *user, bool loose, struct expr *to, struct rank_query *rank)
{
	const size_t count = rank != NULL && to->kind == EXPR_ALL &&
	    plan->parts.count > RANK_PARTS_MAX ? RANK_PARTS_MAX :
	    plan->parts.count;
	const struct plan_part *part;
	size_t i;

	for (i = 0; i < count; i++) {
		part = list_at(&plan->parts, i);
		if (part->match == NULL || part->negated ||
		    part_is_optional(part) != loose ||
		    (keep != NULL && !keep(part, user)))
			continue;
		expr_add(to, part->match);
		if (rank != NULL)
			map_phrases(rank, part->match, i);
	}
}

struct expr *
plan_match(const void *ctx, const struct plan *plan,
    bool (*keep)(const struct plan_part *part, void *user), void *user, bool any,
    struct rank_query *rank)
{
	struct expr *loose = expr_group(ctx, any);
	struct expr *whole = expr_group(ctx, false);
	const struct plan_part *part;
	size_t i;

	if (rank != NULL)
		rank->phrases = 0;
	plan_add_parts(plan, keep, user, false, whole, rank);
	plan_add_parts(plan, keep, user, true, loose, rank);
	if (loose->parts.count > 0)
		expr_add(whole, loose);
	for (i = 0; rank == NULL && i < plan->parts.count; i++) {
		part = list_at(&plan->parts, i);
		if (part->match != NULL && part->negated)
			expr_add(whole, expr_not(ctx,
			    part->match));
	}
	return whole;
}

/*
 * Next to an identifier, plain words are ignored, as they only describe it.
 * Several identifiers are alternatives.
 */
static void
decide_by_identifier(struct planner *pl)
{
	struct plan_part *part, *first = NULL;
	size_t i;

	for (i = 0; i < pl->plan->parts.count; i++) {
		part = list_at(&pl->plan->parts, i);
		if (first == NULL && part->decides)
			first = part;
	}
	for (i = 0; first != NULL && i < pl->plan->parts.count; i++) {
		part = list_at(&pl->plan->parts, i);
		if (part == first || part->negated || (!part->plain &&
		    !part->decides))
			continue;
		if (part->decides)
			first->match = expr_either(pl->ctx, first->match,
			    part->match);
		part->kind = PART_CHATTER;
		part->match = NULL;
	}
}

/* Whether a query consists of at least `least` plain words (or identifiers). */
static bool
is_plain_text(const struct clause *root, size_t least)
{
	const struct clause *clause;
	size_t words = 0, i;

	for (i = 0; i < root->parts.count; i++) {
		clause = list_at(&root->parts, i);
		if (clause->kind == CLAUSE_FIELD ? clause->field->kind !=
		    FIELD_IDENTIFIER : clause->kind != CLAUSE_WORD &&
		    clause->kind != CLAUSE_PHRASE && clause->kind !=
		    CLAUSE_ALL)
			return false;
		words += clause->kind != CLAUSE_FIELD;
	}
	return words >= least;
}

/* Turns a whole reference or title into one part: the work it describes. */
static bool
plan_reference(struct planner *pl, const struct query *query)
{
	size_t n = strlen(query->text);
	struct reference_found *reference;
	struct plan_part *part;

	if (pl->plan->target != RECTYPE_WORK || n > REFERENCE_BYTES_MAX ||
	    !is_plain_text(query->root, REFERENCE_WORDS_MIN) ||
	    !reference_is_likely(query->text, n))
		return false;
	reference = reference_find(pl->ctx, pl->se, query->text, n);
	if (reference == NULL)
		return false;
	part = plan_add_part(pl, PART_IDENTIFIER, 0, n, expr_identifier(pl->ctx,
	    IDENTIFIER_ID, reference->work->id), mem_format(pl->ctx,
	    "reference: %s", reference->work->id));
	part->plain = true;
	return true;
}

/* Turns the year, volume and page of a reference into one part. */
static bool
plan_place(struct planner *pl, const struct query *query)
{
	struct expr *works = pl->plan->target != RECTYPE_WORK ||
	    strpbrk(query->text, ";:(,") == NULL || !is_plain_text(query->root,
	    1) ? NULL : place_find(pl->ctx, pl->se, query->text);

	if (works == NULL)
		return false;
	plan_add_part(pl, PART_IDENTIFIER, 0, strlen(query->text), works,
	    "year, volume and page")->plain = true;
	return true;
}

static void
note_use(struct plan *plan, const struct plan_part *part)
{
	plan->ranked |= is_ranking(part);
	plan->cites |= part->kind == PART_CITATION;
}

/* Whether a part names a term, rather than asking about harms. */
static bool
is_subject(const struct plan_part *part)
{
	return part->kind == PART_TERM && part->plain && !part->negated &&
	    !vocabulary_asks_harm(part->words);
}

/*
 * "Is it safe": if a term is named, the words that ask about harms select the
 * order (harms first), not the works, as most do not mention harms.
 */
static void
order_by_harm_words(struct plan *plan)
{
	struct plan_part *part;
	bool named = false;
	size_t i;

	for (i = 0; i < plan->parts.count; i++)
		named = named || is_subject(list_at(&plan->parts, i));
	for (i = 0; named && i < plan->parts.count; i++) {
		part = list_at(&plan->parts, i);
		if (!part->plain || part->negated || !vocabulary_asks_harm(
		    part->words))
			continue;
		part->kind = PART_CHATTER;
		part->match = NULL;
	}
}

struct plan *
plan_make(const void *ctx, struct searcher *se, const struct query *query,
    enum rectype target)
{
	struct plan *plan = mem_new(ctx, struct plan);
	struct planner pl = { plan, se, plan };
	size_t i;

	assert(target < RECTYPE_COUNT);
	assert(query != NULL);
	plan->target = target;
	plan->query = query;
	plan->harm = vocabulary_asks_harm(query->text);
	if (!plan_reference(&pl, query) && !plan_place(&pl, query)) {
		plan_parts(&pl, query->root);
		decide_by_identifier(&pl);
		rescue_chatter(&pl);
	}
	if (plan->harm && target == RECTYPE_WORK)
		order_by_harm_words(plan);
	for (i = 0; i < plan->parts.count; i++)
		note_use(plan, list_at(&plan->parts, i));
	return plan;
}
