/* Phrases that several pages share. */
#include "page/wording.h"

#include <assert.h>

#include "base/text.h"
#include "page/forest.h"
#include "record/work_status.h"

enum { ARTICLE_CELLS = 36, TITLE_CELLS = 36, KEYWORDS_MAX = 6,
    COMPARISONS_MAX = 2 };

char *
wording_level(const void *ctx, const struct work *work)
{
	if (work->level == NULL)
		return mem_text(ctx, "no level");
	if (work->level_adjusted == NULL)
		return mem_format(ctx, "level %s", work->level);
	return mem_format(ctx, "level %s (graded down from %s)",
	    work->level_adjusted, work->level);
}

char *
wording_direction_label(const void *ctx, const struct work *work,
    const struct code *direction)
{
	const char *missing = strstr(direction->label, ", no control group");

	if (missing == NULL || (work->comparators.count == 0 &&
	    work->arms.count < 2))
		return mem_text(ctx, direction->label);
	return mem_format(ctx, "%.*s, no comparison reported",
	    (int)(missing - direction->label), direction->label);
}

char *
wording_finding(const void *ctx, struct library *library,
    const struct work *work, const struct finding *finding)
{
	const struct code *row = finding_direction(finding);

	if (row == NULL)
		return mem_text(ctx, finding->direction);
	if (finding->favours == NULL)
		return wording_direction_label(ctx, work, row);
	return mem_format(ctx, "favours %s", library_label(library, ctx,
	    finding->favours));
}

/* The terms that findings for some outcomes favour, if they agree. */
static struct list
winners(const void *ctx, const struct work *work, const struct list *within,
    const struct viewpoint *own, const struct code *direction)
{
	struct list won = { .at = NULL };
	const struct finding *finding;
	size_t i;

	for (i = 0; i < work->findings.count; i++) {
		finding = list_at(&work->findings, i);
		if (finding->favours != NULL && finding_is_about(finding,
		    within) && finding_direction_from(work, finding, own) ==
		    direction && !list_holds(&won, finding->favours))
			list_add(ctx, &won, mem_text(ctx, finding->favours));
	}
	return won;
}

char *
wording_direction(const void *ctx, struct library *library,
    const struct work *work, const char *outcome, const struct viewpoint *own,
    const struct code *direction)
{
	struct list within = library_within(library, ctx, outcome);
	struct list won = winners(ctx, work, &within, own, direction);
	struct buf out = { .data = NULL };
	size_t i;

	if (won.count == 0)
		return wording_direction_label(ctx, work, direction);
	for (i = 0; i < won.count; i++)
		buf_format(ctx, &out, "%s%s", i == 0 ? "favours " : " or ",
		    library_label(library, ctx, list_at(&won, i)));
	return out.data;
}

static bool
compares_groups(const struct code *direction)
{
	return direction == &direction_comparator || TEXT_AMONG(direction->id,
	    ((const char *const[]){ "favours", "no-difference", "mixed" }));
}

/* Adds a text to a list that does not have it yet. */
static void
add_new_text(const void *ctx, struct list *texts, const char *text)
{
	if (text != NULL && !list_holds(texts, text))
		list_add(ctx, texts, mem_text(ctx, text));
}

char *
wording_compared(const void *ctx, struct library *library,
    const struct work *work, const char *outcome,
    const struct viewpoint *own, const struct code *direction)
{
	struct list within = library_within(library, ctx, outcome);
	struct list terms = { .at = NULL }, texts = { .at = NULL };
	const struct finding *finding;
	struct buf out = { .data = NULL };
	bool all_named = true;
	size_t i;

	for (i = 0; compares_groups(direction) && i < work->findings.count; i++) {
		finding = list_at(&work->findings, i);
		if (!finding_is_about(finding, &within) ||
		    finding_direction_from(work, finding, own) != direction)
			continue;
		all_named &= finding->against != NULL;
		add_new_text(ctx, &terms, finding->against);
		add_new_text(ctx, &texts, finding->comparison);
	}
	for (i = 0; all_named && i < terms.count; i++)
		buf_format(ctx, &out, "%s%s", i == 0 ? ", compared with " :
		    " or ", library_label(library, ctx, list_at(&terms, i)));
	if (out.data != NULL || texts.count == 0)
		return out.data != NULL ? out.data : mem_text(ctx, "");
	if (texts.count > COMPARISONS_MAX)
		return mem_format(ctx, " (%zu comparisons)", texts.count);
	for (i = 0; i < texts.count; i++)
		buf_format(ctx, &out, "%s%s", i == 0 ? " (" : "; ",
		    (const char *)list_at(&texts, i));
	buf_text(ctx, &out, ")");
	return out.data;
}

/* The ratings for some outcomes; an outcome other than `own` is named. */
static char *
certainty_of(const void *ctx, struct library *library,
    const struct work *work, const struct list *outcomes, const char *own)
{
	struct buf out = { .data = NULL };
	const struct certainty *c;
	const struct work *rater;
	bool other;
	size_t i;

	for (i = 0; i < work->certainty.count; i++) {
		c = list_at(&work->certainty, i);
		if (c->outcome == NULL || !list_holds(outcomes, c->outcome))
			continue;
		other = !text_same(c->outcome, own);
		rater = library_record(library, ctx, RECTYPE_WORK, c->by);
		buf_format(ctx, &out, "%s%s%s%s (%s%s, by %s)", out.len > 0 ?
		    "; " : "", code_label(&ratings, c->rating), other ?
		    " for " : "", other ? library_label(library, ctx,
		    c->outcome) : "", text_same(c->tool, "not named") ?
		    "tool " : "", c->tool, rater == NULL ? c->by :
		    wording_short(ctx, rater));
	}
	return out.data;
}

char *
wording_certainty(const void *ctx, struct library *library,
    const struct work *work, const char *outcome)
{
	struct list within = library_within(library, ctx, outcome);

	return certainty_of(ctx, library, work, &within, outcome);
}

char *
wording_finding_certainty(const void *ctx, struct library *library,
    const struct work *work, const struct finding *finding)
{
	struct buf out = { .data = NULL };
	struct list one;
	const char *outcome;
	char *rated;
	size_t i;

	if (!finding_is_on_effect(finding))
		return NULL;
	for (i = 0; i <= finding->also_outcomes.count; i++) {
		outcome = i == 0 ? finding->outcome : list_at(
		    &finding->also_outcomes, i - 1);
		one = (struct list){ .at = NULL };
		list_add(ctx, &one, mem_text(ctx, outcome));
		rated = certainty_of(ctx, library, work, &one, outcome);
		if (rated == NULL)
			continue;
		buf_text(ctx, &out, out.len > 0 ? "; " : "");
		if (finding->also_outcomes.count > 0)
			buf_format(ctx, &out, "%s: ", library_label(library,
			    ctx, outcome));
		buf_text(ctx, &out, rated);
	}
	return out.data;
}

char *
wording_direction_certain(const void *ctx, struct library *library,
    const struct work *work, const char *outcome,
    const struct viewpoint *own, const struct code *direction)
{
	char *found = wording_direction(ctx, library, work, outcome, own,
	    direction);
	char *rated = wording_certainty(ctx, library, work, outcome);

	return rated == NULL ? found : mem_format(ctx, "%s, certainty %s",
	    found, rated);
}

char *
wording_result(const void *ctx, struct library *library,
    const struct work *work, const char *outcome,
    const struct code *direction)
{
	char *rated = wording_certainty(ctx, library, work, outcome);

	return mem_format(ctx, "%s%s%s%s", wording_direction(ctx, library,
	    work, outcome, NULL, direction), wording_compared(ctx, library,
	    work, outcome, NULL, direction), rated == NULL ? "" :
	    ", certainty ", rated == NULL ? "" : rated);
}

/* Whether the work used a technique only as a comparator. */
static bool
is_own_comparator(const struct work *work, const struct viewpoint *own)
{
	size_t i;

	for (i = 0; own != NULL && i < work->techniques.count; i++)
		if (list_holds(&own->ids, list_at(&work->techniques, i)))
			return false;
	for (i = 0; own != NULL && i < work->comparators.count; i++)
		if (list_holds(&own->ids, list_at(&work->comparators, i)))
			return true;
	return false;
}

/* Whether the findings of a review say that they compare different things. */
static bool
compares_several(const struct work *work)
{
	const struct finding *finding;
	const char *first = NULL;
	size_t i;

	for (i = 0; work_is_review(work) && i < work->findings.count; i++) {
		finding = list_at(&work->findings, i);
		if (finding->comparison == NULL ||
		    !compares_groups(finding_direction(finding)))
			continue;
		if (first != NULL && !text_same(first, finding->comparison))
			return true;
		first = finding->comparison;
	}
	return false;
}

/*
 * The comparator of a finding: the row of `controls` for the term that it
 * names, or for all comparators of the work if they agree, unless it is a
 * review of several comparisons; or NULL.
 */
static const struct code *
control_of(struct library *library, const struct work *work,
    const struct finding *finding, const struct viewpoint *own)
{
	void *scratch = mem_context(NULL);
	const struct code *found = NULL, *row;
	const struct term *term;
	bool turned = is_own_comparator(work, own), agree = true;
	const struct list *others = turned ? &work->techniques :
	    &work->comparators;
	bool named = finding->against != NULL && !turned;
	size_t i, count = named ? 1 : compares_several(work) ? 0 :
	    others->count;

	for (i = 0; i < count; i++) {
		term = library_record(library, scratch, RECTYPE_TERM, named ?
		    finding->against : list_at(others, i));
		row = term == NULL ? NULL : code_find(&controls,
		    term->control == NULL ? "active" : term->control);
		agree &= i == 0 || row == found;
		found = row;
	}
	mem_free(scratch);
	return agree ? found : NULL;
}

char *
wording_overall_sign(const void *ctx, struct library *library,
    const struct work *work, const struct viewpoint *own)
{
	const struct finding *finding = work_overall(work, own);
	const struct code *control = finding == NULL ? NULL :
	    control_of(library, work, finding, own);

	if (finding == NULL)
		return mem_text(ctx, ".");
	return mem_format(ctx, "%s%s", finding_direction_from(work, finding,
	    own)->sign, control == NULL ? "" : control->sign);
}

/*
 * The finding to report for a work without an overall direction: a harm, or
 * else the first finding; NULL if there is none.
 */
static const struct finding *
other_finding(const struct work *work)
{
	const struct finding *finding = work_harm(work, true);

	return finding == NULL && work->findings.count > 0 ?
	    list_at(&work->findings, 0) : finding;
}

/* The label of a finding's outcome without the part in parentheses. */
static char *
short_outcome(const void *ctx, struct library *library,
    const struct finding *finding)
{
	char *label = library_label(library, ctx, finding->outcome);
	char *bracket = strstr(label, " (");

	if (bracket != NULL && bracket > label)
		*bracket = '\0';
	return label;
}

char *
wording_overall(const void *ctx, struct library *library,
    const struct work *work, const struct viewpoint *own)
{
	const struct finding *finding = work_overall(work, own);
	const struct code *control;

	/* Other findings of the work may be about other techniques. */
	if (finding == NULL && own != NULL)
		return wording_overall(ctx, library, work, NULL);
	control = finding == NULL ? NULL : control_of(library, work, finding,
	    own);
	if (finding == NULL)
		finding = other_finding(work);
	if (finding == NULL)
		return mem_text(ctx, "no finding recorded");
	return mem_format(ctx, "%s: %s%s%s", short_outcome(ctx, library,
	    finding), wording_finding(ctx, library, work, finding),
	    control == NULL ? "" : " against ", control == NULL ? "" :
	    control->label);
}

const char *
wording_bears(const struct work *work, const char *bears)
{
	const char *read = work == NULL ? NULL : work->confidence;

	if (!text_same(bears, "unknown") || work == NULL || text_same(read,
	    "abstract"))
		return code_label(&bearings, bears);
	return text_same(read, "citation") || text_same(read, "article-only") ?
	    "not read" : "text read does not address this";
}

const struct directness *
directness_of(struct library *library, const struct work *work)
{
	const struct about *about = library_about(library);
	const struct directness *directness;
	size_t i;

	assert(work != NULL);
	for (i = 0; about != NULL && i < about->directness.count; i++) {
		directness = list_at(&about->directness, i);
		if (text_same(directness->id, work->directness))
			return directness;
	}
	return NULL;
}

const char *
wording_harms(const struct work *work)
{
	const struct finding *harm = work_harm(work, true);

	if (work->adverse_events != NULL)
		return work->adverse_events;
	if (harm == NULL)
		harm = work_harm(work, false);
	return harm == NULL ? NULL : harm->statement;
}

char *
wording_number(const void *ctx, const char *n, const char *one,
    const char *many)
{
	return n == NULL ? NULL : mem_format(ctx, "%s %s", n, text_same(n,
	    "1") ? one : many);
}

char *
wording_unit(const void *ctx, const char *unit)
{
	if (unit == NULL)
		return mem_text(ctx, "");
	return mem_format(ctx, text_same(unit, "%") ? "%s" : " %s", unit);
}

char *
wording_size(const void *ctx, const struct work *work)
{
	const char *n = work->participants == NULL ? NULL :
	    work->participants->n;
	bool animals = text_same(work->subjects, "animal");
	bool people = text_same(work->subjects, "human");

	if (n == NULL)
		return wording_number(ctx, work->included_studies, "study",
		    "studies");
	return wording_number(ctx, n, people ? "person" : animals ? "animal" :
	    "subject", people ? "people" : animals ? "animals" : "subjects");
}

char *
wording_studied(const void *ctx, const struct work *work)
{
	char *size = wording_size(ctx, work);
	bool counted = work->participants != NULL && work->participants->n !=
	    NULL && (text_same(work->subjects, "human") ||
	    text_same(work->subjects, "animal"));

	if (work->subjects == NULL || counted)
		return size;
	return mem_format(ctx, "%s%s%s", code_label(&subjects,
	    work->subjects), size == NULL ? "" : ", ", size == NULL ? "" :
	    size);
}

char *
wording_keywords(const void *ctx, const struct work *work)
{
	const struct list *words = work->keywords.count > 0 ? &work->keywords :
	    &work->headings;
	struct buf out = { .data = NULL };
	size_t i;

	if (work->conditions.count + work->mechanisms.count +
	    work->outcomes.count > 0)
		return NULL;
	for (i = 0; i < words->count && i < KEYWORDS_MAX; i++)
		buf_format(ctx, &out, "%s%s", i > 0 ? "; " : "",
		    (const char *)list_at(words, i));
	if (words->count > KEYWORDS_MAX)
		buf_text(ctx, &out, " ...");
	return out.data;
}

/*
 * The meaning of a notice for readers; errata are shown only on the work's
 * page.
 */
static const struct {
	const char	*kind;
	const char	*caution;
} notice_cautions[] = {
	{ "retraction", "RETRACTED: do not rely on this work." },
	{ "withdrawal", "WITHDRAWN: do not rely on this work." },
	{ "retraction-and-republication", "RETRACTED AND REPUBLISHED: use the "
	  "corrected version." },
	{ "partial-retraction", "PARTLY RETRACTED: do not rely on the part "
	  "that was retracted." },
	{ "expression-of-concern", "EXPRESSION OF CONCERN: the journal has "
	  "raised concerns about this work." },
	{ "superseded", "SUPERSEDED: use the newer version." },
	{ "preprint", "PREPRINT: not peer reviewed." },
	{ "retraction-of", "NOTICE, NOT A STUDY: it retracts another work." },
	{ "concern-about", "NOTICE, NOT A STUDY: it raises concerns about "
	  "another work." },
	{ "erratum-for", "NOTICE, NOT A STUDY: it corrects another work." },
};

static const char *
caution_of_notice(const struct notice *notice)
{
	size_t i;

	for (i = 0; notice != NULL && i < COUNT(notice_cautions); i++)
		if (text_same(notice_cautions[i].kind, notice->kind))
			return notice_cautions[i].caution;
	return NULL;
}

static const char *
caution_of_subjects(const struct work *work)
{
	if (text_same(work->subjects, "animal"))
		return "ANIMALS, NOT PEOPLE: not evidence about people.";
	if (text_same(work->subjects, "cells"))
		return "CELLS, NOT PEOPLE: not evidence about people.";
	if (text_same(work->subjects, "none"))
		return "NO PARTICIPANTS: theory, teaching, opinion, guidance or "
		    "a bench measurement.";
	return NULL;
}

/*
 * All warnings, most serious first; with `brief`, only the part of each before
 * its colon.
 */
static char *
join_cautions(const void *ctx, const struct work *work, bool brief)
{
	const struct notice *status = work_status(work);
	const char *const all[] = { caution_of_notice(status),
	    work_is_superseded(work) && !work_is_retracted(work) &&
	    !text_same(status->kind, "superseded") ?
	    "SUPERSEDED: use the newer version." : NULL,
	    text_same(work->type, "registration") ?
	    "REGISTERED, NOT PUBLISHED: no results are known." : NULL,
	    caution_of_subjects(work) };
	struct buf out = { .data = NULL };
	size_t i;

	for (i = 0; i < COUNT(all); i++)
		if (all[i] != NULL)
			buf_format(ctx, &out, "%s%.*s%s", out.len > 0 ? " " :
			    "", (int)(brief ? strcspn(all[i], ":") :
			    strlen(all[i])), all[i], brief ? "." : "");
	return out.data;
}

char *
wording_caution(const void *ctx, const struct work *work)
{
	return join_cautions(ctx, work, false);
}

char *
wording_caution_brief(const void *ctx, const struct work *work)
{
	return join_cautions(ctx, work, true);
}

const char *
wording_side(const void *ctx, const struct work *work,
    const struct finding *finding)
{
	const struct estimate *e = finding->estimate;

	if (finding_is_on_exposure(finding))
		return mem_format(ctx, "above %s: more with the exposure",
		    forest_is_ratio(e) ? "1" : "0");
	if (e->favours == NULL)
		return NULL;
	return estimate_is_between(e) && work->techniques.count > 0 ?
	    code_label(&favours, e->favours) :
	    mem_format(ctx, "%s is better", e->favours);
}

char *
wording_estimate(const void *ctx, const struct work *work,
    const struct finding *finding)
{
	const struct estimate *e = finding->estimate;
	const char *side = wording_side(ctx, work, finding);
	const char *label = estimate_type_label(e);
	/* Omits a unit that only repeats the name of the type. */
	bool said = text_same(e->unit, "SD") || text_same(e->unit, "ratio") ||
	    text_same(e->unit, "risk ratio") || text_same(e->unit, label) ||
	    text_same(e->unit, e->type) || text_same(e->unit, "effect size");
	struct buf out = { .data = NULL };

	buf_format(ctx, &out, "%s %s%s", label, e->value, said ? "" :
	    wording_unit(ctx, e->unit));
	if (e->sd != NULL)
		buf_format(ctx, &out, " (SD %s)", e->sd);
	if (e->ci_low != NULL)
		buf_format(ctx, &out, " (%s%% CI %s to %s)", e->ci_level,
		    e->ci_low, e->ci_high);
	if (e->p != NULL)
		buf_format(ctx, &out, ", p %s", e->p);
	if (e->pi_low != NULL)
		buf_format(ctx, &out, ", 95%% prediction interval %s to %s",
		    e->pi_low, e->pi_high);
	if (e->i2 != NULL)
		buf_format(ctx, &out, ", I2 %s%%", e->i2);
	if (side != NULL)
		buf_format(ctx, &out, "; %s", side);
	return out.data;
}

char *
wording_article(const void *ctx, struct library *library, const char *id)
{
	const struct article *article = library_record(library, ctx,
	    RECTYPE_ARTICLE, id);

	return mem_text(ctx, article == NULL ? id : article->label);
}

char *
wording_article_short(const void *ctx, struct library *library,
    const char *id)
{
	return text_cut(ctx, wording_article(ctx, library, id),
	    ARTICLE_CELLS);
}

char *
wording_short(const void *ctx, const struct work *work)
{
	bool named = work->authors.count > 0 || work->container != NULL;
	char *byline = named ? work_byline(ctx, work) : text_cut(ctx,
	    work->title, TITLE_CELLS);

	return work->year == NULL ? byline : mem_format(ctx, "%s %s", byline,
	    work->year);
}

/*
 * " against sham": the kinds of comparators in the findings of this direction
 * on an outcome; "" if one is not recorded.
 */
static char *
against_kinds(const void *ctx, struct library *library,
    const struct work *work, const char *outcome, const struct code *direction)
{
	struct list within = library_within(library, ctx, outcome);
	struct list kinds = { .at = NULL };
	struct buf out = { .data = NULL };
	const struct finding *finding;
	const struct code *control;
	size_t i;

	for (i = 0; compares_groups(direction) && i < work->findings.count; i++) {
		finding = list_at(&work->findings, i);
		if (!finding_is_about(finding, &within) ||
		    finding_direction(finding) != direction)
			continue;
		control = control_of(library, work, finding, NULL);
		if (control == NULL)
			return mem_text(ctx, "");
		add_new_text(ctx, &kinds, control->label);
	}
	for (i = 0; i < kinds.count; i++)
		buf_format(ctx, &out, "%s%s", i == 0 ? " against " : " or ",
		    (const char *)list_at(&kinds, i));
	return mem_text(ctx, buf_string(&out));
}

char *
wording_directions(const void *ctx, struct library *library,
    const struct work *work, size_t most)
{
	const struct code *direction;
	const char *outcome, *rated;
	struct buf out = { .data = NULL };
	size_t shown = 0, i;

	for (i = 0; i < work->outcomes.count && shown < most; i++) {
		outcome = list_at(&work->outcomes, i);
		direction = library_direction(library, work, outcome,
		    NULL);
		if (direction == NULL)
			continue;
		rated = wording_certainty(ctx, library, work, outcome);
		buf_format(ctx, &out, "%s%s: %s%s%s%s", shown++ > 0 ? "; " :
		    "", library_label(library, ctx, outcome),
		    wording_direction(ctx, library, work, outcome, NULL,
		    direction), against_kinds(ctx, library, work, outcome,
		    direction), rated == NULL ? "" : ", certainty ", rated ==
		    NULL ? "" : rated);
	}
	return out.data;
}

char *
wording_near(const void *ctx, const struct axis *axis)
{
	struct buf out = { .data = NULL };
	size_t i;

	for (i = 0; i < axis->near.count; i++)
		buf_format(ctx, &out, "%s'%s'", i == 0 ? "" : i + 1 ==
		    axis->near.count ? " or " : ", ",
		    (const char *)list_at(&axis->near, i));
	return out.data;
}
