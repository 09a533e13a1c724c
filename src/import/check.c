/* Check: what a grammar cannot say about one record. */
#include "import/check.h"

#include <math.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "record/claim.h"
#include "record/field.h"
#include "record/level.h"
#include "record/tool.h"
#include "record/topic.h"
#include "record/value.h"
#include "record/work.h"
#include "import/upgrade.h"

struct check {
	struct found		*found;
	const struct about	*about;
	struct diag_sink	*sink;
	bool			 sense;	/* warn of what is odd */
	size_t			*problems;	/* so far, of this record */
};

/* Problems of one record beyond this many are placed at the record. */
enum { PLACED_MAX = 1000 };

/* Reports at the place of a member of a record (NULL: of the record). */
static void PRINTF(4, 5)
problem(const struct check *ck, const void *record, const char *member,
    const char *format, ...)
{
	struct place place = member == NULL || ++*ck->problems > PLACED_MAX ?
	    ((const struct record *)record)->at :
	    found_place(ck->found, record, member);
	va_list ap;
	char *text;

	va_start(ap, format);
	text = mem_format_list(NULL, format, ap);
	va_end(ap);
	diag_error(ck->sink, place, "%s", text);
	mem_free(text);
	ck->found->bad = true;
}

/* The same of what is odd, not wrong. */
static void PRINTF(4, 5)
check_remark(const struct check *ck, const void *record, const char *member,
    const char *format, ...)
{
	struct place place = member == NULL ?
	    ((const struct record *)record)->at :
	    found_place(ck->found, record, member);
	va_list ap;
	char *text;

	if (!ck->sense)
		return;
	va_start(ap, format);
	text = mem_format_list(NULL, format, ap);
	va_end(ap);
	diag_warning(ck->sink, place, "%s", text);
	mem_free(text);
}

static int
compare_texts(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void
check_list(const struct check *ck, const void *record,
    const struct member *m)
{
	const struct list *list = record_list(record, m);
	const char **sorted;
	size_t i;

	if (list->count < 2)
		return;
	sorted = mem_array(NULL, const char *, list->count);
	memcpy(sorted, list->at, list->count * sizeof(*sorted));
	qsort(sorted, list->count, sizeof(*sorted), compare_texts);
	for (i = 1; i < list->count; i++)
		if (text_same(sorted[i], sorted[i - 1]) && (i == 1 ||
		    !text_same(sorted[i - 1], sorted[i - 2])))
			problem(ck, record, m->name, "%s '%s' is there twice",
			    m->name, sorted[i]);
	mem_free(sorted);
}

/* A part of a record with what it is known by. */
struct keyed {
	const char	*key;
	const void	*part;
	size_t		 number;
};

static int
compare_keys(const void *a, const void *b)
{
	const struct keyed *x = a, *y = b;
	int by_key = strcmp(x->key, y->key);

	return by_key != 0 ? by_key : x->number < y->number ? -1 : 1;
}

/*
 * No two parts of a list have the same value of a member (in XML); `also` is
 * a second list of such parts, or NULL.
 */
static void
check_twice(const struct check *ck, const struct list *list,
    const struct list *also, size_t offset, const char *member,
    const char *what)
{
	size_t most = list->count + (also == NULL ? 0 : also->count), n = 0;
	struct keyed *all = mem_array(NULL, struct keyed, most + 1);
	const void *part;
	const char *key;
	size_t i;

	for (i = 0; i < most; i++) {
		part = i < list->count ? list_at(list, i) :
		    list_at(also, i - list->count);
		key = *(const char *const *)(const void *)((const char *)part +
		    offset);
		if (key != NULL)
			all[n++] = (struct keyed){ key, part, i };
	}
	if (n > 1)
		qsort(all, n, sizeof(*all), compare_keys);
	for (i = 1; i < n; i++)
		if (text_same(all[i].key, all[i - 1].key))
			problem(ck, all[i].part, member, "%s '%s' is there "
			    "twice", what, all[i].key);
	mem_free(all);
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
				check_repeats(ck, m->schema, list_at(list, i));
	}
}

/* Estimates. */

/* Whether it compares two groups. */
static bool
is_between(const struct estimate *e)
{
	static const char *const types[] = { "MD", "SMD", "RR", "OR", "HR",
	    "IRR", "RD", "median difference", "% difference" };

	return TEXT_AMONG(estimate_type(e), types);
}

static bool
is_ratio(const struct estimate *e)
{
	static const char *const types[] = { "RR", "OR", "HR", "IRR", "LR+",
	    "LR-", "DOR" };

	return TEXT_AMONG(estimate_type(e), types);
}

/* Whether its interval is lopsided by nature, being bounded. */
static bool
is_bounded(const struct estimate *e)
{
	static const char *const types[] = { "proportion", "correlation",
	    "sensitivity", "specificity", "PPV", "NPV", "AUC", "NNT", "NNH",
	    "RD", "median difference" };

	return TEXT_AMONG(estimate_type(e), types);
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
	bool ratio = is_ratio(e);

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
	if (e->caution == NULL && !is_bounded(e) && fabs((high - value) - (value - low)) >
	    0.25 * (high - low) / 2)
		problem(ck, e, NULL, "the interval is lopsided; a <caution> "
		    "must say so");
}

/* Of an association it says which way the outcome goes with the exposure. */
static void
check_against_exposure(const struct check *ck, const struct finding *f)
{
	const struct estimate *e = f->estimate;
	double null = is_ratio(e) ? 1 : 0;
	bool higher = text_same(f->direction, "higher-with-exposure");

	if (higher ? number(e->ci_high) < null : number(e->ci_low) > null)
		problem(ck, e, NULL, "the interval is %s %g but the direction "
		    "is %s", higher ? "below" : "above", null, f->direction);
	else if (number(e->ci_low) <= null && number(e->ci_high) >= null)
		problem(ck, e, NULL, "the interval includes %g but the "
		    "direction is %s", null, f->direction);
}

/* The direction in the words of the file. */
static void
interval_problem(const struct check *ck, const struct finding *f,
    const struct code *direction, const char *interval)
{
	problem(ck, f->estimate, NULL, "the interval %s but the %s %s",
	    interval, f->favours != NULL ? "finding favours" :
	    "direction is", f->favours != NULL ? f->favours : direction->id);
}

/* What an interval says must be what the finding's direction says. */
static void
check_against_direction(const struct check *ck, const struct finding *f)
{
	const struct estimate *e = f->estimate;
	const struct code *direction = finding_direction(f);
	double null = is_ratio(e) ? 1 : 0;
	bool exposed = strstr(direction->id, "-with-exposure") != NULL;
	bool higher, for_it, against_it;

	if (e->ci_low == NULL || !is_between(e))
		return;
	if (exposed)
		check_against_exposure(ck, f);
	if (exposed || e->favours == NULL)
		return;
	higher = text_same(e->favours, "higher");
	for_it = higher ? number(e->ci_low) > null : number(e->ci_high) < null;
	against_it = higher ? number(e->ci_high) < null :
	    number(e->ci_low) > null;
	if (for_it && !text_same(direction->id, "favours"))
		interval_problem(ck, f, direction,
		    "favours what was studied");
	if (against_it && direction != &direction_comparator)
		interval_problem(ck, f, direction, "favours the comparison");
	if (!for_it && !against_it && text_same(f->direction, "favours"))
		interval_problem(ck, f, direction, "includes no difference");
}

static void
check_plot(const struct check *ck, const struct estimate *e)
{
	if (e->plot == NULL)
		return;
	if (e->ci_low == NULL || !is_between(e) ||
	    text_same(estimate_type(e), "% difference"))
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
	if (text_begins(estimate_type(e), "within-arm"))
		check_within(ck, f);
	if (text_begins(estimate_type(e), "NN") && (e->favours != NULL ||
	    e->plot != NULL))
		problem(ck, e, NULL, "a number needed to treat or to harm has "
		    "neither sign nor plot");
	if ((e->pi_low == NULL) != (e->pi_high == NULL))
		problem(ck, e, NULL, "half a prediction interval; give pi-low "
		    "and pi-high");
	else if (e->pi_low != NULL && number(e->pi_low) >= number(e->pi_high))
		problem(ck, e, NULL, "the prediction interval %s to %s is "
		    "empty", e->pi_low, e->pi_high);
	if (number(e->i2) < 0 || number(e->i2) > 100)
		problem(ck, e, "i2", "i2 '%s' is not a percentage from 0 to "
		    "100", e->i2);
	check_plot(ck, e);
	check_against_direction(ck, f);
}

/* Findings. */

/* A source that is named is one of the work's own. */
static void
check_source(const struct check *ck, const struct work *work,
    const void *record, const char *source)
{
	if (source != NULL && work_source(work, source) == NULL)
		problem(ck, record, "source", "source '%s' is not a source of "
		    "this work", source);
}

static bool
is_comparison(const struct code *direction)
{
	return text_begins(direction->id, "favours") ||
	    text_same(direction->id, "no-difference") ||
	    strstr(direction->id, "-with-exposure") != NULL;
}

static bool
needs_mechanism(const struct code *direction)
{
	return text_begins(direction->id, "mechanism-") ||
	    text_same(direction->id, "proposed");
}

/* Which side of the comparison a term of the work is on, or NULL. */
static const char *
side_of(const struct work *work, const char *term)
{
	return list_holds(&work->techniques, term) ||
	    list_holds(&work->terms, term) ? "technique" :
	    list_holds(&work->comparators, term) ? "comparator" : NULL;
}

static void
check_favours(const struct check *ck, const struct work *work,
    struct finding *f)
{
	bool won = text_same(f->direction, "favours");
	const char *side;

	if (text_begins(f->direction, "favours-"))
		problem(ck, f, "direction", "direction '%s' is of version 1; "
		    "write direction=\"favours\" favours=\"TERM\" with the "
		    "term that did better", f->direction);
	else if (won && f->favours == NULL)
		problem(ck, f, "direction", "direction favours without the "
		    "term that did better: favours=\"TERM\"");
	else if (!won && f->favours != NULL)
		problem(ck, f, "favours", "favours '%s' with the direction "
		    "%s; the direction must be favours", f->favours,
		    f->direction);
	if (!won || f->favours == NULL)
		return;
	side = side_of(work, f->favours);
	if (side != NULL)
		f->side = mem_text(f, side);
	else
		problem(ck, f, "favours", "'%s' is neither a <technique>, a "
		    "<comparator> nor a <term> of the work", f->favours);
}

static void
check_direction(const struct check *ck, const struct work *work,
    struct finding *f)
{
	const struct code *direction;

	if (ck->found->version != 1)
		check_favours(ck, work, f);
	direction = finding_direction(f);
	if (direction == NULL)
		return;
	if (text_begins(f->direction, "favours") && work->subjects != NULL &&
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

static bool
is_arm(const struct work *work, const char *name)
{
	const struct arm *arm;
	size_t i;

	for (i = 0; i < work->arms.count; i++) {
		arm = list_at(&work->arms, i);
		if (text_same(arm->name, name))
			return true;
	}
	return false;
}

/* Weeks and minutes are counted from zero. */
static void
check_doses(const struct check *ck, const struct work *work)
{
	const struct arm *arm;
	size_t i;

	for (i = 0; i < work->arms.count; i++) {
		arm = list_at(&work->arms, i);
		if (number(arm->weeks) < 0 || number(arm->minutes) < 0)
			problem(ck, arm, NULL, "weeks and minutes cannot be "
			    "below zero");
	}
}

/* What the arms showed, and the difference that would matter. */
static void
check_results(const struct check *ck, const struct work *work,
    const struct finding *f)
{
	const struct arm_result *result;
	size_t i;

	for (i = 0; i < f->arms.count; i++) {
		result = list_at(&f->arms, i);
		if (result->arm != NULL && !is_arm(work, result->arm))
			problem(ck, result, "arm", "'%s' is not the name of an "
			    "<arm> of the work", result->arm);
		if (result->events != NULL && result->n != NULL &&
		    number(result->events) > number(result->n))
			problem(ck, result, "events", "%s events in %s people",
			    result->events, result->n);
		if (number(result->sd) < 0)
			problem(ck, result, "sd", "a standard deviation below "
			    "zero");
	}
	if (f->smallest_difference != NULL)
		check_source(ck, work, f->smallest_difference,
		    f->smallest_difference->source);
	if (f->against != NULL && side_of(work, f->against) == NULL)
		problem(ck, f, "against", "'%s' is neither a <technique>, a "
		    "<comparator> nor a <term> of the work", f->against);
}

static void
check_finding(const struct check *ck, const struct work *work,
    struct finding *f)
{
	size_t i;

	check_source(ck, work, f, f->source);
	check_results(ck, work, f);
	if (f->outcome != NULL && !list_holds(&work->outcomes, f->outcome))
		problem(ck, f, "outcome", "outcome '%s' is missing from the "
		    "outcomes of the work", f->outcome);
	for (i = 0; i < f->also_outcomes.count; i++)
		if (!list_holds(&work->outcomes, list_at(&f->also_outcomes, i)))
			problem(ck, f, "also-outcome", "outcome '%s' is "
			    "missing from the outcomes of the work",
			    (const char *)list_at(&f->also_outcomes, i));
	if (f->outcome != NULL && list_holds(&f->also_outcomes, f->outcome))
		problem(ck, f, "also-outcome", "outcome '%s' is there twice",
		    f->outcome);
	if (f->mechanism != NULL && !list_holds(&work->mechanisms, f->mechanism))
		problem(ck, f, "mechanism", "mechanism '%s' is missing from "
		    "the mechanisms of the work", f->mechanism);
	if (f->direction != NULL)
		check_direction(ck, work, f);
	if (f->estimate != NULL && finding_direction(f) != NULL &&
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
	char *words;
	unsigned why;

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
	why = level_reasons(work, ck->about);
	if (why == 0 || work->level_reason != NULL)
		return;
	words = level_reasons_text(NULL, why);
	if (why & (LEVEL_FEW_PEOPLE | LEVEL_INDIRECT))
		problem(ck, work, "level", "the level must be graded down one "
		    "step, with a <level-reason>: %s", words);
	else
		check_remark(ck, work, "level", "the level should be graded "
		    "down one step, with a <level-reason>: %s", words);
	mem_free(words);
}

/* Works. */

/*
 * A value of a list that the bibliography may extend: keeps what the declared
 * code acts as and is called.  Reports a value that nobody declares.
 */
static void
check_code(const struct check *ck, void *record, const struct codelist *list,
    const char *member, const char *value, const char **like,
    const char **label)
{
	const char *known = about_code(ck->about, list, value);
	const char *words = about_label(ck->about, list, value);
	char *text;

	if (known == NULL) {
		text = code_problem(NULL, list, value);
		problem(ck, record, member, "%s", text);
		mem_free(text);
		return;
	}
	if (like != NULL && !text_same(known, value))
		*like = mem_text(record, known);
	if (label != NULL && !text_same(words, code_label(list, value)))
		*label = mem_text(record, words);
}

static void
check_codes(const struct check *ck, struct work *work)
{
	struct finding *f;
	struct estimate *e;
	size_t i;

	if (work->design != NULL)
		check_code(ck, work, &designs, "design", work->design,
		    &work->design_like, &work->design_label);
	for (i = 0; i < work->findings.count; i++) {
		f = list_at(&work->findings, i);
		e = f->estimate;
		if (e != NULL && e->type != NULL)
			check_code(ck, e, &estimate_types, "type", e->type,
			    &e->type_like, &e->type_label);
	}
}

static void
check_sources(const struct check *ck, const struct list *sources)
{
	const struct source *s;
	size_t i;

	check_twice(ck, sources, NULL, offsetof(struct source, id), "id",
	    "source");

	for (i = 0; i < sources->count; i++) {
		s = list_at(sources, i);
		if (s->url == NULL && s->note == NULL)
			problem(ck, s, NULL, "a source needs a URL or a "
			    "note");
		if (s->url != NULL && text_same(s->kind, "article") !=
		    text_begins(s->url, "article:"))
			problem(ck, s, "URL", "article:ID is the URL of a "
			    "source of kind article, and of no other");
	}
}

/* An item of a tool that the format knows is one of its items. */
static void
check_item(const struct check *ck, const struct appraisal *a,
    const struct appraisal_item *item)
{
	const struct tool *tool = tool_find(a->tool);
	char *words;

	if (tool == NULL)
		return;
	if (item->item != NULL && code_find(tool->items, item->item) == NULL) {
		words = code_problem(NULL, tool->items, item->item);
		problem(ck, item, "id", "%s", words);
		mem_free(words);
	}
	if (item->answer != NULL && !tool_allows(tool, item->answer))
		problem(ck, item, "answer", "answer '%s' is not one of %s: "
		    "%s", item->answer, tool->name, tool->answers);
}

static void
check_appraisals(const struct check *ck, const struct work *work)
{
	const struct appraisal_item *item;
	const struct appraisal *a;
	size_t i, j;

	for (i = 0; i < work->appraisals.count; i++) {
		a = list_at(&work->appraisals, i);
		check_source(ck, work, a, a->source);
		if (a->score == NULL && a->items.count == 0)
			problem(ck, a, NULL, "an appraisal needs a <score> or "
			    "<item>s");
		for (j = 0; j < a->items.count; j++) {
			item = list_at(&a->items, j);
			check_source(ck, work, item, item->source);
			check_item(ck, a, item);
		}
	}
}

static void
check_certainty(const struct check *ck, const struct work *work)
{
	const struct recommendation *r;
	const struct certainty *c;
	size_t i;

	for (i = 0; i < work->certainty.count; i++) {
		c = list_at(&work->certainty, i);
		check_source(ck, work, c, c->source);
		if (c->outcome != NULL && !list_holds(&work->outcomes,
		    c->outcome))
			problem(ck, c, "outcome", "outcome '%s' is missing "
			    "from the outcomes of the work", c->outcome);
	}
	if (work->certainty.count > 0 && !work_is_review(work) &&
	    !text_same(work_design(work), "clinical-guideline"))
		check_remark(ck, list_at(&work->certainty, 0), NULL,
		    "certainty is of a body of evidence: only reviews and "
		    "guidelines rate it");
	for (i = 0; i < work->recommendations.count; i++) {
		r = list_at(&work->recommendations, i);
		check_source(ck, work, r, r->source);
	}
}

static void
check_work(const struct check *ck, struct work *work)
{
	size_t i;

	check_codes(ck, work);
	if (work->design != NULL)
		check_level(ck, work);
	if (work->directness != NULL &&
	    !about_has_directness(ck->about, work->directness))
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
	check_certainty(ck, work);
	check_doses(ck, work);
	for (i = 0; i < work->findings.count; i++)
		check_finding(ck, work, list_at(&work->findings, i));
}

/* Claims, propositions, lists of trials. */

static void
check_claim(const struct check *ck, const struct claim *claim)
{
	check_twice(ck, &claim->support, &claim->related,
	    offsetof(struct bearing, work), "work", "work");
	if (list_holds(&claim->overlaps, claim->id))
		problem(ck, claim, "overlaps", "a claim cannot overlap "
		    "itself");
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
		trial = list_at(&list->trials, i);
		for (j = 0; j < trial->sources.count; j++) {
			found = false;
			for (k = 0; k < list->sources.count; k++) {
				source = list_at(&list->sources, k);
				if (text_same(source->id,
				    list_at(&trial->sources, j)))
					found = true;
			}
			if (!found)
				problem(ck, trial, "from", "source '%s' is "
				    "not a source of this list",
				    (const char *)list_at(&trial->sources, j));
		}
	}
}

static void
check_topic(const struct check *ck, const struct topic *topic)
{
	if (topic->question != NULL && topic->question[strlen(
	    topic->question) - 1] != '?')
		check_remark(ck, topic, "question", "a question ends with a "
		    "question mark");
	check_twice(ck, &topic->works, NULL, offsetof(struct topic_work,
	    work), "work", "work");
}

static void
check_proposition(const struct check *ck,
    const struct proposition *proposition)
{
	check_twice(ck, &proposition->works, NULL, offsetof(struct bearing,
	    work), "work", "work");
	if (proposition->members.count == 0 && proposition->popular == NULL &&
	    proposition->works.count == 0)
		problem(ck, proposition, NULL, "<proposition> needs a <member> "
		    "(a claim), or popular=\"NUMBER\" or a <related> work "
		    "where no article makes it");
}

/* A declared code acts as a row of the format, and is declared once. */
static void
check_declared(const struct check *ck, const struct about *about)
{
	const struct declared_code *code;
	const struct codelist *list;
	char *words;
	size_t i;

	for (i = 0; i < about->codes.count; i++) {
		code = list_at(&about->codes, i);
		if (code->list == NULL || code->id == NULL)
			continue;
		list = text_same(code->list, "design") ? &designs :
		    text_same(code->list, "facet") ? &facets :
		    &estimate_types;
		if (about_declared(about, code->list, code->id) != code)
			problem(ck, code, "id", "%s '%s' is declared twice",
			    code->list, code->id);
		if (code->like != NULL && code_find(list, code->like) ==
		    NULL) {
			words = code_problem(NULL, list, code->like);
			problem(ck, code, "like", "%s", words);
			mem_free(words);
		}
		if (list == &facets && facet_find(code->id) == FACET_COUNT &&
		    field_find(code->id, strlen(code->id)) != NULL)
			problem(ck, code, "id", "'%s' is a field of searches "
			    "already; call the facet something else", code->id);
		if (code->like == NULL && list != &facets &&
		    code_find(list, code->id) == NULL)
			problem(ck, code, NULL, "a declared %s needs "
			    "like=\"CODE\", the code of the format that it "
			    "acts as", code->list);
	}
}

static void
check_about(const struct check *ck, const struct about *about)
{
	check_declared(ck, about);
	if (ck->found->version != 1 && (about->treatment != NULL ||
	    about->treatment_label != NULL))
		problem(ck, about, "treatment", "<treatment> is of version 1; "
		    "in version 2 each finding names the term that it "
		    "favours");
	if (text_same(about->treatment, "comparator"))
		problem(ck, about, "treatment", "the treatment cannot be "
		    "called 'comparator'");
	check_twice(ck, &about->directness, NULL, offsetof(struct directness,
	    id), "id", "directness");
}

static void
check_term(const struct check *ck, struct term *term)
{
	if (term->facet != NULL)
		check_code(ck, term, &facets, "facet", term->facet, NULL,
		    NULL);
}

void
check_found(struct found *found, const struct about *about, bool sense,
    struct diag_sink *sink)
{
	const struct check ck = { found, about, sink, sense, &(size_t){ 0 } };

	check_repeats(&ck, rectype_schema(found->kind), found->record);
	if (found->version == 1 && found->kind == RECTYPE_WORK)
		upgrade_work(found, about, sink);
	if (found->kind == RECTYPE_WORK && !found->imported)
		check_work(&ck, found->record);
	else if (found->kind == RECTYPE_ABOUT)
		check_about(&ck, found->record);
	else if (found->kind == RECTYPE_CLAIM)
		check_claim(&ck, found->record);
	else if (found->kind == RECTYPE_TRIAL_LIST)
		check_trials(&ck, found->record);
	else if (found->kind == RECTYPE_PROPOSITION)
		check_proposition(&ck, found->record);
	else if (found->kind == RECTYPE_TOPIC)
		check_topic(&ck, found->record);
	else if (found->kind == RECTYPE_TERM)
		check_term(&ck, found->record);
}
