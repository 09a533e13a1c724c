/* Levels of evidence, as one rule from design and subjects. */
#include "record/level.h"

#include <stdlib.h>

#include "base/text.h"

enum { LEVEL_ANIMAL = 5, FEW_PEOPLE = 20 };

/* Designs that are not here (surveys, measurements, unknown) have none. */
static const struct {
	const char	*design;
	int		 level;
} design_levels[] = {
	{ "systematic-review", 1 },
	{ "meta-analysis", 1 },
	{ "randomised-controlled-trial", 2 },
	{ "pilot-randomised-trial", 2 },
	{ "crossover-trial", 2 },
	{ "non-randomised-trial", 3 },
	{ "cohort", 3 },
	{ "case-series", 4 },
	{ "case-report", 4 },
	{ "before-after-study", 4 },
	{ "animal-experiment", 5 },
	{ "in-vitro", 5 },
	{ "laboratory-study", 5 },
	{ "theory", 5 },
};

static int
design_level(const char *design)
{
	size_t i;

	for (i = 0; i < sizeof(design_levels) / sizeof(design_levels[0]); i++)
		if (text_same(design_levels[i].design, design))
			return design_levels[i].level;
	return 0;
}

static bool
is_unread(const struct work *work)
{
	return text_same(work->confidence, "citation") ||
	    text_same(work->confidence, "article-only");
}

/* On people, and only to learn how a treatment acts. */
static bool
is_experiment(const struct work *work)
{
	size_t i;

	for (i = 0; i < work->design_features.count; i++)
		if (text_same(work->design_features.at[i],
		    "laboratory-experiment"))
			return true;
	return false;
}

int
level_by_rule(const struct work *work)
{
	int level = design_level(work->design);

	if (level == 0)
		return 0;
	if (text_same(work->subjects, "animal") ||
	    text_same(work->subjects, "cells") ||
	    is_experiment(work))
		return LEVEL_ANIMAL;
	return level < LEVEL_ANIMAL && is_unread(work) ? 0 : level;
}

static bool
is_indirect(const struct work *work, const struct about *about)
{
	const struct directness *directness;
	size_t i;

	for (i = 0; about != NULL && i < about->directness.count; i++) {
		directness = about->directness.at[i];
		if (text_same(directness->id, work->directness))
			return text_same(directness->indirect, "yes");
	}
	return false;
}

char *
level_must_fall(const void *ctx, const struct work *work,
    const struct about *about)
{
	int level = level_by_rule(work);
	bool few, indirect;
	long n;

	if (level < 1 || level > 3)
		return NULL;
	n = work->participants == NULL || work->participants->n == NULL ? 0 :
	    strtol(work->participants->n, NULL, 10);
	few = level > 1 && work->participants != NULL &&
	    work->participants->n != NULL && n < FEW_PEOPLE;
	indirect = is_indirect(work, about);
	if (!few && !indirect)
		return NULL;
	return mem_format(ctx, "%s%s%s", few ? "fewer than 20 people" : "",
	    few && indirect ? "; " : "", indirect ? "indirect" : "");
}

void
level_fill(struct work *work, const struct about *about)
{
	int level = level_by_rule(work);
	char *why;

	if (work->level != NULL || work->level_reason != NULL || level == 0)
		return;
	work->level = mem_format(work, "%d", level);
	why = level_must_fall(work, work, about);
	if (why == NULL)
		return;
	work->level_adjusted = mem_format(work, "%d", level + 1);
	work->level_reason = mem_format(work, "graded down one step: %s", why);
}

enum { NO_LEVEL = 6, YEAR_BITS = 14, SIZE_BITS = 40 };

/* A number of so many bits that falls while `value` rises. */
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
	int level = work_level(work);
	uint64_t rank = level == 0 ? NO_LEVEL : (uint64_t)level;

	rank = rank << YEAR_BITS | falling(work_year(work), YEAR_BITS);
	return rank << SIZE_BITS | falling(work_size(work), SIZE_BITS);
}
