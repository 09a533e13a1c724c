/* Check: what a grammar cannot say about one record. */
#include "import/check.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/text.h"
#include "record/claim.h"
#include "record/level.h"
#include "record/work.h"

struct check {
	struct found		*found;
	const struct about	*about;
	struct diag_sink	*sink;
};

/* Reports at the place of a member of a record (NULL: of the record). */
static void PRINTF(4, 5)
problem(const struct check *ck, const void *record, const char *member,
    const char *format, ...)
{
	struct place place = member == NULL ?
	    ((const struct record *)record)->at :
	    found_place(ck->found, record, member);
	va_list ap;
	char *text;

	va_start(ap, format);
	text = talloc_vasprintf(NULL, format, ap);
	va_end(ap);
	diag_error(ck->sink, place, "%s", text);
	mem_free(text);
	ck->found->bad = true;
}

static void
check_list(const struct check *ck, const void *record,
    const struct member *m)
{
	const struct list *list = record_list(record, m);
	size_t i, j;

	for (i = 0; i < list->count; i++)
		for (j = 0; j < i; j++)
			if (text_same(list->at[i], list->at[j]))
				problem(ck, record, m->name, "%s '%s' stands "
				    "twice", m->name,
				    (const char *)list->at[i]);
}

/* A list of ids or terms names nothing twice, in the record or its parts. */
static void
check_repeats(const struct check *ck, const struct schema *schema,
    const void *record)
{
	const struct member *m;
	const struct list *list;
	size_t i;

	for (m = schema->members; m < schema->members + schema->count; m++) {
		if (!m->many || m->type == VALUE_TEXT ||
		    m->form == FORM_DERIVED)
			continue;
		list = record_list(record, m);
		if (m->type != VALUE_RECORD)
			check_list(ck, record, m);
		else
			for (i = 0; i < list->count; i++)
				check_repeats(ck, m->schema, list->at[i]);
	}
}

/* Estimates. */

static bool
is_between(const char *type)
{
	static const char *const types[] = { "MD", "SMD", "RR", "OR",
	    "% difference" };
	size_t i;

	for (i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		if (text_same(types[i], type))
			return true;
	return false;
}

static bool
is_ratio(const char *type)
{
	return text_same(type, "RR") || text_same(type, "OR");
}

static double
number(const char *s)
{
	double n = 0;

	return s != NULL && text_number(s, &n) ? n : 0;
}

static void
check_interval(const struct check *ck, const struct estimate *e)
{
	double value = number(e->value), low = number(e->ci_low),
	    high = number(e->ci_high);
	bool ratio = is_ratio(e->type);

	if (e->ci_level == NULL || (!text_same(e->ci_level, "90") &&
	    !text_same(e->ci_level, "95") && !text_same(e->ci_level, "99")))
		problem(ck, e, NULL, "an interval needs ci-level 90, 95 or "
		    "99");
	if (low >= high) {
		problem(ck, e, NULL, "the interval %s to %s is empty",
		    e->ci_low, e->ci_high);
		return;
	}
	if (value < low || value > high) {
		problem(ck, e, NULL, "the value %s lies outside its interval "
		    "%s to %s", e->value, e->ci_low, e->ci_high);
		return;
	}
	if (ratio && low <= 0) {
		problem(ck, e, NULL, "a ratio cannot have a limit of zero or "
		    "less");
		return;
	}
	if (ratio) {
		value = log(value);
		low = log(low);
		high = log(high);
	}
	if (e->caution == NULL && fabs((high - value) - (value - low)) >
	    0.25 * (high - low) / 2)
		problem(ck, e, NULL, "the interval is lopsided; a <caution> "
		    "must say so");
}

/* What an interval says must be what the finding's direction says. */
static void
check_against_direction(const struct check *ck, const struct finding *f)
{
	const struct estimate *e = f->estimate;
	const struct code *direction = direction_find(f->direction);
	double null = is_ratio(e->type) ? 1 : 0;
	bool higher, for_it, against_it;

	if (e->ci_low == NULL || e->favours == NULL || !is_between(e->type))
		return;
	higher = text_same(e->favours, "higher");
	for_it = higher ? number(e->ci_low) > null : number(e->ci_high) < null;
	against_it = higher ? number(e->ci_high) < null :
	    number(e->ci_low) > null;
	if (for_it && !text_same(direction->id, "favours-treatment"))
		problem(ck, e, NULL, "the interval favours the treatment but "
		    "the direction is %s", f->direction);
	if (against_it && !text_same(direction->id, "favours-comparator"))
		problem(ck, e, NULL, "the interval favours the comparison but "
		    "the direction is %s", f->direction);
	if (!for_it && !against_it && text_begins(f->direction, "favours-"))
		problem(ck, e, NULL, "the interval includes no difference but "
		    "the direction is %s", f->direction);
}

static void
check_plot(const struct check *ck, const struct estimate *e)
{
	if (e->plot == NULL)
		return;
	if (e->ci_low == NULL || !is_between(e->type) ||
	    text_same(e->type, "% difference"))
		problem(ck, e, NULL, "only a comparison between groups with "
		    "an interval can be plotted");
	if (e->favours == NULL)
		problem(ck, e, NULL, "a plotted estimate must say what it "
		    "favours");
	if (!text_begins(e->plot, e->type) || (e->plot[strlen(e->type)] !=
	    '\0' && e->plot[strlen(e->type)] != ' '))
		problem(ck, e, NULL, "the plot '%s' does not begin with its "
		    "type %s", e->plot, e->type);
	if (text_same(e->plot, "MD"))
		problem(ck, e, NULL, "the plot of a mean difference must name "
		    "its unit");
}

/* A change within one arm says nothing against anything else. */
static void
check_within(const struct check *ck, const struct finding *f)
{
	const struct estimate *e = f->estimate;

	if (e->caution == NULL)
		problem(ck, e, NULL, "a change within one arm needs a "
		    "<caution>");
	if (text_same(f->direction, "improved-no-control") &&
	    e->ci_low != NULL && e->ci_high != NULL &&
	    number(e->ci_low) <= 0 && number(e->ci_high) >= 0)
		problem(ck, e, NULL, "the interval includes no change but the "
		    "direction is %s", f->direction);
}

static void
check_estimate(const struct check *ck, const struct finding *f)
{
	const struct estimate *e = f->estimate;

	if ((e->ci_low == NULL) != (e->ci_high == NULL))
		problem(ck, e, NULL, "half an interval");
	else if (e->ci_low != NULL)
		check_interval(ck, e);
	else if (e->ci_level != NULL)
		problem(ck, e, NULL, "a ci-level without an interval");
	if (number(e->sd) < 0)
		problem(ck, e, NULL, "a standard deviation below zero");
	if (text_begins(e->type, "within-arm"))
		check_within(ck, f);
	if (text_same(e->type, "NNT") && (e->favours != NULL ||
	    e->plot != NULL))
		problem(ck, e, NULL, "a number needed to treat has neither "
		    "sign nor plot");
	check_plot(ck, e);
	check_against_direction(ck, f);
}

/* Findings. */

static bool
is_comparison(const struct code *direction)
{
	return text_begins(direction->id, "favours-") ||
	    text_same(direction->id, "no-difference");
}

static bool
needs_mechanism(const struct code *direction)
{
	return text_begins(direction->id, "mechanism-") ||
	    text_same(direction->id, "proposed");
}

static void
check_direction(const struct check *ck, const struct work *work,
    const struct finding *f)
{
	const struct code *direction = direction_find(f->direction);
	const char *treatment = ck->about == NULL ? NULL :
	    ck->about->treatment;

	if (text_same(direction->id, "favours-treatment") &&
	    !text_same(f->direction, direction->id) &&
	    !text_same(f->direction + strlen("favours-"), treatment))
		problem(ck, f, "direction", "direction '%s' names a treatment "
		    "that this bibliography is not about", f->direction);
	if (text_begins(f->direction, "favours-") && work->subjects != NULL &&
	    !text_same(work->subjects, "human"))
		problem(ck, f, "direction", "direction %s in a study that is "
		    "not on people", f->direction);
	if (is_comparison(direction) && f->comparison == NULL)
		problem(ck, f, "direction", "direction %s without a "
		    "comparison", f->direction);
	if (needs_mechanism(direction) && f->mechanism == NULL)
		problem(ck, f, "direction", "direction %s without the "
		    "mechanism that it is about", f->direction);
}

static void
check_finding(const struct check *ck, const struct work *work,
    const struct finding *f)
{
	size_t i;

	if (f->source != NULL && work_source(work, f->source) == NULL)
		problem(ck, f, "source", "source '%s' is not a source of this "
		    "work", f->source);
	if (f->outcome != NULL && !list_holds(&work->outcomes, f->outcome))
		problem(ck, f, "outcome", "outcome '%s' is missing from the "
		    "outcomes of the work", f->outcome);
	for (i = 0; i < f->also_outcomes.count; i++)
		if (!list_holds(&work->outcomes, f->also_outcomes.at[i]))
			problem(ck, f, "also-outcome", "outcome '%s' is "
			    "missing from the outcomes of the work",
			    (const char *)f->also_outcomes.at[i]);
	if (f->outcome != NULL && list_holds(&f->also_outcomes, f->outcome))
		problem(ck, f, "also-outcome", "outcome '%s' stands twice",
		    f->outcome);
	if (f->mechanism != NULL && !list_holds(&work->mechanisms, f->mechanism))
		problem(ck, f, "mechanism", "mechanism '%s' is missing from "
		    "the mechanisms of the work", f->mechanism);
	if (f->direction != NULL)
		check_direction(ck, work, f);
	if (f->estimate != NULL && f->direction != NULL &&
	    f->estimate->type != NULL && f->estimate->value != NULL)
		check_estimate(ck, f);
}

/* Levels. */

static void
check_level(const struct check *ck, const struct work *work)
{
	int rule = level_by_rule(work);
	long level = work->level == NULL ? 0 : strtol(work->level, NULL, 10);
	long adjusted = work->level_adjusted == NULL ? 0 :
	    strtol(work->level_adjusted, NULL, 10);
	char *why;

	if (level != 0 && level != rule && work->level_reason == NULL)
		problem(ck, work, "level", "level %ld, but the rule gives "
		    "%s%.0d for this design, subjects and confidence; give "
		    "a <level-reason> if it was graded by hand", level,
		    rule == 0 ? "none" : "", rule);
	if (adjusted != 0 && (level == 0 || adjusted != level + 1))
		problem(ck, work, "level-adjusted", "the adjusted level must "
		    "be one step below the level");
	if (adjusted != 0 && work->level_reason == NULL)
		problem(ck, work, "level-adjusted", "an adjusted level needs "
		    "a <level-reason>");
	if (level == 0 || adjusted != 0)
		return;
	why = level_must_fall(NULL, work, ck->about);
	if (why != NULL && work->level_reason == NULL)
		problem(ck, work, "level", "the level must be graded down one "
		    "step, with a <level-reason>: %s", why);
	mem_free(why);
}

static bool
is_declared(const struct about *about, const char *id)
{
	const struct directness *directness;
	size_t i;

	for (i = 0; about != NULL && i < about->directness.count; i++) {
		directness = about->directness.at[i];
		if (text_same(directness->id, id))
			return true;
	}
	return false;
}

/* Works. */

static void
check_sources(const struct check *ck, const struct list *sources)
{
	const struct source *s, *other;
	size_t i, j;

	for (i = 0; i < sources->count; i++) {
		s = sources->at[i];
		if (s->url == NULL && s->note == NULL)
			problem(ck, s, NULL, "a source needs a URL or a "
			    "note");
		if (s->url != NULL && text_same(s->kind, "article") !=
		    text_begins(s->url, "article:"))
			problem(ck, s, "URL", "article:ID is the URL of a "
			    "source of kind article, and of no other");
		for (j = 0; j < i; j++) {
			other = sources->at[j];
			if (text_same(s->id, other->id))
				problem(ck, s, "id", "source '%s' stands "
				    "twice", s->id);
		}
	}
}

static void
check_appraisals(const struct check *ck, const struct work *work)
{
	const struct appraisal *a;
	size_t i;

	for (i = 0; i < work->appraisals.count; i++) {
		a = work->appraisals.at[i];
		if (a->source != NULL && work_source(work, a->source) == NULL)
			problem(ck, a, "source", "source '%s' is not a source "
			    "of this work", a->source);
	}
}

static void
check_work(const struct check *ck, const struct work *work)
{
	size_t i;

	if (work->design != NULL)
		check_level(ck, work);
	if (work->directness != NULL &&
	    !is_declared(ck->about, work->directness))
		problem(ck, work, "directness", "directness '%s' is not "
		    "declared in <about>, which comes before the works",
		    work->directness);
	if (work->doi != NULL && work->link != NULL &&
	    (!text_begins(work->link, "https://doi.org/") ||
	    !text_same(work->link + strlen("https://doi.org/"), work->doi)))
		problem(ck, work, "URL", "the URL of a work with a DOI is "
		    "https://doi.org/%s", work->doi);
	check_sources(ck, &work->sources);
	check_appraisals(ck, work);
	for (i = 0; i < work->findings.count; i++)
		check_finding(ck, work, work->findings.at[i]);
}

/* Claims, propositions, lists of trials. */

static void
check_claim(const struct check *ck, const struct claim *claim)
{
	struct list seen = { .at = NULL };
	const struct bearing *b;
	void *scratch = mem_context(NULL);
	size_t i, n = claim->support.count + claim->related.count;

	for (i = 0; i < n; i++) {
		b = i < claim->support.count ? claim->support.at[i] :
		    claim->related.at[i - claim->support.count];
		if (b->work == NULL)
			continue;
		if (list_holds(&seen, b->work))
			problem(ck, b, "work", "work '%s' stands twice",
			    b->work);
		list_add(scratch, &seen, mem_text(scratch, b->work));
	}
	if (list_holds(&claim->overlaps, claim->id))
		problem(ck, claim, "overlaps", "a claim cannot overlap "
		    "itself");
	mem_free(scratch);
}

static void
check_trials(const struct check *ck, const struct trial_list *list)
{
	const struct included_trial *trial;
	const struct source *source;
	size_t i, j, k;
	bool found;

	check_sources(ck, &list->sources);
	for (i = 0; i < list->trials.count; i++) {
		trial = list->trials.at[i];
		for (j = 0; j < trial->sources.count; j++) {
			found = false;
			for (k = 0; k < list->sources.count; k++) {
				source = list->sources.at[k];
				if (text_same(source->id,
				    trial->sources.at[j]))
					found = true;
			}
			if (!found)
				problem(ck, trial, "from", "source '%s' is "
				    "not a source of this list",
				    (const char *)trial->sources.at[j]);
		}
	}
}

static void
check_about(const struct check *ck, const struct about *about)
{
	const struct directness *d, *other;
	size_t i, j;

	if (text_same(about->treatment, "comparator"))
		problem(ck, about, "treatment", "the treatment cannot be "
		    "called 'comparator'");
	for (i = 0; i < about->directness.count; i++) {
		d = about->directness.at[i];
		for (j = 0; j < i; j++) {
			other = about->directness.at[j];
			if (text_same(d->id, other->id))
				problem(ck, d, "id", "directness '%s' stands "
				    "twice", d->id);
		}
	}
}

void
check_found(struct found *found, const struct about *about,
    struct diag_sink *sink)
{
	const struct check ck = { found, about, sink };

	check_repeats(&ck, rectype_schema(found->kind), found->record);
	if (found->kind == RECTYPE_WORK && !found->imported)
		check_work(&ck, found->record);
	else if (found->kind == RECTYPE_ABOUT)
		check_about(&ck, found->record);
	else if (found->kind == RECTYPE_CLAIM)
		check_claim(&ck, found->record);
	else if (found->kind == RECTYPE_TRIAL_LIST)
		check_trials(&ck, found->record);
}
