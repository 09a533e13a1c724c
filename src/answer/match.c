/* Which propositions a sentence states, and which topic asks a question. */
#include "answer/match.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "answer/sentence.h"
#include "base/text.h"

enum {
	BEST_OF_UNIT = 5,
	BEST_OF_SENTENCE = 4,
	NEAR_MOST = 4,
	TOPICS_MOST = 5,
	WORDS_MOST = 400	/* of a sentence; the rest is not read */
};

#define A_SUBJECT	1U	/* of what agrees: a special treatment does */
#define AGREES		0.5	/* credit from which a word agrees */
#define FIRST_OUTCOME	1.4	/* factor: a topic that measures it first */
#define TELLING		1.0	/* weight from which a subject tells records apart */
#define CLASS_CAP	3.5	/* weight of a word known by its class alone */
#define SENTENCE_RATIO	0.8	/* of the ratio, for the whole sentence */
#define NAMED_COVERAGE	0.43	/* unknown words beside the treatment */
#define SILENT_COVERAGE	0.68	/* unknown words that no treatment explains */

/* The weight of a word: the rarer among records, the more it says. */
static double
mass_of(const struct shelf *shelf, const struct mention *mention)
{
	const struct tuning *tuning = shelf->tuning;
	uint32_t least = 0, count;
	double records = (double)shelf->knowns.count + 1, mass;
	size_t i;

	count = mention->word == 0 ? 0 : shelf->frequency[mention->word];
	for (i = 0; count == 0 && i < mention->count; i++) {
		uint32_t of = shelf->frequency[mention->senses[i].feature];

		if (mention->senses[i].kind != SENSE_BROADER && of > 0 &&
		    (least == 0 || of < least))
			least = of;
	}
	if (count > 0)
		mass = log(records / (count + 0.5));
	else if (least > 0)
		mass = fmin(log(records / (least + 0.5)), CLASS_CAP);
	else
		mass = mention->word == 0 ? tuning->unknown :
		    tuning->elsewhere;
	return mention->subject ? mass * tuning->subject : mass;
}

/* How well a sense agrees with what a record or text has of its feature. */
static double
credit_of(const struct tuning *tuning, enum sense_kind kind, double weight)
{
	switch (kind) {
	case SENSE_WORD:
		break;
	case SENSE_CLASS:
		return fmin(weight, tuning->class);
	case SENSE_CONCEPT:
		return fmin(weight, tuning->concept);
	case SENSE_BROADER:
		return weight * tuning->broader;
	}
	return weight;
}

/* What a unit of text, a sentence or a part of one, is matched with. */
struct unit {
	struct knowledge	*knowledge;
	struct shelf		*shelf;
	const struct mentions	*mentions;
	double			 mass;
	int			 more;
	bool			 subject;
	bool			 question;	/* some words carry nothing */
	bool			 covered;	/* its text is on the subject */
};

static bool
is_silent(const struct unit *unit, const struct mention *mention)
{
	return unit->question && mention->question;
}

static void
touch(struct shelf *shelf, const void *ctx, uint32_t number, double credit)
{
	if (shelf->found[number] < 0) {
		shelf->found[number] = 0;
		list_add(ctx, &shelf->touched, (void *)(uintptr_t)number);
	}
	if (credit > shelf->current[number])
		shelf->current[number] = credit;
}

/*
 * Adds what a word explains to all records that have a sense of it.  A word
 * that agrees counts two, the name of a special treatment one: a name alone
 * states nothing.
 */
static void
spread(const struct unit *unit, const void *ctx,
    const struct mention *mention, double mass)
{
	struct shelf *shelf = unit->shelf;
	const struct postings_of *of;
	const struct sense *sense;
	uint32_t number;
	size_t i, j;

	for (i = 0; i < mention->count; i++) {
		sense = &mention->senses[i];
		of = &shelf->postings[sense->feature];
		for (j = 0; j < of->count; j++)
			touch(shelf, ctx, of->at[j].known, credit_of(
			    shelf->tuning, sense->kind,
			    (double)of->at[j].weight));
	}
	for (i = 0; i < shelf->touched.count; i++) {
		number = (uint32_t)(uintptr_t)list_at(&shelf->touched, i);
		shelf->found[number] += mass * shelf->current[number];
		if (shelf->current[number] >= AGREES && mention->subject &&
		    mass > TELLING)
			shelf->agreeing[number] |= A_SUBJECT;
		else if (shelf->current[number] >= AGREES && !mention->subject)
			shelf->agreeing[number] += 2;
		shelf->current[number] = 0;
	}
}

static void
mark_present(const struct unit *unit, bool present)
{
	const struct tuning *tuning = unit->shelf->tuning;
	double *at = unit->knowledge->present, weight;
	const struct mention *mention;
	size_t i, j;

	for (i = 0; i < unit->mentions->count; i++) {
		mention = &unit->mentions->at[i];
		for (j = 0; j < mention->count; j++) {
			weight = credit_of(tuning, mention->senses[j].kind, 1);
			if (!present)
				at[mention->senses[j].feature] = 0;
			else if (!is_silent(unit, mention) && weight >
			    at[mention->senses[j].feature])
				at[mention->senses[j].feature] = weight;
		}
	}
}

static bool
match_is_specific(const struct known *known, const struct mention *mention)
{
	const struct concept *concept;
	size_t i, j;

	for (i = 0; i < known->own.count; i++) {
		concept = list_at(&known->own, i);
		if (concept->facet != FACET_CONDITION && concept->facet !=
		    FACET_MECHANISM && concept->facet != FACET_REGION)
			continue;
		for (j = 0; j < mention->count; j++)
			if (mention->senses[j].feature == concept->feature)
				return true;
	}
	return false;
}

/* Which share of a wording the unit has. */
static double
share_of_wording(const struct unit *unit, const struct known *known,
    const struct mentions *wording)
{
	const struct tuning *tuning = unit->shelf->tuning;
	const double *present = unit->knowledge->present;
	const struct mention *mention;
	double all = tuning->smooth, had = 0, mass, best, credit;
	size_t i, j;

	for (i = 0; i < wording->count; i++) {
		mention = &wording->at[i];
		mass = mass_of(unit->shelf, mention);
		if (tuning->specific > 1 && match_is_specific(known, mention))
			mass *= tuning->specific;
		for (j = 0, best = 0; j < mention->count; j++) {
			credit = credit_of(tuning, mention->senses[j].kind,
			    present[mention->senses[j].feature]);
			best = credit > best ? credit : best;
		}
		all += mass;
		had += mass * best;
	}
	return all > 0 ? had / all : 0;
}

static bool
holds(const struct list *list, const void *item)
{
	size_t i;

	for (i = 0; i < list->count; i++)
		if (list_at(list, i) == item)
			return true;
	return false;
}

static const struct concept *
concept_of(const struct unit *unit, const struct mention *mention, size_t i)
{
	return mention->senses[i].kind != SENSE_CONCEPT ? NULL :
	    lexicon_concept(unit->knowledge->lexicon,
	    mention->senses[i].feature);
}

/* Whether a record is about a treatment, or about one of its group. */
static bool
is_about_treatment(const struct known *known, const struct concept *technique)
{
	const struct concept *concept;
	size_t i;

	for (i = 0; i < known->techniques.count; i++) {
		concept = list_at(&known->techniques, i);
		if (concept == technique || (concept->subject &&
		    concept->group == technique->group))
			return true;
	}
	return false;
}

/* Whether the unit names treatments of the subject, and none of the record's. */
static bool
names_other_subject(const struct unit *unit, const struct known *known)
{
	const struct concept *concept;
	bool other = false;
	size_t i, j;

	for (i = 0; i < unit->mentions->count; i++)
		for (j = 0; j < unit->mentions->at[i].count; j++) {
			concept = concept_of(unit, &unit->mentions->at[i], j);
			if (concept == NULL || concept->facet !=
			    FACET_TECHNIQUE || !concept->subject)
				continue;
			if (is_about_treatment(known, concept))
				return false;
			other = known->techniques.count > 0;
		}
	return other;
}

/* Whether the unit names a treatment alone that the record is not about. */
static bool
names_other(const struct unit *unit, const struct known *known)
{
	const struct concept *concept;
	size_t i, j;

	if (unit->subject)
		return names_other_subject(unit, known);

	for (i = 0; i < unit->mentions->count && !unit->subject &&
	    !unit->covered; i++)
		for (j = 0; j < unit->mentions->at[i].count; j++) {
			if (unit->mentions->at[i].senses[j].kind !=
			    SENSE_CONCEPT)
				continue;
			concept = lexicon_concept(unit->knowledge->lexicon,
			    unit->mentions->at[i].senses[j].feature);
			if (concept != NULL && concept->facet ==
			    FACET_TECHNIQUE && !concept->subject &&
			    !holds(&known->techniques, concept))
				return true;
		}
	return false;
}

/* The score of a record that was touched; 0 where it is below `least`. */
static double
score_of(const struct unit *unit, uint32_t number, double least,
    double *coverage)
{
	const struct tuning *tuning = unit->shelf->tuning;
	const struct known *known = list_at(&unit->shelf->knowns, number);
	double share = 0, one, score;
	size_t i;

	*coverage = fmin(unit->shelf->found[number] / unit->mass, 1);
	if (pow(*coverage, tuning->coverage) < least)
		return 0;
	for (i = 0; i < known->wordings.count; i++) {
		one = share_of_wording(unit, known,
		    list_at(&known->wordings, i));
		share = one > share ? one : share;
	}
	score = pow(*coverage, tuning->coverage) * pow(share, 1 -
	    tuning->coverage);
	if (unit->shelf->agreeing[number] < 3)
		score *= tuning->single;
	if (unit->more * known->more < 0)
		score *= tuning->opposed;
	return score > 0 && names_other(unit, known) ? score * tuning->other :
	    score;
}

static void
begin_unit(struct unit *unit)
{
	const struct mention *mention;
	size_t more = 0, less = 0, i;

	unit->mass = 0;
	unit->subject = false;
	for (i = 0; i < unit->mentions->count; i++) {
		mention = &unit->mentions->at[i];
		if (!is_silent(unit, mention))
			unit->mass += mass_of(unit->shelf, mention);
		unit->subject = unit->subject || mention->subject;
		more += mention->more > 0;
		less += mention->more < 0;
	}
	unit->more = (more > 0) == (less > 0) ? 0 : more > 0 ? 1 : -1;
	unit->shelf->touched = (struct list){ .at = NULL };
	for (i = 0; i < unit->shelf->knowns.count; i++) {
		unit->shelf->found[i] = -1;
		unit->shelf->current[i] = 0;
		unit->shelf->agreeing[i] = 0;
	}
}

static int
by_score(const void *a, const void *b)
{
	const struct match *left = *(const struct match *const *)a;
	const struct match *right = *(const struct match *const *)b;

	if (left->near != right->near)
		return left->near ? 1 : -1;
	if (left->score != right->score)
		return left->score < right->score ? 1 : -1;
	return strcmp(left->known->id, right->known->id);
}

static void
sort_matches(struct list *list)
{
	if (list->count > 1)
		qsort(list->at, list->count, sizeof(*list->at), by_score);
}

/* All records that a unit scores at least so much with, best first. */
static struct list
match_unit(struct unit *unit, const void *ctx, double least)
{
	struct list list = { .at = NULL };
	struct match *match, found;
	void *scratch = mem_context(NULL);
	uint32_t number;
	size_t i;

	begin_unit(unit);
	for (i = 0; i < unit->mentions->count && unit->mass > 0; i++)
		if (!is_silent(unit, &unit->mentions->at[i]))
			spread(unit, scratch, &unit->mentions->at[i],
			    mass_of(unit->shelf, &unit->mentions->at[i]));
	mark_present(unit, true);
	for (i = 0; i < unit->shelf->touched.count; i++) {
		number = (uint32_t)(uintptr_t)list_at(&unit->shelf->touched, i);
		found = (struct match){ .known =
		    list_at(&unit->shelf->knowns, number) };
		found.score = score_of(unit, number, least, &found.coverage);
		if (found.score < least || found.score <= 0)
			continue;
		match = mem_new(ctx, struct match);
		*match = found;
		list_add(ctx, &list, match);
	}
	mark_present(unit, false);
	unit->shelf->touched = (struct list){ .at = NULL };
	mem_free(scratch);
	sort_matches(&list);
	return list;
}

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
		match->near = match->score < tuning->threshold ||
		    match->score < tuning->ratio * best;
		if (match->score >= tuning->near)
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
 * A part of one word is one of several things in a row: "pain in the back,
 * neck and knee" says of the knee what was said of the back.
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

/* A later clause is about the subject of the sentence: "X, also called Y". */
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

static void
match_clauses(struct unit *unit, const void *ctx, struct list *kept,
    const char *text, size_t n)
{
	struct lexicon *lexicon = unit->knowledge->lexicon;
	const struct tuning *tuning = unit->shelf->tuning;
	struct list clauses = clauses_of(ctx, text, n), found;
	const struct mentions *part, *before = NULL, *first = NULL;
	const struct span_of *span;
	size_t i;

	for (i = 0; i < clauses.count && clauses.count > 1; i++) {
		span = list_at(&clauses, i);
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
		found = match_unit(unit, ctx, tuning->near);
		keep_best(unit, ctx, kept, &found, tuning->clause);
	}
}

/* What is far behind the best of a sentence is only near. */
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
	sort_matches(kept);
}

/* A verdict on another treatment than the sentence names would mislead. */
static void
drop_others(struct unit *unit, const struct mentions *whole,
    struct list *kept)
{
	struct match *match;
	size_t i, n = 0;

	unit->mentions = whole;
	begin_unit(unit);
	for (i = 0; i < kept->count; i++) {
		match = list_at(kept, i);
		if (!names_other(unit, match->known))
			kept->at[n++] = match;
	}
	kept->count = n;
}

struct list
match_propositions(struct knowledge *knowledge, const void *ctx,
    const char *text, size_t n, bool covered)
{
	struct unit unit = { .knowledge = knowledge,
	    .shelf = &knowledge->propositions, .covered = covered };
	struct list kept = { .at = NULL }, found;
	const struct mentions *whole = lexicon_read(knowledge->lexicon, ctx,
	    text, n, false);

	if (unit.shelf->knowns.count == 0 || whole->count == 0 ||
	    whole->count > WORDS_MOST)
		return kept;
	unit.mentions = whole;
	if (whole->count > 1) {
		found = match_unit(&unit, ctx, unit.shelf->tuning->near);
		keep_best(&unit, ctx, &kept, &found, 1);
	}
	match_clauses(&unit, ctx, &kept, text, n);
	drop_others(&unit, whole, &kept);
	sort_matches(&kept);
	demote_weak(unit.shelf->tuning, &kept);
	return kept;
}

bool
match_names_subject(struct knowledge *knowledge, const char *text, size_t n)
{
	void *scratch = mem_context(NULL);
	const struct mentions *mentions = lexicon_read(knowledge->lexicon,
	    scratch, text, n, false);
	bool names = false;
	size_t i;

	for (i = 0; i < mentions->count && !names; i++)
		names = mentions->at[i].subject;
	mem_free(scratch);
	return names;
}

/* Topics. */

/* What a question names, as features or concepts. */
struct asked {
	struct list	 conditions;	/* struct concept */
	struct list	 regions;	/* features of words */
	struct list	 techniques;	/* features of concepts */
	bool		 unknown;	/* holds a word that nothing knows */
};

static struct asked
match_read_question(const struct unit *unit, const void *ctx, const char *text)
{
	struct asked asked = { .unknown = false };
	const struct mention *mention;
	const struct concept *concept;
	size_t i, j;

	for (i = 0; i < unit->mentions->count; i++) {
		mention = &unit->mentions->at[i];
		asked.unknown = asked.unknown || (mention->word == 0 &&
		    mention->count == 0 && !mention->question &&
		    (text[mention->start] < '0' || text[mention->start] >
		    '9'));
		for (j = 0; j < mention->count; j++) {
			concept = concept_of(unit, mention, j);
			if (concept == NULL)
				continue;
			if (concept->facet == FACET_CONDITION)
				list_add(ctx, &asked.conditions,
				    (void *)(uintptr_t)concept);
			else if (concept->facet == FACET_REGION)
				list_add(ctx, &asked.regions,
				    (void *)(uintptr_t)mention->word);
			else if (concept->facet == FACET_TECHNIQUE)
				list_add(ctx, &asked.techniques,
				    (void *)(uintptr_t)concept->feature);
		}
	}
	return asked;
}

static bool
overlaps(const struct list *a, const struct list *b)
{
	size_t i;

	for (i = 0; i < a->count; i++)
		if (holds(b, list_at(a, i)))
			return true;
	return false;
}

/* Whether a condition of one list is above or below one of the other. */
static bool
is_related(const struct lexicon *lexicon, const struct list *a,
    const struct list *b)
{
	const struct concept *concept;
	size_t i, steps;

	for (i = 0; i < a->count; i++) {
		concept = list_at(a, i);
		for (steps = 0; concept != NULL && steps < SENSES_MAX;
		    steps++) {
			if (holds(b, concept))
				return true;
			concept = lexicon_broader(lexicon, concept);
		}
	}
	return false;
}

/* The first treatment that most topics ask about. */
static const void *
main_subject(const struct shelf *shelf)
{
	const struct known *known;
	const void *best = NULL;
	size_t i, j, count, most = 0;

	for (i = 0; i < shelf->knowns.count; i++) {
		known = list_at(&shelf->knowns, i);
		if (known->named.count == 0)
			continue;
		for (j = count = 0; j < shelf->knowns.count; j++)
			count += holds(&((const struct known *)
			    list_at(&shelf->knowns, j))->named,
			    list_at(&known->named, 0));
		if (count > most) {
			most = count;
			best = list_at(&known->named, 0);
		}
	}
	return best;
}

static bool
names_concept(const struct unit *unit, const struct mention *mention,
    const struct concept *concept)
{
	size_t i;

	for (i = 0; i < mention->count; i++)
		if (concept_of(unit, mention, i) == concept)
			return true;
	return false;
}

/*
 * The outcome that a text names and nothing else, or NULL: a topic that
 * measures it first is asked for.
 */
static const struct concept *
only_outcome(const struct unit *unit, size_t n)
{
	const struct mentions *mentions = unit->mentions;
	const struct concept *only = NULL, *concept;
	size_t i;

	for (i = 0; i < mentions->at[0].count; i++) {
		concept = concept_of(unit, &mentions->at[0], i);
		if (concept != NULL && concept->facet == FACET_OUTCOME)
			only = concept;
	}
	for (i = 0; i < mentions->count && only != NULL; i++)
		if (!names_concept(unit, &mentions->at[i], only))
			only = NULL;
	return mentions->at[0].start == 0 && mentions->at[mentions->count -
	    1].end == n ? only : NULL;
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

/* Other conditions, parts of the body and treatments make a topic unlikely. */
static double
topic_fit(const struct unit *unit, const struct asked *asked,
    const struct known *known, const void *subject)
{
	const struct tuning *tuning = unit->shelf->tuning;
	const struct lexicon *lexicon = unit->knowledge->lexicon;
	double factor = 1;

	if (asked->conditions.count > 0 && known->conditions.count > 0) {
		if (overlaps(&asked->conditions, &known->conditions))
			factor *= tuning->condition;
		else if (!is_related(lexicon, &asked->conditions,
		    &known->conditions) && !is_related(lexicon,
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
	if (known->named.count > 0 && !holds(&known->named, subject) &&
	    !overlaps(&known->named, &asked->techniques))
		factor *= tuning->unnamed;
	return factor;
}

/* Whether a question names a treatment and asks nothing of it. */
static bool
names_only(const struct unit *unit)
{
	size_t i;

	for (i = 0; i < unit->mentions->count; i++)
		if (!unit->mentions->at[i].subject)
			return false;
	return true;
}

/*
 * Whether a topic is only near what is asked: it scores too little, or the
 * question names nothing of the subject but words that nothing knows, or
 * another treatment.
 */
static bool
is_near(const struct unit *unit, const struct asked *asked,
    const struct match *match)
{
	return match->score < unit->shelf->tuning->threshold ||
	    (asked->unknown && match->coverage < (unit->subject ?
	    NAMED_COVERAGE : SILENT_COVERAGE)) || names_only(unit) ||
	    names_other(unit, match->known);
}

struct list
match_topics(struct knowledge *knowledge, const void *ctx, const char *text,
    size_t n)
{
	struct unit unit = { .knowledge = knowledge,
	    .shelf = &knowledge->topics, .question = true };
	const struct tuning *tuning = unit.shelf->tuning;
	struct list found = { .at = NULL };
	const void *subject;
	struct asked asked;
	struct match *match;
	const struct concept *outcome;
	size_t i, kept = 0;

	assert(text != NULL);
	unit.mentions = lexicon_read(knowledge->lexicon, ctx, text, n, false);
	if (unit.shelf->knowns.count == 0 || unit.mentions->count == 0 ||
	    unit.mentions->count > WORDS_MOST)
		return found;
	found = match_unit(&unit, ctx, tuning->near);
	subject = main_subject(unit.shelf);
	outcome = only_outcome(&unit, n);
	asked = match_read_question(&unit, ctx, text);
	for (i = 0; i < found.count; i++) {
		match = list_at(&found, i);
		match->score *= topic_fit(&unit, &asked, match->known, subject);
		if (outcome != NULL && measures_first(match->known, outcome))
			match->score *= FIRST_OUTCOME;
	}
	sort_matches(&found);
	for (i = 0; i < found.count && kept < TOPICS_MOST; i++) {
		match = list_at(&found, i);
		match->near = is_near(&unit, &asked, match);
		found.at[kept++] = match;
	}
	found.count = kept;
	sort_matches(&found);
	return found;
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
				concept = concept_of(&unit, &mentions->at[i],
				    j);
				if (concept != NULL && facet_rank(
				    concept->facet) == rank && !holds(&terms,
				    concept))
					list_add(ctx, &terms,
					    (void *)(uintptr_t)concept);
			}
	return terms;
}
