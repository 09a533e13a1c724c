/* Check: findings and estimates. */
#include "import/check_finding.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "record/work.h"

/* Estimates. */

static bool
is_ratio(const struct estimate *e)
{
	static const char *const types[] = { "RR", "OR", "HR", "IRR", "LR+",
	    "LR-", "DOR" };

	return TEXT_AMONG(estimate_type(e), types);
}

/*
 * Whether the measure is bounded, so that its interval is naturally asymmetric.
 */
static bool
is_bounded(const struct estimate *e)
{
	static const char *const types[] = { "proportion", "correlation",
	    "sensitivity", "specificity", "PPV", "NPV", "AUC", "NNT", "NNH",
	    "RD", "median difference" };

	return TEXT_AMONG(estimate_type(e), types);
}

/* Whether the measure is a share: 0 to 1, or 0 to 100 in per cent. */
static bool
is_share(const struct estimate *e)
{
	static const char *const types[] = { "proportion", "sensitivity",
	    "specificity", "PPV", "NPV", "AUC" };

	return TEXT_AMONG(estimate_type(e), types);
}

static void
check_ci_level(const struct check *ck, const struct estimate *e)
{
	static const char *const levels[] = { "90", "95", "99" };

	if (TEXT_AMONG(e->ci_level, levels) || found_lost(ck->found, e,
	    "ci-level"))
		return;
	if (e->ci_level == NULL)
		check_problem(ck, e, NULL, "<estimate> lacks ci-level: add "
		    "ci-level=\"95\" (or 90 or 99)");
	else
		check_problem(ck, e, "ci-level", "ci-level '%s' is not 90, 95 "
		    "or 99", e->ci_level);
}

static void
check_interval(const struct check *ck, const struct estimate *e)
{
	double value = check_number(e->value), low = check_number(e->ci_low),
	    high = check_number(e->ci_high);

	check_ci_level(ck, e);
	if (low >= high) {
		check_problem(ck, e, NULL, "ci-low %s is not below ci-high %s: "
		    "write the lower limit in ci-low and the higher one in "
		    "ci-high", e->ci_low, e->ci_high);
		return;
	}
	if (value < low || value > high) {
		check_problem(ck, e, NULL, "the value %s lies outside its "
		    "interval %s to %s: correct the wrong one", e->value,
		    e->ci_low, e->ci_high);
		return;
	}
	if (is_ratio(e) && low <= 0) {
		check_problem(ck, e, NULL, "a ratio cannot have a limit of "
		    "zero or less: correct type, ci-low or ci-high");
		return;
	}
	if (is_ratio(e)) {
		value = log(value);
		low = log(low);
		high = log(high);
	}
	if (e->caution == NULL && !is_bounded(e) && !found_lost(ck->found, e,
	    "caution") && fabs((high - value) - (value - low)) > 0.25 * (high -
	    low) / 2)
		check_problem(ck, e, NULL, "the interval %s to %s is not "
		    "symmetrical about %s: check the digits, or explain it in "
		    "<caution>...</caution>", e->ci_low, e->ci_high, e->value);
}

/* For an association, checks the direction of the outcome with the exposure. */
static void
check_against_exposure(const struct check *ck, const struct finding *f)
{
	const struct estimate *e = f->estimate;
	double null = is_ratio(e) ? 1 : 0;
	bool higher = text_same(f->direction, "higher-with-exposure");

	if (higher ? check_number(e->ci_high) < null : check_number(e->ci_low) > null)
		check_problem(ck, e, NULL, "the interval is %s %g, but the "
		    "direction is %s: correct one of them", higher ? "below" :
		    "above", null, f->direction);
	else if (check_number(e->ci_low) <= null && check_number(e->ci_high) >= null)
		check_problem(ck, e, NULL, "the interval includes %g, but the "
		    "direction is %s: write direction=\"no-difference\", or "
		    "correct the interval", null, f->direction);
}

/* Reports a problem with the direction, in the words of the file. */
static void
interval_problem(const struct check *ck, const struct finding *f,
    const struct code *direction, const char *interval)
{
	const char *winner = f->favours != NULL || f->side == NULL ?
	    f->favours : code_label(&sides, f->side);

	check_problem(ck, f->estimate, NULL, "the interval %s, but the %s %s: "
	    "correct the finding, the numbers, or favours in the <estimate>",
	    interval, winner != NULL ? "finding favours" : "direction is",
	    winner != NULL ? winner : direction->id);
}

/* The interval must agree with the direction of the finding. */
static void
check_against_direction(const struct check *ck, const struct finding *f)
{
	const struct estimate *e = f->estimate;
	const struct code *direction = finding_direction(f);
	double null = is_ratio(e) ? 1 : 0;
	bool exposed = strstr(direction->id, "-with-exposure") != NULL;
	bool higher, for_it, against_it;

	if (e->ci_low == NULL || !estimate_is_between(e))
		return;
	if (exposed)
		check_against_exposure(ck, f);
	if (exposed || e->favours == NULL)
		return;
	higher = text_same(e->favours, "higher");
	for_it = higher ? check_number(e->ci_low) > null :
	    check_number(e->ci_high) < null;
	against_it = higher ? check_number(e->ci_high) < null :
	    check_number(e->ci_low) > null;
	if (for_it && !text_same(direction->id, "favours"))
		interval_problem(ck, f, direction,
		    "favours what was studied");
	if (against_it && direction != &direction_comparator)
		interval_problem(ck, f, direction, "favours the comparison");
	if (!for_it && !against_it && text_same(f->direction, "favours"))
		interval_problem(ck, f, direction, "includes the null value");
}

/* A plot needs a comparison, an interval, and the side that is better. */
static void
check_plot(const struct check *ck, const struct estimate *e)
{
	size_t type = strlen(e->type);

	if (!estimate_is_between(e) || text_same(estimate_type(e), "% difference"))
		check_problem(ck, e, "plot", "an estimate of type %s cannot "
		    "have the attribute plot: remove it", e->type);
	else if (e->ci_low == NULL)
		check_problem(ck, e, NULL, "<estimate> with a plot lacks its "
		    "interval: add ci-low=\"...\" ci-high=\"...\" "
		    "ci-level=\"95\", or remove plot");
	if (e->favours == NULL && !found_lost(ck->found, e, "favours"))
		check_problem(ck, e, NULL, "<estimate> with a plot lacks "
		    "favours: add favours=\"higher\" or favours=\"lower\" "
		    "(which numbers are good), or remove plot");
	if (!text_begins(e->plot, e->type) || (e->plot[type] != '\0' &&
	    e->plot[type] != ' '))
		check_problem(ck, e, "plot", "plot '%s' does not begin with "
		    "the type: write plot=\"%s %s\"", e->plot, e->type,
		    e->unit == NULL ? "UNIT" : e->unit);
	if (text_same(e->plot, "MD"))
		check_problem(ck, e, "plot", "the plot of a mean difference "
		    "must name its unit: write plot=\"MD %s\"", e->unit == NULL ?
		    "UNIT" : e->unit);
}

/* A change within one arm must not claim a comparison. */
static void
check_within(const struct check *ck, const struct finding *f)
{
	const struct estimate *e = f->estimate;

	if (e->caution == NULL && !found_lost(ck->found, e, "caution"))
		check_problem(ck, e, NULL, "<estimate> of a change within one "
		    "arm lacks <caution>: add <caution>...</caution> that says "
		    "that nothing was compared");
	if (text_same(f->direction, "improved-no-control") &&
	    e->ci_low != NULL && e->ci_high != NULL &&
	    check_number(e->ci_low) <= 0 && check_number(e->ci_high) >= 0)
		check_problem(ck, e, NULL, "the interval includes no change, but "
		    "the direction is %s: write unchanged-no-control, or correct "
		    "the interval", f->direction);
}

/* Checks that an interval has both limits or neither; true if it has both. */
static bool
check_limits(const struct check *ck, const struct estimate *e,
    const char *low_name, const char *low, const char *high_name,
    const char *high)
{
	const char *has = low != NULL ? low_name : high_name;
	const char *lacks = low != NULL ? high_name : low_name;

	if ((low == NULL) != (high == NULL) && !found_lost(ck->found, e,
	    lacks))
		check_problem(ck, e, NULL, "<estimate> lacks %s: add "
		    "%s=\"...\", or remove %s", lacks, lacks, has);
	return low != NULL && high != NULL;
}

static void
check_prediction(const struct check *ck, const struct estimate *e)
{
	if (check_limits(ck, e, "pi-low", e->pi_low, "pi-high", e->pi_high) &&
	    check_number(e->pi_low) >= check_number(e->pi_high))
		check_problem(ck, e, NULL, "pi-low %s is not below pi-high %s: "
		    "write the lower limit in pi-low and the higher one in "
		    "pi-high", e->pi_low, e->pi_high);
	if (check_number(e->i2) < 0 || check_number(e->i2) > 100)
		check_problem(ck, e, "i2", "i2 '%s' is not a percentage from 0 "
		    "to 100", e->i2);
}

/*
 * The largest value of a share or a difference of shares in a unit; 0 if the
 * unit is of another kind ("per 1000").
 */
static double
most_of_shares(const char *unit)
{
	if (unit == NULL)
		return 0;
	if (strchr(unit, '%') != NULL || text_begins(unit, "per cent") ||
	    text_begins(unit, "percent"))
		return 100;
	return strpbrk(unit, "0123456789") == NULL ? 1 : 0;
}

/* Warns of a value or a limit that no such measure can have. */
static void
check_possible(const struct check *ck, const struct estimate *e,
    const char *member, const char *text)
{
	bool share = is_share(e), r = text_same(estimate_type(e),
	    "correlation");
	double most = r ? 1 : share || text_same(estimate_type(e), "RD") ?
	    most_of_shares(e->unit) : 0;
	double n = check_number(text);

	if (text == NULL || most == 0 || (n <= most && n >= (share ? 0 :
	    -most)))
		return;
	check_remark(ck, e, member, "%s '%s' of type %s is not between %g and "
	    "%g: correct it%s", member, text, e->type, share ? 0 : -most,
	    most, most == 1 && !r && n > 0 && n <= 100 ? ", or write "
	    "unit=\"%\"" : "");
}

/* Warns of numbers that are impossible or contradict each other. */
static void
check_range(const struct check *ck, const struct estimate *e)
{
	bool whole = e->pi_low != NULL && e->pi_high != NULL;

	check_possible(ck, e, "value", e->value);
	check_possible(ck, e, "ci-low", e->ci_low);
	check_possible(ck, e, "ci-high", e->ci_high);
	if (is_ratio(e) && e->ci_low == NULL && check_number(e->value) <= 0)
		check_remark(ck, e, "value", "value '%s' of type %s is not "
		    "above zero: correct it", e->value, e->type);
	if (whole && e->ci_low != NULL && e->ci_high != NULL &&
	    (check_number(e->pi_low) > check_number(e->ci_low) ||
	    check_number(e->pi_high) < check_number(e->ci_high)))
		check_remark(ck, e, "pi-low", "the prediction interval %s to "
		    "%s does not include the confidence interval %s to %s: "
		    "correct one of them", e->pi_low, e->pi_high, e->ci_low,
		    e->ci_high);
	else if (whole && (check_number(e->value) < check_number(e->pi_low) ||
	    check_number(e->value) > check_number(e->pi_high)))
		check_remark(ck, e, "pi-low", "the value %s lies outside its "
		    "prediction interval %s to %s: correct the wrong one",
		    e->value, e->pi_low, e->pi_high);
}

/* Warns of a p value outside 0 to 1; words are allowed ("NS"). */
static void
check_p(const struct check *ck, const void *record, const char *p)
{
	const char *number = p == NULL ? "" : p + strspn(p, " <>=");
	double n = check_number(number);

	if (n < 0 || n > 1)
		check_remark(ck, record, "p", "p '%s' is not between 0 and 1: "
		    "correct it", p);
}

/* Checks an estimate except for its interval. */
static void
check_type(const struct check *ck, const struct finding *f)
{
	const struct estimate *e = f->estimate;

	if (check_number(e->sd) < 0)
		check_problem(ck, e, "sd", "sd '%s' is negative: correct it", e->sd);
	if (text_begins(estimate_type(e), "within-arm"))
		check_within(ck, f);
	if (text_begins(estimate_type(e), "NN") && e->favours != NULL)
		check_problem(ck, e, "favours", "an estimate of type %s "
		    "cannot have the attribute favours: remove it", e->type);
}

static void
check_estimate(const struct check *ck, const struct finding *f)
{
	const struct estimate *e = f->estimate;
	bool lost = found_lost(ck->found, e, "ci-low") ||
	    found_lost(ck->found, e, "ci-high");

	check_type(ck, f);
	check_prediction(ck, e);
	check_range(ck, e);
	check_p(ck, e, e->p);
	if (lost)
		return;
	if (check_limits(ck, e, "ci-low", e->ci_low, "ci-high", e->ci_high))
		check_interval(ck, e);
	else if (e->ci_level != NULL && e->ci_low == NULL &&
	    e->ci_high == NULL)
		check_problem(ck, e, "ci-level", "<estimate> has ci-level but "
		    "no interval: add ci-low=\"...\" ci-high=\"...\", or "
		    "remove ci-level");
	if ((e->ci_low == NULL) != (e->ci_high == NULL))
		return;
	if (e->plot != NULL)
		check_plot(ck, e);
	if (finding_direction(f) != NULL)
		check_against_direction(ck, f);
}

/* Findings. */

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

/* The term in `favours` or `against` must be one of the work's. */
static void
check_side(const struct check *ck, const struct work *work,
    const struct finding *f, const char *member, const char *term)
{
	if (work_side_of(work, term) != NULL || found_lost(ck->found, work,
	    "technique") || found_lost(ck->found, work, "comparator") ||
	    found_lost(ck->found, work, "term"))
		return;
	check_problem(ck, f, member, "%s '%s' is not a <technique>, "
	    "<comparator> or <term> of the work: add it to the work, or write "
	    "one of its terms", member, term);
}

/*
 * The attributes that the direction "favours" requires, and no other direction
 * takes.
 */
static void
check_winner(const struct check *ck, const struct finding *f)
{
	bool won = text_same(f->direction, "favours");

	if (text_begins(f->direction, "favours-") && ck->found->version != 1)
		check_problem(ck, f, "direction", "direction '%s' belongs to "
		    "version 1: write direction=\"favours\" favours=\"TERM\" "
		    "with the term that did better", f->direction);
	else if (won && f->favours == NULL && f->side == NULL &&
	    !found_lost(ck->found, f, "favours") && !found_lost(ck->found, f,
	    "side"))
		check_problem(ck, f, "direction", "<finding> lacks favours: "
		    "add favours=\"...\", the id of the term that did "
		    "better, or side=\"...\" if only the side is known");
	else if (!won && f->favours != NULL)
		check_problem(ck, f, "favours", "favours '%s' does not fit the "
		    "direction %s: write direction=\"favours\", or remove "
		    "favours", f->favours, f->direction);
	else if (!won && f->side != NULL)
		check_problem(ck, f, "side", "side '%s' does not fit the "
		    "direction %s: write direction=\"favours\", or remove side",
		    f->side, f->direction);
}

/*
 * The term that did better must be on the recorded side of the comparison, and
 * on that side only.
 */
static void
check_won_side(const struct check *ck, const struct work *work,
    struct finding *f)
{
	bool either = list_holds(&work->terms, f->favours) ||
	    (list_holds(&work->comparators, f->favours) &&
	    list_holds(&work->techniques, f->favours));
	const char *side = work_side_of(work, f->favours);

	if (f->side == NULL && work_side_is_unclear(work, f->favours))
		check_remark(ck, f, "favours", "'%s' is a <technique> and a "
		    "<comparator> of the work, so it is unclear which side did "
		    "better: add side=\"technique\" or side=\"comparator\", "
		    "or write narrower terms", f->favours);
	else if (f->side == NULL && side != NULL)
		f->side = mem_text(f, side);
	else if (side != NULL && !either && !text_same(f->side, side) &&
	    !found_lost(ck->found, work, f->side))
		check_problem(ck, f, "side", "side '%s', but '%s' is a <%s> "
		    "of the work: correct one of them", f->side, f->favours,
		    side);
}

static void
check_favours(const struct check *ck, const struct work *work,
    struct finding *f)
{
	check_winner(ck, f);
	if (!text_same(f->direction, "favours") || f->favours == NULL)
		return;
	check_won_side(ck, work, f);
	check_side(ck, work, f, "favours", f->favours);
	if (text_same(f->favours, f->against))
		check_problem(ck, f, "against", "favours and against are both "
		    "'%s': write the other side in against",
		    f->against);
}

static void
check_direction(const struct check *ck, const struct work *work,
    struct finding *f)
{
	const struct code *direction;

	check_favours(ck, work, f);
	direction = finding_direction(f);
	if (direction == NULL)
		return;
	if (text_begins(f->direction, "favours") && work->subjects != NULL &&
	    !text_same(work->subjects, "human"))
		check_problem(ck, f, "direction", "direction %s is for people, "
		    "but the subjects are %s: for animals and cells write "
		    "mechanism-supports, mechanism-does-not-support or "
		    "descriptive", f->direction, work->subjects);
	if (is_comparison(direction) && f->comparison == NULL &&
	    !found_lost(ck->found, f, "comparison"))
		check_problem(ck, f, "direction", "<finding> with the "
		    "direction %s lacks <comparison>: add <comparison>... vs "
		    "...</comparison>", f->direction);
	if (needs_mechanism(direction) && f->mechanism == NULL &&
	    !found_lost(ck->found, f, "mechanism"))
		check_problem(ck, f, "direction", "<finding> with the "
		    "direction %s lacks mechanism: add mechanism=\"...\", the "
		    "id of a term of the facet mechanism", f->direction);
}

/* Outcomes and mechanisms of a finding must also be listed by its work. */
static void
check_listed(const struct check *ck, const struct work *work,
    const void *part, const char *member, const struct list *all,
    const char *element, const char *term)
{
	if (term == NULL || list_holds(all, term) || found_lost(ck->found,
	    work, element))
		return;
	check_problem(ck, part, member, "%s '%s' is missing from the work: add "
	    "<%s>%s</%s> to the work, or name one of its terms", element,
	    term, element, term, element);
}

void
check_outcome(const struct check *ck, const struct work *work,
    const void *part, const char *member, const char *outcome)
{
	check_listed(ck, work, part, member, &work->outcomes, "outcome",
	    outcome);
}

/*
 * Whether an arm has this name, or may have it because its own name was
 * rejected.
 */
static bool
may_be_arm(const struct check *ck, const struct work *work, const char *name)
{
	const struct arm *arm;
	size_t i;

	for (i = 0; i < work->arms.count; i++) {
		arm = list_at(&work->arms, i);
		if (arm->name == NULL || text_same(arm->name, name))
			return true;
	}
	return found_lost(ck->found, work, "arm");
}

/* The names of the arms, worded as the end of a message; owned by `ctx`. */
static char *
arms_text(const void *ctx, const struct work *work)
{
	struct buf out = { .data = NULL };
	size_t i;

	if (work->arms.count == 0)
		return mem_text(ctx, "add <arm><name>...</name></arm> to the "
		    "work");
	for (i = 0; i < work->arms.count; i++)
		buf_format(ctx, &out, "%s'%s'", i == 0 ? "write " : i + 1 ==
		    work->arms.count ? " or " : ", ", ((const struct arm *)
		    list_at(&work->arms, i))->name);
	return out.data;
}

/* The number of people in an arm, as recorded; or NULL. */
static const char *
people_in(const struct work *work, const char *name)
{
	const struct arm *arm;
	size_t i;

	for (i = 0; i < work->arms.count; i++) {
		arm = list_at(&work->arms, i);
		if (text_same(arm->name, name))
			return arm->n;
	}
	return NULL;
}

static void
check_arm_result(const struct check *ck, const struct work *work,
    const struct arm_result *result)
{
	const char *people = people_in(work, result->arm);
	char *arms;

	if (result->arm != NULL && !may_be_arm(ck, work, result->arm)) {
		arms = arms_text(NULL, work);
		check_problem(ck, result, "arm", "'%s' is not the name of an "
		    "<arm> of the work: %s", result->arm, arms);
		mem_free(arms);
	}
	if (result->events != NULL && result->n != NULL &&
	    check_number(result->events) > check_number(result->n))
		check_problem(ck, result, "events", "events '%s' exceed n "
		    "'%s': correct one of them", result->events, result->n);
	else if (result->events != NULL && result->n == NULL && people != NULL &&
	    check_number(result->events) > check_number(people))
		check_remark(ck, result, "events", "events '%s' exceed n '%s' "
		    "of the arm: correct one of them", result->events, people);
	if (check_number(result->sd) < 0)
		check_problem(ck, result, "sd", "sd '%s' is below zero: "
		    "correct it", result->sd);
}

/* Checks the results of the arms, and the smallest important difference. */
static void
check_results(const struct check *ck, const struct work *work,
    const struct finding *f)
{
	size_t i;

	check_twice(ck, &f->arms, NULL, offsetof(struct arm_result, arm),
	    "arm", "arm");
	for (i = 0; i < f->arms.count; i++)
		check_arm_result(ck, work, list_at(&f->arms, i));
	if (f->smallest_difference != NULL)
		check_source(ck, work, f->smallest_difference,
		    f->smallest_difference->source);
	if (f->against != NULL)
		check_side(ck, work, f, "against", f->against);
}

void
check_finding(const struct check *ck, const struct work *work,
    struct finding *f)
{
	size_t i;

	check_source(ck, work, f, f->source);
	check_results(ck, work, f);
	check_p(ck, f, f->p);
	check_outcome(ck, work, f, "outcome", f->outcome);
	for (i = 0; i < f->also_outcomes.count; i++)
		check_outcome(ck, work, f, "also-outcome",
		    list_at(&f->also_outcomes, i));
	if (f->outcome != NULL && list_holds(&f->also_outcomes, f->outcome))
		check_problem(ck, f, "also-outcome", "outcome '%s' occurs "
		    "twice: remove this <also-outcome>", f->outcome);
	check_listed(ck, work, f, "mechanism", &work->mechanisms, "mechanism",
	    f->mechanism);
	if (f->direction != NULL)
		check_direction(ck, work, f);
	if (f->estimate != NULL && f->estimate->type != NULL &&
	    f->estimate->value != NULL)
		check_estimate(ck, f);
}
