/* Verdicts: which verdicts the rule allows for a proposition. */
#include "record/verdict.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/text.h"
#include "record/level.h"

enum { FEW_PEOPLE = 20, LEVEL_OF_TRIALS = 2, LEVEL_COMPARED = 3 };

/* Verdicts as bits. */
enum {
	ACCURATE	= 1 << 0,
	IN_PEOPLE	= 1 << 1,
	IN_ANIMALS	= 1 << 2,
	MIXED		= 1 << 3,
	NOT_SUPPORTED	= 1 << 4,
	CONTRADICTED	= 1 << 5,
	UNTESTED	= 1 << 6,
	DESCRIPTION	= 1 << 7
};

static const char *const names[] = { "accurate", "supported in people",
    "supported in animals only", "mixed", "not supported", "contradicted",
    "untested", "definition or description" };
enum { NAMES = COUNT(names) };

/* Counts of works for and against, with their subjects. */
struct sides {
	size_t	 pro;
	size_t	 con;		/* does-not-support, contradicts */
	size_t	 contradicts;
	int	 best;		/* shown level of the strongest supporting
				   work */
};

static bool
is_animal(const struct work *work)
{
	return text_same(work->subjects, "animal") ||
	    text_same(work->subjects, "cells");
}

/*
 * Whether a work is a pilot, has few participants or does not report their
 * number; never for reviews.
 */
static bool
verdict_is_small(const struct work *work)
{
	const char *n = work->participants == NULL ? NULL :
	    work->participants->n;

	return !work_is_review(work) && (n == NULL || strtol(n, NULL, 10) <
	    FEW_PEOPLE || text_same(work_design(work),
	    "pilot-randomised-trial"));
}

/* Whether a work counts towards a statement of benefit or of mechanism. */
static bool
verdict_is_counted(const struct verdict_case *of, const struct verdict_entry *e,
    bool benefit)
{
	int level = level_by_rule(e->work);

	if (!text_same(e->work->subjects, "human") || e->indirect)
		return false;
	if (!benefit || of->safety)
		return true;
	return level >= 1 && level <= LEVEL_COMPARED &&
	    !verdict_is_small(e->work);
}

static void
add_side(struct sides *seen, const struct verdict_entry *e)
{
	int level = work_level(e->work);

	if (text_same(e->bears, "supports")) {
		seen->pro++;
		if (level > 0 && level < seen->best)
			seen->best = level;
	}
	seen->contradicts += text_same(e->bears, "contradicts");
	seen->con += text_same(e->bears, "contradicts") ||
	    text_same(e->bears, "does-not-support");
}

/* The verdicts on a fact about practice or knowledge. */
static unsigned
fact_verdicts(const struct verdict_case *of)
{
	size_t pro = 0, con = 0, animals = 0, i;

	for (i = 0; i < of->count; i++) {
		if (text_same(of->entries[i].bears, "supports")) {
			pro++;
			animals += is_animal(of->entries[i].work);
		}
		con += text_same(of->entries[i].bears, "contradicts");
	}
	if (pro > 0 && con > 0)
		return MIXED;
	if (pro > 0)
		return animals == pro ? IN_ANIMALS : ACCURATE;
	return con > 0 ? CONTRADICTED : UNTESTED;
}

/* The verdicts that studies of animals and cells allow if no work counts. */
static unsigned
animal_only(const struct verdict_case *of, bool benefit)
{
	bool shown = false, against = false;
	size_t i;

	for (i = 0; i < of->count; i++) {
		if (!is_animal(of->entries[i].work))
			continue;
		shown |= text_same(of->entries[i].bears, "indirect");
		against |= text_same(of->entries[i].bears, "contradicts") ||
		    text_same(of->entries[i].bears, "does-not-support");
	}
	return (shown ? (against ? MIXED : IN_ANIMALS) : 0U) |
	    (!benefit && against ? NOT_SUPPORTED : UNTESTED);
}

static unsigned
effect_verdicts(const struct verdict_case *of, bool benefit)
{
	struct sides seen = { .best = INT32_MAX };
	size_t i;

	for (i = 0; i < of->count; i++)
		if (verdict_is_counted(of, &of->entries[i], benefit))
			add_side(&seen, &of->entries[i]);
	if (seen.pro > 0 && seen.con > 0)
		return MIXED;
	if (seen.pro > 0)		/* MIXED, as perhaps only part of the
					   statement is shown */
		return MIXED | (benefit && !of->safety && seen.best >
		    LEVEL_OF_TRIALS ? UNTESTED : IN_PEOPLE);
	if (seen.con > 0)
		return seen.contradicts == seen.con ? CONTRADICTED :
		    NOT_SUPPORTED;
	return animal_only(of, benefit);
}

/* A statement about animals is judged by studies in animals. */
static unsigned
animal_verdicts(const struct verdict_case *of)
{
	size_t pro = 0, con = 0, i;

	for (i = 0; i < of->count; i++) {
		pro += text_same(of->entries[i].bears, "supports") &&
		    is_animal(of->entries[i].work);
		con += text_same(of->entries[i].bears, "contradicts") ||
		    text_same(of->entries[i].bears, "does-not-support");
	}
	if (pro > 0)
		return con > 0 ? MIXED : MIXED | IN_ANIMALS;
	return con > 0 ? NOT_SUPPORTED : UNTESTED;
}

static unsigned
verdicts_for(const struct verdict_case *of)
{
	unsigned fact = fact_verdicts(of), allowed = 0;
	size_t i, contradicts = 0;

	for (i = 0; i < of->count; i++)
		contradicts += text_same(of->entries[i].bears, "contradicts");
	if (contradicts == 0)
		allowed |= DESCRIPTION;
	if (!of->mechanism)
		allowed |= fact;
	if (of->gap)
		return allowed;
	if (of->animals)
		return allowed | animal_verdicts(of);
	return allowed | effect_verdicts(of, false) | (of->mechanism ? 0U :
	    effect_verdicts(of, true));
}

bool
verdict_is_allowed(const void *ctx, const struct verdict_case *of,
    const char *verdict, char **allowed)
{
	unsigned bits = verdicts_for(of);
	struct buf out = { .data = NULL };
	size_t i;

	assert(verdict != NULL && allowed != NULL);
	for (i = 0; i < NAMES; i++) {
		if (!(bits & 1U << i))
			continue;
		if (text_same(names[i], verdict))
			return true;
		buf_format(ctx, &out, "%s'%s'", out.len > 0 ? " or " : "",
		    names[i]);
	}
	*allowed = mem_text(ctx, buf_string(&out));
	return false;
}
