/* Scores how well records match a sentence or a part of it. */
#include "answer/unit.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

#define A_SUBJECT	1U	/* bit of `agreeing`: a special treatment
				   matches */
#define A_TELLING	(1U << 16)	/* added to `agreeing` for each specific
					   word that matches */
#define SAME		0.8	/* minimum shares of text and wording that
				   make one common word a statement */
#define STATED		0.4	/* minimum share of the wording if only one
				   specific word matches, or the text has no
				   other word */
#define KIN		0.8	/* factor: another treatment of the same
				   group */
#define AGREES		0.5	/* minimum credit of a matching word */
#define TELLING		1.0	/* minimum weight of a treatment that
				   distinguishes records */
#define CLASS_CAP	3.5	/* maximum weight of a word known only by its
				   class */

/* The weight of a word: rarer words are more informative. */
static double
mass_of(const struct shelf *shelf, const struct mention *mention)
{
	const struct tuning *tuning = shelf->tuning;
	uint32_t least = 0, count;
	double records = (double)shelf->knowns.count + 1, mass;
	size_t i;

	count = mention->word == 0 ? 0 : shelf_frequency(shelf,
	    mention->word);
	for (i = 0; count == 0 && i < mention->count; i++) {
		uint32_t of = shelf_frequency(shelf,
		    mention->senses[i].feature);

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

/* How well a sense matches the senses of a record or text. */
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

static bool
is_silent(const struct unit *unit, const struct mention *mention)
{
	return unit->question && mention->question;
}

/* Whether a word is neither the treatment nor a general word. */
static bool
is_specific(const struct mention *mention)
{
	return !mention->subject && !mention->general && !mention->question;
}

bool
unit_is_telling(const struct mention *mention)
{
	return is_specific(mention) && !mention->asks;
}

bool
unit_is_itself(const struct sense *sense)
{
	return sense->kind == SENSE_WORD || sense->kind == SENSE_CONCEPT;
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
 * Credits a word to all records that have one of its senses.  A matching word
 * counts two, the name of a special treatment one: a name alone states nothing.
 */
static void
spread(const struct unit *unit, const void *ctx,
    const struct mention *mention, double mass)
{
	struct shelf *shelf = unit->shelf;
	const struct sense *sense;
	struct packed_postings of;
	struct posting posting;
	uint32_t number;
	size_t i, j;

	for (i = 0; i < mention->count; i++) {
		sense = &mention->senses[i];
		of = shelf_postings(shelf, sense->feature);
		for (j = 0; j < of.count; j++) {
			posting = posting_at(&of, j);
			if (posting.known < shelf->knowns.count)
				touch(shelf, ctx, posting.known, credit_of(
				    shelf->tuning, sense->kind,
				    (double)posting.weight));
		}
	}
	for (i = 0; i < shelf->touched.count; i++) {
		number = (uint32_t)(uintptr_t)list_at(&shelf->touched, i);
		shelf->found[number] += mass * shelf->current[number];
		if (shelf->current[number] >= AGREES && mention->subject &&
		    mass > TELLING)
			shelf->agreeing[number] |= A_SUBJECT;
		else if (shelf->current[number] >= AGREES && !mention->subject)
			shelf->agreeing[number] += 2;
		/*
		 * "Also called" states something only about the thing that it
		 * names.
		 */
		if (shelf->current[number] >= AGREES && is_specific(mention) &&
		    (unit->subject || !mention->asks))
			shelf->agreeing[number] += A_TELLING;
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

/* The share of a wording that the unit covers. */
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

bool
unit_holds(const struct list *list, const void *item)
{
	size_t i;

	for (i = 0; i < list->count; i++)
		if (list_at(list, i) == item)
			return true;
	return false;
}

const struct concept *
unit_concept(const struct unit *unit, const struct mention *mention, size_t i)
{
	return mention->senses[i].kind != SENSE_CONCEPT ? NULL :
	    lexicon_concept(unit->knowledge->lexicon,
	    mention->senses[i].feature);
}

bool
unit_holds_kind(const struct unit *unit, const struct list *list,
    const struct concept *concept)
{
	size_t steps;

	for (steps = 0; concept != NULL && steps < SENSES_MAX; steps++) {
		if (unit_holds(list, concept))
			return true;
		concept = lexicon_broader(unit->knowledge->lexicon, concept);
	}
	return false;
}

/* Whether a list of treatments has this one, or another of its group. */
static bool
holds_group(const struct list *techniques, const struct concept *technique)
{
	const struct concept *concept;
	size_t i;

	for (i = 0; i < techniques->count; i++) {
		concept = list_at(techniques, i);
		if (concept == technique || (concept->subject &&
		    concept->group == technique->group))
			return true;
	}
	return false;
}

/*
 * Whether the unit names treatments of the subject, but none of the record's;
 * `groups` treats all treatments of a group as the same.
 */
static bool
names_other_subject(const struct unit *unit, const struct known *known,
    bool groups)
{
	const struct list *techniques = &known->techniques;
	const struct concept *concept;
	bool other = false;
	size_t i, j;

	for (i = 0; i < unit->mentions->count; i++)
		for (j = 0; j < unit->mentions->at[i].count; j++) {
			concept = unit_concept(unit, &unit->mentions->at[i], j);
			if (concept == NULL || concept->facet !=
			    FACET_TECHNIQUE || !concept->subject)
				continue;
			if (groups ? holds_group(techniques, concept) :
			    unit_holds_kind(unit, techniques, concept))
				return false;
			other = techniques->count > 0;
		}
	return other;
}

bool
unit_names_other(const struct unit *unit, const struct known *known)
{
	const struct concept *concept;
	size_t i, j;

	if (unit->subject)
		return names_other_subject(unit, known, true);
	for (i = 0; i < unit->mentions->count && !unit->covered; i++)
		for (j = 0; j < unit->mentions->at[i].count; j++) {
			concept = unit_concept(unit, &unit->mentions->at[i], j);
			if (concept != NULL && concept->facet ==
			    FACET_TECHNIQUE && !concept->subject &&
			    !unit_holds(&known->techniques, concept))
				return true;
		}
	return false;
}

/* Whether a text names one of these treatments, or a kind of one. */
static bool
names_one_of(const struct unit *unit, const struct mentions *mentions,
    const struct list *techniques)
{
	const struct concept *concept;
	size_t i, j;

	for (i = 0; i < mentions->count; i++)
		for (j = 0; j < mentions->at[i].count; j++) {
			concept = unit_concept(unit, &mentions->at[i], j);
			if (concept != NULL && unit_holds_kind(unit,
			    techniques, concept))
				return true;
		}
	return false;
}

bool
unit_leaves_open(const struct unit *unit, const struct known *known)
{
	return lexicon_is_divided(unit->knowledge->lexicon) &&
	    names_one_of(unit, list_at(&known->wordings, 0),
	    &known->techniques) && !names_one_of(unit, unit->mentions,
	    &known->techniques) && !unit_holds_kind(unit, &known->techniques,
	    unit->treatment);
}

/* Whether a record has one of the possible meanings of a word. */
static bool
record_has(const struct shelf *shelf, uint32_t number,
    const struct mention *mention)
{
	struct packed_postings of;
	struct posting posting;
	size_t i, j;

	for (i = 0; i < mention->count; i++) {
		of = shelf_postings(shelf, mention->senses[i].feature);
		for (j = 0; j < of.count; j++) {
			posting = posting_at(&of, j);
			if (posting.known == number && credit_of(
			    shelf->tuning, mention->senses[i].kind,
			    (double)posting.weight) >= AGREES)
				return true;
		}
	}
	return false;
}

/*
 * Whether the words that a record shares with the text are too few to state it:
 * a single one, or a specific one and words such as "prevents".  One word is
 * enough if it is all that the text says of the treatment ("X is safe", "X helps
 * headaches") and much of what the record says.
 */
static bool
shares_little(const struct unit *unit, uint32_t number, double coverage,
    double share)
{
	unsigned agreeing = unit->shelf->agreeing[number];
	size_t i;

	if (agreeing % A_TELLING >= 3)
		return !unit->question && agreeing / A_TELLING == 1 &&
		    share < STATED;
	if (coverage >= SAME && share >= SAME)
		return false;
	if (!unit->subject || !unit->verb || share < STATED)
		return true;
	for (i = 0; i < unit->mentions->count; i++)
		if (is_specific(&unit->mentions->at[i]) && !record_has(
		    unit->shelf, number, &unit->mentions->at[i]))
			return true;
	return agreeing / A_TELLING == 0;
}

/* The score of a candidate record; 0 if it would be below `least`. */
static double
score_of(const struct unit *unit, uint32_t number, double least,
    double *coverage)
{
	const struct tuning *tuning = unit->shelf->tuning;
	const struct known *known = shelf_known(unit->shelf, number);
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
	if (shares_little(unit, number, *coverage, share))
		score *= tuning->single;
	if (unit->more * known->more < 0)
		score *= tuning->opposed;
	return score > 0 && unit_names_other(unit, known) ?
	    score * tuning->other : score;
}

void
unit_begin(struct unit *unit)
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

static double
rank_of(const struct match *match)
{
	return match->kin && match->known->kind == RECTYPE_PROPOSITION ?
	    match->score * KIN : match->score;
}

static int
by_score(const void *a, const void *b)
{
	const struct match *left = *(const struct match *const *)a;
	const struct match *right = *(const struct match *const *)b;

	if (left->near != right->near)
		return left->near ? 1 : -1;
	if (rank_of(left) != rank_of(right))
		return rank_of(left) < rank_of(right) ? 1 : -1;
	return strcmp(left->known->id, right->known->id);
}

void
matches_sort(struct list *list)
{
	if (list->count > 1)
		qsort(list->at, list->count, sizeof(*list->at), by_score);
}

struct list
unit_match(struct unit *unit, const void *ctx, double least)
{
	struct list list = { .at = NULL };
	struct match *match, found;
	void *scratch = mem_context(NULL);
	uint32_t number;
	size_t i;

	unit_begin(unit);
	for (i = 0; i < unit->mentions->count && unit->mass > 0; i++)
		if (!is_silent(unit, &unit->mentions->at[i]))
			spread(unit, scratch, &unit->mentions->at[i],
			    mass_of(unit->shelf, &unit->mentions->at[i]));
	mark_present(unit, true);
	for (i = 0; i < unit->shelf->touched.count; i++) {
		number = (uint32_t)(uintptr_t)list_at(&unit->shelf->touched, i);
		found = (struct match){ .known =
		    shelf_known(unit->shelf, number) };
		found.score = score_of(unit, number, least, &found.coverage);
		if (found.score < least || found.score <= 0)
			continue;
		found.kin = names_other_subject(unit, found.known, false);
		found.telling = unit->shelf->agreeing[number] >= A_TELLING;
		match = mem_new(ctx, struct match);
		*match = found;
		list_add(ctx, &list, match);
	}
	mark_present(unit, false);
	unit->shelf->touched = (struct list){ .at = NULL };
	mem_free(scratch);
	matches_sort(&list);
	return list;
}
