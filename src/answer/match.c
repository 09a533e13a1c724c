/*
 * Finds the propositions that a sentence states, and the terms that a text
 * names.
 */
#include "answer/match.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "answer/denial.h"
#include "answer/question.h"
#include "answer/sentence.h"
#include "answer/unit.h"
#include "base/text.h"

enum {
	BEST_OF_UNIT = 5,
	BEST_OF_SENTENCE = 4,
	NEAR_MOST = 4
};

#define WHOLE		0.9	/* coverage that makes a record near, however
				   long it is */
#define SENTENCE_RATIO	0.8	/* factor of the ratio, for whole sentences */

/* Sentences. */

static void
keep(const void *ctx, struct list *kept, struct match *match)
{
	struct match *other;
	size_t i;

	for (i = 0; i < kept->count; i++) {
		other = list_at(kept, i);
		if (other->known != match->known)
			continue;
		other->near = other->near && match->near;
		if (match->score > other->score) {
			other->score = match->score;
			other->coverage = match->coverage;
		}
		return;
	}
	list_add(ctx, kept, match);
}

/*
 * Stores the part of the text that may deny a match in a clause; of several
 * clauses, the best match counts.
 */
static void
match_place(struct list *kept, const struct list *found,
    const struct span_of *scope)
{
	struct match *match, *other;
	size_t i, j;

	for (i = 0; i < found->count; i++) {
		match = list_at(found, i);
		match->clause = match->score;
		match->start = scope->start;
		match->end = scope->end;
		for (j = 0; j < kept->count; j++) {
			other = list_at(kept, j);
			if (other->known != match->known || match->clause <=
			    other->clause)
				continue;
			other->clause = match->clause;
			other->start = match->start;
			other->end = match->end;
		}
	}
}

static void
keep_best(const struct unit *unit, const void *ctx, struct list *kept,
    const struct list *found, double factor)
{
	const struct tuning *tuning = unit->shelf->tuning;
	struct match *match;
	double best = 0;
	size_t i;

	for (i = 0; i < found->count && i < BEST_OF_UNIT; i++) {
		match = list_at(found, i);
		match->score *= factor;
		best = i == 0 ? match->score : best;
		match->near = !match->telling || match->score < tuning->threshold ||
		    match->score < tuning->ratio * best;
		if ((match->score >= tuning->near && (match->telling ||
		    unit->subject)) || (match->telling &&
		    match->coverage >= WHOLE))
			keep(ctx, kept, match);
	}
}

static void
append(const void *ctx, struct mentions *to, const struct mention *mention)
{
	size_t i;

	for (i = 0; i < to->count; i++)
		if (to->at[i].word == mention->word && mention->word != 0)
			return;
	to->at = mem_grow(ctx, to->at, &to->capacity, to->count + 1,
	    sizeof(*to->at));
	to->at[to->count++] = *mention;
}

/*
 * A part of one word is an item of an enumeration: "problems with sleep, mood
 * and work" makes the same claim about sleep and about work.
 */
static struct mentions *
complete_mentions(const void *ctx, const struct mentions *before,
    const struct mentions *part)
{
	struct mentions *whole = mem_new(ctx, struct mentions);
	size_t i;

	for (i = 0; i + 1 < before->count; i++)
		append(whole, whole, &before->at[i]);
	append(whole, whole, &part->at[0]);
	return whole;
}

/* A later clause inherits the subject of the sentence: "X, also called Y". */
static struct mentions *
with_subject(const void *ctx, const struct mentions *part,
    const struct mentions *first)
{
	struct mentions *whole = mem_new(ctx, struct mentions);
	size_t i;

	for (i = 0; i < part->count; i++)
		append(whole, whole, &part->at[i]);
	for (i = 0; first != NULL && i < first->count; i++)
		if (first->at[i].subject) {
			append(whole, whole, &first->at[i]);
			break;
		}
	return whole;
}

/*
 * The minimum score of a match.  A bibliography without topics answers
 * questions from its propositions, so a lower score is enough for a proposition
 * to be a near match if it explains the whole question.
 */
static double
match_least(const struct unit *unit)
{
	double near = unit->shelf->tuning->near;

	return unit->knowledge->topics.knowns.count == 0 ? near / 2 : near;
}

static void
match_clauses(struct unit *unit, const void *ctx, struct list *kept,
    const char *text, size_t n)
{
	struct lexicon *lexicon = unit->knowledge->lexicon;
	const struct tuning *tuning = unit->shelf->tuning;
	struct list clauses = clauses_of(ctx, text, n), found;
	const struct mentions *part, *before = NULL, *first = NULL;
	const struct span_of *span;
	struct span_of scope;
	size_t agent = question_agent(text, n), i;

	for (i = 0; i < clauses.count && clauses.count > 1; i++) {
		span = list_at(&clauses, i);
		if (span->start > agent)
			break;
		part = lexicon_read(lexicon, ctx, text + span->start,
		    span->end - span->start, false);
		if (part->count == 1 && before != NULL)
			unit->mentions = complete_mentions(ctx, before, part);
		else
			unit->mentions = with_subject(ctx, part, first);
		if (part->count > 1 || (part->count == 1 && before == NULL))
			before = part;
		first = first == NULL ? part : first;
		if (unit->mentions->count < 2)
			continue;
		found = unit_match(unit, ctx, match_least(unit));
		scope = denial_scope(text, &clauses, i);
		match_place(kept, &found, &scope);
		keep_best(unit, ctx, kept, &found, tuning->clause);
	}
}

/* Matches that score far below the best of a sentence are only near. */
static void
demote_weak(const struct tuning *tuning, struct list *kept)
{
	const struct match *best = kept->count > 0 ? list_at(kept, 0) : NULL;
	struct match *match;
	size_t same = 0, others = 0, i, n = 0;

	for (i = 0; i < kept->count; i++) {
		match = list_at(kept, i);
		if (!match->near && (same == BEST_OF_SENTENCE ||
		    match->score < best->score * tuning->ratio *
		    SENTENCE_RATIO))
			match->near = true;
		if (!match->near)
			same++;
		else if (others++ >= NEAR_MOST)
			continue;
		kept->at[n++] = match;
	}
	kept->count = n;
	matches_sort(kept);
}

/*
 * A proposition that no clause states counts as near the clause that matches it
 * best; only the negations of that clause deny it: "if you cannot rest, it
 * helps" denies nothing.
 */
static void
place_near(struct list *kept)
{
	const struct match *best = kept->count > 0 ? list_at(kept, 0) : NULL;
	struct match *match;
	size_t i;

	for (i = 1; i < kept->count && best->clause > 0; i++) {
		match = list_at(kept, i);
		if (!match->near || match->clause > 0)
			continue;
		match->start = best->start;
		match->end = best->end;
	}
}

/*
 * Drops verdicts on treatments other than the one named.  If the text names
 * none and there are several, drops the verdicts on single treatments, as these
 * would mislead.
 */
static void
drop_others(struct unit *unit, const struct mentions *whole,
    struct list *kept)
{
	struct match *match;
	size_t i, n = 0;

	unit->mentions = whole;
	unit_begin(unit);
	for (i = 0; i < kept->count; i++) {
		match = list_at(kept, i);
		if (!unit_names_other(unit, match->known) &&
		    !unit_leaves_open(unit, match->known))
			kept->at[n++] = match;
	}
	kept->count = n;
}

/*
 * A statement about another treatment of the same group is only near if there
 * is one about the treatment named.
 */
static void
demote_kin(struct list *kept)
{
	struct match *match;
	bool own = false;
	size_t i;

	for (i = 0; i < kept->count; i++) {
		match = list_at(kept, i);
		own = own || (!match->near && !match->kin);
	}
	for (i = 0; i < kept->count; i++) {
		match = list_at(kept, i);
		match->near = match->near || (own && match->kin);
	}
}

static bool
names_place(const struct unit *unit, const struct mention *mention)
{
	const struct concept *concept;
	size_t i;

	for (i = 0; i < mention->count; i++) {
		concept = unit_concept(unit, mention, i);
		if (concept != NULL && (concept->facet == FACET_CONDITION ||
		    concept->facet == FACET_REGION))
			return true;
	}
	return false;
}

/* "Made by a runner who broke a leg" says nothing about legs. */
static void
drop_places_of_agent(const struct unit *unit, struct mentions *mentions,
    size_t agent)
{
	size_t i, n = 0;

	for (i = 0; i < mentions->count; i++)
		if (mentions->at[i].start < agent || !names_place(unit,
		    &mentions->at[i]))
			mentions->at[n++] = mentions->at[i];
	mentions->count = n;
}

struct list
match_propositions(struct knowledge *knowledge, const void *ctx,
    const char *text, size_t n, const struct context *context)
{
	struct unit unit = { .knowledge = knowledge,
	    .shelf = &knowledge->propositions, .covered = context->covered,
	    .treatment = context->treatment, .verb = english_has_verb(
	    mem_text_n(ctx, text, n)) };
	struct list kept = { .at = NULL }, found;
	struct mentions *whole = lexicon_read(knowledge->lexicon, ctx, text,
	    n, false);
	size_t i;

	assert(text != NULL || n == 0);
	if (unit.shelf->knowns.count == 0 || whole->count == 0 ||
	    whole->count > WORDS_MOST)
		return kept;
	drop_places_of_agent(&unit, whole, question_agent(text, n));
	unit.mentions = whole;
	if (whole->count > 1) {
		found = unit_match(&unit, ctx, match_least(&unit));
		for (i = 0; i < found.count; i++)
			((struct match *)list_at(&found, i))->end = n;
		keep_best(&unit, ctx, &kept, &found, 1);
	}
	match_clauses(&unit, ctx, &kept, text, n);
	drop_others(&unit, whole, &kept);
	demote_kin(&kept);
	matches_sort(&kept);
	demote_weak(unit.shelf->tuning, &kept);
	place_near(&kept);
	return kept;
}

const struct concept *
match_treatment(struct knowledge *knowledge, const char *text, size_t n,
    bool *other)
{
	void *scratch = mem_context(NULL);
	const struct unit unit = { .knowledge = knowledge };
	const struct mentions *mentions = lexicon_read(knowledge->lexicon,
	    scratch, text, n, false);
	const struct concept *last = NULL, *concept;
	size_t i, j;

	*other = false;
	for (i = 0; i < mentions->count; i++)
		for (j = 0; j < mentions->at[i].count; j++) {
			concept = unit_concept(&unit, &mentions->at[i], j);
			if (concept == NULL || concept->facet !=
			    FACET_TECHNIQUE)
				continue;
			if (concept->subject)
				last = concept;
			*other = !concept->subject;
		}
	mem_free(scratch);
	return last;
}

/* Terms. */

static int
facet_rank(enum facet facet)
{
	switch (facet) {
	case FACET_CONDITION:
		return 0;
	case FACET_OUTCOME:
		return 1;
	case FACET_MECHANISM:
		return 2;
	case FACET_TECHNIQUE:
	case FACET_INSTRUMENT:
		return 3;
	default:
		return 4;
	}
}

bool
match_follows_unknown(const struct mentions *mentions, size_t i)
{
	return i > 0 && mentions->at[i - 1].word == 0 && mentions->at[i -
	    1].end + 1 == mentions->at[i].start;
}

/*
 * Whether a word names a treatment, but follows an unknown word and so may be
 * part of another name.
 */
static bool
is_of_other_name(const struct mentions *mentions, size_t i,
    const struct concept *concept)
{
	return (concept->facet == FACET_TECHNIQUE || concept->facet ==
	    FACET_INSTRUMENT) && !mentions->at[i].subject &&
	    match_follows_unknown(mentions, i);
}

struct list
match_terms(struct knowledge *knowledge, const void *ctx, const char *text,
    size_t n)
{
	const struct unit unit = { .knowledge = knowledge };
	const struct mentions *mentions = lexicon_read(knowledge->lexicon,
	    ctx, text, n, false);
	struct list terms = { .at = NULL };
	const struct concept *concept;
	size_t i, j;
	int rank;

	for (rank = 0; rank < 4; rank++)
		for (i = 0; i < mentions->count; i++)
			for (j = 0; j < mentions->at[i].count; j++) {
				concept = unit_concept(&unit, &mentions->at[i],
				    j);
				if (concept != NULL && facet_rank(
				    concept->facet) == rank &&
				    !is_of_other_name(mentions, i, concept) &&
				    !unit_holds(&terms,
				    concept))
					list_add(ctx, &terms,
					    (void *)(uintptr_t)concept);
			}
	return terms;
}
