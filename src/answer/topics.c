/* Finds the topic that asks a question. */
#include <assert.h>
#include <math.h>
#include <string.h>

#include "answer/exposure.h"
#include "answer/harm.h"
#include "answer/question.h"
#include "answer/match.h"
#include "base/text.h"

enum { TOPICS_MOST = 5 };

#define FIRST_OUTCOME	1.4	/* factor: the topic's main outcome is the
				   one asked about */
#define MORE_WORKS	0.015	/* multiplied by the logarithm of a topic's
				   works, so that the more studied of two
				   equal topics comes first */
#define SPECIAL		1.3	/* factor: the only treatment named */
#define ASKED		1.3	/* factor: the text asks nothing else about
				   the treatment */
#define COMPARED	1.3	/* factor: both treatments compared */

#define PLACELESS	0.5	/* coverage that a topic on no body part needs
				   if the question names a body part */

static bool
overlaps(const struct list *a, const struct list *b)
{
	size_t i;

	for (i = 0; i < a->count; i++)
		if (unit_holds(b, list_at(a, i)))
			return true;
	return false;
}

/* Whether a condition of one list, or a broader one, is in the other list. */
static bool
has_kind(const struct unit *unit, const struct list *kinds,
    const struct list *list)
{
	size_t i;

	for (i = 0; i < kinds->count; i++)
		if (unit_holds_kind(unit, list, list_at(kinds, i)))
			return true;
	return false;
}

/*
 * The outcome, if a text names nothing else; otherwise NULL.  Such a text asks
 * for a topic with this as its first outcome.
 */
static const struct concept *
only_outcome(const struct unit *unit, size_t n)
{
	const struct mentions *mentions = unit->mentions;
	const struct concept *only = NULL, *concept;
	size_t i;

	for (i = 0; i < mentions->at[0].count; i++) {
		concept = unit_concept(unit, &mentions->at[0], i);
		if (concept != NULL && concept->facet == FACET_OUTCOME)
			only = concept;
	}
	for (i = 0; i < mentions->count && only != NULL; i++)
		if (!mention_names(&mentions->at[i], only->feature))
			only = NULL;
	return mentions->at[0].start == 0 && mentions->at[mentions->count -
	    1].end == n ? only : NULL;
}

/*
 * The question phrase ("how does") of a text that otherwise names only the
 * treatment and general words; 0 if there is none.
 */
static uint32_t
only_phrase(const struct mentions *mentions)
{
	const struct mention *mention;
	uint32_t phrase = 0;
	size_t i;

	for (i = 0; i < mentions->count; i++) {
		mention = &mentions->at[i];
		if (mention->asks)
			phrase = mention->word;
		else if (!mention->subject && !mention->general)
			return 0;
	}
	return phrase;
}

/* Whether the question of a topic has a question phrase. */
static bool
has_phrase(const struct known *known, uint32_t phrase)
{
	const struct mentions *question = list_at(&known->wordings, 0);
	size_t i;

	for (i = 0; phrase != 0 && i < question->count; i++)
		if (question->at[i].word == phrase)
			return true;
	return false;
}

static bool
measures_first(const struct known *known, const struct concept *outcome)
{
	const struct concept *concept;
	size_t i;

	for (i = 0; i < known->own.count; i++) {
		concept = list_at(&known->own, i);
		if (concept->facet == FACET_OUTCOME)
			return concept == outcome;
	}
	return false;
}

/* Whether a treatment is the main one, or a kind of it. */
static bool
is_of_subject(const struct lexicon *lexicon, uint32_t feature,
    const void *subject)
{
	const struct concept *concept = lexicon_concept(lexicon, feature);
	size_t steps;

	for (steps = 0; concept != NULL && steps < SENSES_MAX; steps++) {
		if (concept->feature == (uintptr_t)subject)
			return true;
		concept = lexicon_broader(lexicon, concept);
	}
	return false;
}

/*
 * How well a topic fits a comparison of treatments.  It must name all
 * treatments compared except kinds of the main one, and no others except the
 * main one.
 */
static double
comparison_fit(const struct unit *unit, const struct question *asked,
    const struct known *known, const void *subject)
{
	const struct list *named = &known->named, *techniques =
	    &asked->techniques;
	double penalty = unit->shelf->tuning->unnamed;
	size_t i, both = 0;

	for (i = 0; i < named->count; i++) {
		bool is_asked = unit_holds(techniques, list_at(named, i));

		both += is_asked;
		if (!is_asked && list_at(named, i) != subject)
			return penalty;
	}
	for (i = 0; i < techniques->count; i++)
		if (!is_of_subject(unit->knowledge->lexicon,
		    (uint32_t)(uintptr_t)list_at(techniques, i), subject) &&
		    !unit_holds(named, list_at(techniques, i)) &&
		    !unit_holds(&known->others, list_at(techniques, i)))
			return penalty;
	if (known->others.count > 0 && !overlaps(&known->others, techniques))
		return penalty;
	return both > 0 && named->count + known->others.count > 1 ? COMPARED :
	    1;
}

/* Whether the question asks about one of a topic's treatments. */
static bool
any_technique(const struct question *asked, const struct known *known)
{
	const struct concept *concept;
	size_t i;

	for (i = 0; i < known->techniques.count; i++) {
		concept = list_at(&known->techniques, i);
		if (unit_holds(&asked->techniques,
		    (void *)(uintptr_t)concept->feature))
			return true;
	}
	return false;
}

/*
 * A topic about a special treatment needs its name in the question.  If the
 * question names only that treatment and asks nothing specific, this topic
 * comes first.
 */
static double
treatment_fit(const struct unit *unit, const struct question *asked,
    const struct known *known, const void *subject)
{
	const struct tuning *tuning = unit->shelf->tuning;
	bool special = known->named.count > 0 && !unit_holds(&known->named,
	    subject);

	if (asked->comparison && asked->techniques.count > 1)
		return comparison_fit(unit, asked, known, subject);
	if (special && !overlaps(&known->named, &asked->techniques))
		return known->of_condition ? sqrt(tuning->unnamed) :
		    tuning->unnamed;
	if (asked->special == 1 && !special && !any_technique(asked, known))
		return sqrt(tuning->unnamed);
	return special && asked->special == 1 && !asked->telling ? SPECIAL : 1;
}

/* Other conditions, body parts and treatments make a topic unlikely. */
static double
topic_fit(const struct unit *unit, const struct question *asked,
    const struct known *known, const void *subject)
{
	const struct tuning *tuning = unit->shelf->tuning;
	double factor = 1;

	if (asked->conditions.count + asked->regions.count > 0)
		factor += MORE_WORKS * log1p((double)known->works);
	if (asked->conditions.count > 0 && known->conditions.count > 0) {
		if (overlaps(&asked->conditions, &known->conditions))
			factor *= tuning->condition;
		else if (!has_kind(unit, &asked->conditions,
		    &known->conditions) && !has_kind(unit,
		    &known->conditions, &asked->conditions))
			factor *= tuning->elsewise;
	} else if (asked->conditions.count == 0 && asked->regions.count > 0 &&
	    known->conditions.count + known->regions.count > 0) {
		if (overlaps(&asked->regions, &known->places))
			factor *= known->conditions.count > 0 ?
			    tuning->condition : 1;
		else if (!overlaps(&asked->regions, &known->regions))
			factor *= tuning->region;
	}
	return factor * treatment_fit(unit, asked, known, subject);
}

/* Whether a question only names a treatment, without asking anything. */
static bool
names_only(const struct unit *unit, const struct question *asked)
{
	size_t i;

	if (asked->comparison && asked->techniques.count > 1)
		return false;
	for (i = 0; i < unit->mentions->count; i++)
		if (!unit->mentions->at[i].subject)
			return false;
	return true;
}

/*
 * Whether the question is only about treatments that the topic does not ask
 * about.
 */
static bool
asks_of_others(const struct unit *unit, const struct question *asked,
    const struct known *known)
{
	return !unit->subject && asked->other &&
	    !overlaps(&known->others, &asked->techniques) &&
	    !overlaps(&known->named, &asked->techniques);
}

/*
 * Whether a question is about a part of the body and the topic is about none
 * and explains too little: "chest pain when I laugh".
 */
static bool
asks_of_place(const struct unit *unit, const struct question *asked,
    const struct match *match)
{
	const struct known *known = match->known;

	return !unit->subject && asked->regions.count > 0 &&
	    asked->conditions.count == 0 && known->conditions.count +
	    known->regions.count == 0 && match->coverage < PLACELESS;
}

/*
 * Whether a topic is only near the question: it scores too low, matches only
 * general words or does not fit the exposure, or the question has unknown words
 * and too little else, asks nothing, or asks about other treatments.
 */
static bool
is_near(const struct unit *unit, const struct question *asked,
    const struct exposure *exposure, const struct match *match)
{
	const struct tuning *tuning = unit->shelf->tuning;

	return match->score < tuning->threshold ||
	    !exposure_is_of(unit, exposure, match->known) ||
	    (asked->unknown && match->coverage < (asked->foreign ?
	    tuning->foreign : unit->subject ? tuning->named :
	    tuning->silent)) || names_only(unit, asked) ||
	    asks_of_others(unit, asked, match->known) ||
	    (exposure->acts && asked->other && !asked->comparison &&
	    !unit->subject) ||
	    asks_of_place(unit, asked, match) ||
	    (asked->telling && !match->telling) ||
	    unit_names_other(unit, match->known);
}

/*
 * The topic that answers a question about harm: the best match among topics on
 * one harm, or else the topic on all harms; NULL if there is none.
 */
static struct match *
harm_match(const struct unit *unit, const void *ctx, const struct list *found)
{
	struct shelf *shelf = unit->shelf;
	struct match *match;
	size_t i;

	for (i = 0; i < found->count; i++) {
		match = list_at(found, i);
		if (match->score >= shelf->tuning->threshold && harm_is_topic(
		    unit, match->known, true) && harm_is_named(unit,
		    match->known))
			return match;
	}
	for (i = 0; i < shelf->knowns.count; i++) {
		if (!harm_is_topic(unit, shelf_known(shelf, i), false))
			continue;
		match = mem_new(ctx, struct match);
		match->known = shelf_known(shelf, i);
		return match;
	}
	return NULL;
}

/*
 * If a question asks about harm, puts such a topic first and makes others near.
 */
static void
put_harm_first(const struct unit *unit, const void *ctx, const char *text,
    struct list *found)
{
	struct match *first = harm_is_asked(unit, text) ? harm_match(unit, ctx,
	    found) : NULL, *match;
	size_t i;

	for (i = 0; first != NULL && i < found->count; i++) {
		match = list_at(found, i);
		match->near = match != first;
	}
	if (first == NULL)
		return;
	first->near = false;
	for (i = 0; i < found->count && list_at(found, i) != first; i++)
		continue;
	if (i == found->count)
		list_add(ctx, found, first);
}

struct list
match_topics(struct knowledge *knowledge, const void *ctx, const char *text,
    size_t n)
{
	struct unit unit = { .knowledge = knowledge,
	    .shelf = &knowledge->topics, .question = true };
	const struct tuning *tuning = unit.shelf->tuning;
	struct list found = { .at = NULL };
	struct mentions *mentions;
	const void *subject;
	struct exposure exposure;
	struct question asked;
	struct match *match;
	const struct concept *outcome;
	uint32_t phrase;
	size_t i, kept = 0;

	assert(text != NULL);
	mentions = lexicon_read(knowledge->lexicon, ctx, text, n, false);
	unit.mentions = mentions;
	if (unit.shelf->knowns.count == 0 || unit.mentions->count == 0 ||
	    unit.mentions->count > WORDS_MOST)
		return found;
	subject = (const void *)(uintptr_t)knowledge->subject;
	text = mem_text_n(ctx, text, n);
	while (mentions->count > 1 && mentions->at[mentions->count - 1].start >
	    question_agent(text, n))
		mentions->count--;
	exposure = exposure_read(&unit, ctx, text);
	asked = question_read(&unit, ctx, mentions, text,
	    knowledge->subject);
	found = unit_match(&unit, ctx, tuning->near);
	outcome = only_outcome(&unit, n);
	phrase = only_phrase(mentions);
	for (i = 0; i < found.count; i++) {
		match = list_at(&found, i);
		match->score *= topic_fit(&unit, &asked, match->known, subject);
		if (outcome != NULL && measures_first(match->known, outcome))
			match->score *= FIRST_OUTCOME;
		if (has_phrase(match->known, phrase))
			match->score *= ASKED;
	}
	matches_sort(&found);
	for (i = 0; i < found.count && kept < TOPICS_MOST; i++) {
		match = list_at(&found, i);
		match->near = is_near(&unit, &asked, &exposure, match);
		found.at[kept++] = match;
	}
	found.count = kept;
	put_harm_first(&unit, ctx, text, &found);
	matches_sort(&found);
	return found;
}
