/* Upgrade: converts records of version 1 of the format to version 2. */
#include "import/upgrade.h"

#include <assert.h>
#include <stdlib.h>

#include "base/text.h"
#include "record/work.h"

/*
 * The direction of a finding on an exposure, which version 1 called a treatment
 * for lack of another word: a ratio in an observational study of people
 * determines it.  NULL for other findings.
 */
static const char *
exposure_direction(const struct work *work, const struct finding *finding)
{
	static const char *const observed[] = { "cohort", "inception-cohort",
	    "case-control", "cross-sectional" };
	static const char *const ratios[] = { "HR", "RR", "OR", "IRR" };
	const struct estimate *e = finding->estimate;
	double value = e == NULL || e->value == NULL ? 1 : strtod(e->value,
	    NULL);

	if (value == 1 || work->techniques.count > 0 || !TEXT_AMONG(
	    work->design, observed) || !TEXT_AMONG(e->type, ratios))
		return NULL;
	return value > 1 ? "higher-with-exposure" : "lower-with-exposure";
}

static void
upgrade_finding(struct work *work, struct finding *finding)
{
	const char *exposed = exposure_direction(work, finding);
	bool lost = text_same(finding->direction, "favours-comparator");
	const struct list *terms = lost ? &work->comparators :
	    &work->techniques;

	if (exposed != NULL) {
		finding->direction = mem_text(finding, exposed);
		return;
	}
	finding->direction = mem_text(finding, "favours");
	finding->side = mem_text(finding, lost ? "comparator" : "technique");
	if (terms->count == 1)
		finding->favours = mem_text(finding, list_at(terms, 0));
}

/*
 * Whether an id names a treatment of version 1; it may be declared as a
 * directness now.
 */
static bool
names_treatment(const struct about *about, const char *id)
{
	return about_has_directness(about, id) ||
	    (about != NULL && text_same(about->treatment, id));
}

void
upgrade_work(struct found *found, const struct about *about,
    struct diag_sink *sink)
{
	struct work *work = found->record;
	struct finding *finding;
	size_t i;

	assert(found->record != NULL);
	for (i = 0; i < work->findings.count; i++) {
		finding = list_at(&work->findings, i);
		if (finding->direction == NULL ||
		    !text_begins(finding->direction, "favours-"))
			continue;
		if (!text_same(finding->direction, "favours-comparator") &&
		    !text_same(finding->direction, "favours-treatment") &&
		    !names_treatment(about, finding->direction +
		    strlen("favours-"))) {
			diag_error(sink, found_place(found, finding,
			    "direction"), "direction '%s' names a treatment "
			    "other than this bibliography's: write "
			    "favours- and the id of its <treatment>, or use "
			    "version 2",
			    finding->direction);
			found->bad = true;
			continue;
		}
		upgrade_finding(work, finding);
	}
}
