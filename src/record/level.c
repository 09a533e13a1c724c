/*
 * Levels of evidence: the rule that derives them from design, subjects and
 * question.
 */
#include "record/level.h"

#include <ctype.h>
#include <stdlib.h>

#include "base/text.h"
#include "record/work_status.h"

enum {
	LEVEL_MECHANISM = 5,
	NO_LEVEL = 6,
	FEW_PEOPLE = 20,
	PASS_MARK = 6			/* PEDro scores below this, of 10, are
					   low */
};

/* The columns of the rule's table, in the order of level_questions. */
enum { BENEFIT, HARM, DIAGNOSIS, PROGNOSIS, QUESTIONS };

/*
 * Other designs (guidelines, surveys, overviews, opinion, measurements,
 * unknown) have no level: the 2011 table has no row for them.
 */
static const struct {
	const char	*design;
	int		 levels[QUESTIONS];
	char		 letter;
} design_levels[] = {
	{ "systematic-review", { 1, 1, 1, 1 }, 'S' },
	{ "meta-analysis", { 1, 1, 1, 1 }, 'S' },
	{ "network-meta-analysis", { 1, 1, 1, 1 }, 'S' },
	{ "umbrella-review", { 1, 1, 1, 1 }, 'S' },
	{ "n-of-1-trial", { 1, 1, 0, 0 }, 'R' },
	{ "randomised-controlled-trial", { 2, 2, 0, 3 }, 'R' },
	{ "cluster-randomised-trial", { 2, 2, 0, 3 }, 'R' },
	{ "pilot-randomised-trial", { 2, 2, 0, 3 }, 'R' },
	{ "crossover-trial", { 2, 2, 0, 3 }, 'R' },
	{ "non-randomised-trial", { 3, 3, 0, 3 }, 'N' },
	{ "quasi-experiment", { 3, 3, 0, 3 }, 'N' },
	{ "cohort", { 3, 3, 3, 3 }, 'O' },
	{ "inception-cohort", { 3, 3, 3, 2 }, 'O' },
	{ "interrupted-time-series", { 4, 4, 0, 4 }, 'C' },
	{ "case-control", { 4, 4, 4, 4 }, 'O' },
	{ "cross-sectional", { 0, 0, 2, 4 }, 'O' },
	{ "diagnostic-accuracy", { 0, 0, 2, 0 }, 'O' },
	{ "case-series", { 4, 4, 4, 4 }, 'C' },
	{ "case-report", { 4, 4, 4, 4 }, 'C' },
	{ "before-after-study", { 4, 4, 0, 4 }, 'C' },
	{ "animal-experiment", { 5, 5, 5, 5 }, 'T' },
	{ "in-vitro", { 5, 5, 5, 5 }, 'T' },
	{ "laboratory-study", { 5, 5, 5, 5 }, 'T' },
	{ "theory", { 5, 5, 5, 5 }, 'T' },
};
enum { DESIGN_LEVELS = COUNT(design_levels) };

/* Whether the accuracy of a test was estimated. */
static bool
estimates_accuracy(const struct work *work)
{
	static const char *const types[] = { "sensitivity", "specificity",
	    "PPV", "NPV", "LR+", "LR-", "DOR", "AUC" };
	const struct finding *finding;
	size_t i;

	for (i = 0; i < work->findings.count; i++) {
		finding = list_at(&work->findings, i);
		if (finding->estimate != NULL && TEXT_AMONG(estimate_type(
		    finding->estimate), types))
			return true;
	}
	return false;
}

const char *
level_question(const struct work *work)
{
	return work->level_question != NULL ? work->level_question :
	    level_questions.at[estimates_accuracy(work) ? DIAGNOSIS :
	    BENEFIT].id;
}

static size_t
question_of(const struct work *work)
{
	const struct code *row = code_find(&level_questions,
	    level_question(work));

	return row == NULL ? BENEFIT : (size_t)(row - level_questions.at);
}

static int
design_level(const struct work *work)
{
	const char *design = work_design(work);
	size_t i;

	for (i = 0; i < DESIGN_LEVELS; i++)
		if (text_same(design_levels[i].design, design))
			return design_levels[i].levels[question_of(work)];
	return 0;
}

char
level_letter(const struct work *work)
{
	const char *design = work_design(work);
	size_t i;

	for (i = 0; i < DESIGN_LEVELS; i++)
		if (text_same(design_levels[i].design, design))
			return design_levels[i].letter;
	return 'O';
}

static bool
is_unread(const struct work *work)
{
	return text_same(work->confidence, "citation") ||
	    text_same(work->confidence, "article-only");
}

int
level_by_rule(const struct work *work)
{
	int level = design_level(work);

	/* A registered but unpublished trial has no results yet. */
	if (level == 0 || text_same(work->type, "registration"))
		return 0;
	if (text_same(work->subjects, "animal") ||
	    text_same(work->subjects, "cells") ||
	    list_holds(&work->design_features, "laboratory-experiment"))
		return LEVEL_MECHANISM;
	return level < LEVEL_MECHANISM && is_unread(work) ? 0 : level;
}

/* Reasons for grading down. */

static bool
level_is_indirect(const struct work *work, const struct about *about)
{
	const struct directness *directness;
	size_t i;

	for (i = 0; about != NULL && i < about->directness.count; i++) {
		directness = list_at(&about->directness, i);
		if (text_same(directness->id, work->directness))
			return text_same(directness->indirect, "yes");
	}
	return false;
}

/* Whether a description of participants has a number of two or more digits. */
static bool
level_has_number(const char *text)
{
	for (; text != NULL && *text != '\0'; text++)
		if (isdigit((unsigned char)text[0]) &&
		    isdigit((unsigned char)text[1]))
			return true;
	return false;
}

static unsigned
reasons_of_size(const struct work *work)
{
	const struct participants *p = work->participants;

	if (p != NULL && p->n != NULL)
		return strtol(p->n, NULL, 10) < FEW_PEOPLE ?
		    LEVEL_FEW_PEOPLE : 0;
	return p != NULL && level_has_number(p->population) ? 0 :
	    LEVEL_NO_NUMBER;
}

static unsigned
reasons_of_findings(const struct work *work)
{
	static const char *const compared[] = { "favours", "no-difference",
	    "mixed", "higher-with-exposure", "lower-with-exposure" };
	const struct finding *finding;
	bool within = false;
	size_t i;

	for (i = 0; i < work->findings.count; i++) {
		finding = list_at(&work->findings, i);
		if (TEXT_AMONG(finding->direction, compared))
			return 0;
		within |= finding->direction != NULL &&
		    strstr(finding->direction, "-no-control") != NULL;
	}
	return within ? LEVEL_WITHIN_GROUPS : 0;
}

/* Whether a PEDro score, "5/10" or a mean "5.83", is below the pass mark. */
static bool
is_low_score(const struct appraisal *a)
{
	char *end;
	double score;

	if (!text_same(a->tool, "PEDro") || a->score == NULL)
		return false;
	score = strtod(a->score, &end);
	return end != a->score && score < PASS_MARK && (a->of == NULL ?
	    text_begins(end, "/10") : strchr(a->score, '.') != NULL &&
	    strchr(a->score, '.') < end);
}

static bool
says(const struct appraisal *a, const char *words)
{
	return a->score != NULL && strstr(a->score, words) != NULL;
}

/*
 * Whether more than half of the trials are at high risk: "5 of 8 trials at high
 * risk".
 */
static bool
is_mostly_high(const struct appraisal *a)
{
	long some, all;
	char *end;

	if (a->score == NULL)
		return false;
	some = strtol(a->score, &end, 10);
	if (!text_begins(end, " of "))
		return false;
	all = strtol(end + strlen(" of "), &end, 10);
	return text_begins(end, " trials") && strstr(end, "high risk") != NULL
	    && 2 * some > all;
}

static bool
has_high_item(const struct appraisal *a)
{
	const struct appraisal_item *item;
	size_t i;

	for (i = 0; i < a->items.count; i++) {
		item = list_at(&a->items, i);
		if (text_same(item->item, "overall") &&
		    text_same(item->answer, "high"))
			return true;
	}
	return false;
}

static unsigned
reasons_of_appraisals(const struct work *work, int level)
{
	const struct appraisal *a;
	unsigned reasons = 0;
	size_t i;

	for (i = 0; i < work->appraisals.count; i++) {
		a = list_at(&work->appraisals, i);
		if (level > 1 && a->of == NULL && (is_low_score(a) ||
		    says(a, "high risk of bias") || has_high_item(a)))
			reasons |= LEVEL_POOR_TRIAL;
		if (level == 1 && a->of != NULL && (is_low_score(a) ||
		    is_mostly_high(a) || says(a, "poor quality") ||
		    says(a, "high risk of bias in every trial")))
			reasons |= LEVEL_POOR_STUDIES;
	}
	return reasons;
}

/*
 * The reason to grade a review down: low certainty, or no appraisal of its
 * studies.
 */
static unsigned
reasons_of_review(const struct work *work)
{
	const struct certainty *c;
	const struct appraisal *a;
	size_t i;

	for (i = 0; i < work->certainty.count; i++) {
		c = list_at(&work->certainty, i);
		if (text_same(c->rating, "low") ||
		    text_same(c->rating, "very low"))
			return LEVEL_LOW_CERTAINTY;
	}
	for (i = 0; i < work->appraisals.count; i++) {
		a = list_at(&work->appraisals, i);
		if (a->of != NULL)
			return 0;
	}
	return work->certainty.count > 0 ? 0 : LEVEL_NOT_APPRAISED;
}

unsigned
level_reasons(const struct work *work, const struct about *about)
{
	int level = level_by_rule(work);
	unsigned reasons = 0;

	if (level < 1 || level > 3)
		return 0;
	reasons |= level_is_indirect(work, about) ? LEVEL_INDIRECT : 0;
	reasons |= reasons_of_appraisals(work, level);
	if (level == 1)
		return reasons | (work_is_review(work) ?
		    reasons_of_review(work) : 0);
	return reasons | reasons_of_size(work) | reasons_of_findings(work);
}

char *
level_reasons_text(const void *ctx, unsigned reasons)
{
	static const char *const words[] = { "fewer than 20 people",
	    "number of people not recorded", "indirect",
	    "only changes within groups recorded",
	    "low quality (below 6/10 on PEDro, or high risk of bias)",
	    "its studies are mostly poor or at high risk of bias",
	    "certainty rated low or very low",
	    "quality of its studies not recorded" };
	struct buf out = { .data = NULL };
	size_t i;

	for (i = 0; i < COUNT(words); i++)
		if (reasons & 1U << i)
			buf_format(ctx, &out, "%s%s", out.len > 0 ? "; " : "",
			    words[i]);
	return out.data;
}

bool
level_withdraw(struct work *work)
{
	bool retracted = work_is_retracted(work);

	if (!retracted && !work_is_superseded(work))
		return false;
	/* Keeps the recorded reason of a work without a level. */
	if (work->level != NULL || work->level_reason == NULL ||
	    work->imported != NULL)
		work->level_reason = retracted ?
		    "no level: the work was retracted or withdrawn" :
		    "no level: a newer version has replaced the work";
	work->level = work->level_adjusted = NULL;
	return true;
}

void
level_fill(struct work *work, const struct about *about)
{
	int level = level_by_rule(work);
	unsigned reasons;

	if (level_withdraw(work) || work->level != NULL ||
	    work->level_reason != NULL || level == 0)
		return;
	work->level = mem_format(work, "%d", level);
	reasons = level_reasons(work, about);
	if (reasons == 0)
		return;
	work->level_adjusted = mem_format(work, "%d", level + 1);
	work->level_reason = mem_format(work, "graded down one step: %s",
	    level_reasons_text(work, reasons));
}

/* The static rank. */

enum { LEVEL_BITS = 3, SIZE_BITS = 34, YEAR_BITS = 14 };

/* A number of `bits` bits that gets smaller as `value` grows. */
static uint64_t
falling(long value, unsigned bits)
{
	uint64_t most = (UINT64_C(1) << bits) - 1;

	return value <= 0 ? most : (uint64_t)value >= most ? 0 :
	    most - (uint64_t)value;
}

uint64_t
level_rank(const struct work *work)
{
	int shown = work_level(work), design = work->level == NULL ? 0 :
	    (int)strtol(work->level, NULL, 10);
	bool appraised = work->appraisals.count > 0 ||
	    work->certainty.count > 0;
	uint64_t rank = shown == 0 ? NO_LEVEL : (uint64_t)shown;

	rank = rank << LEVEL_BITS | (design == 0 ? NO_LEVEL :
	    (uint64_t)design);
	rank = rank << 1 | !appraised;
	rank = rank << SIZE_BITS | falling(work_size(work), SIZE_BITS);
	return rank << YEAR_BITS | falling(work_year(work), YEAR_BITS);
}
