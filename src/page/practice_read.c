/* Practice questions on forest plots, and on two reviews of one topic. */
#include "page/practice_read.h"

#include <string.h>

#include "base/text.h"
#include "page/forest.h"
#include "page/page_plot.h"
#include "page/wording.h"
#include "record/level.h"
#include "record/topic.h"
#include "record/work_status.h"

/* Forest plots. */

/* What one row of a plot shows. */
struct plotted {
	const struct finding	*finding;
	struct forest_bar	 bar;
	double			 none;	/* the value that means no difference */
	size_t			 row;	/* row in its plot, from 1 */
};

/*
 * Whether a number compares two sides and so has a value that means no
 * difference.
 */
static bool
is_read(const struct finding *finding, struct forest_bar *bar)
{
	return finding->estimate != NULL && estimate_is_between(
	    finding->estimate) && forest_bar(finding->estimate, bar);
}

/* Whether a finding's estimate is in the same plot as another one. */
static bool
is_beside(const struct finding *one, const struct finding *other)
{
	struct forest_bar bar;

	return one->estimate != NULL && forest_bar(one->estimate, &bar) &&
	    text_same(one->estimate->plot, other->estimate->plot);
}

/*
 * The estimate with index `number` among the estimates of a work that are in
 * plots.
 */
static bool
plotted_estimate(const struct work *work, size_t number,
    struct plotted *plotted)
{
	const struct finding *finding;
	size_t i, k;

	for (i = 0; i < work->findings.count; i++) {
		finding = list_at(&work->findings, i);
		if (!is_read(finding, &plotted->bar) || number-- > 0)
			continue;
		plotted->finding = finding;
		plotted->none = forest_is_ratio(finding->estimate) ? 1 : 0;
		plotted->row = 1;
		for (k = 0; k < i; k++)
			plotted->row += is_beside(list_at(&work->findings, k),
			    finding);
		return true;
	}
	return false;
}

/*
 * Whether the record shows which side the estimate favours: the good sign is
 * recorded, and the estimate is not exactly no difference.
 */
static bool
has_side(const struct plotted *plotted)
{
	const char *good = plotted->finding->estimate->favours;

	return !finding_is_on_exposure(plotted->finding) &&
	    (text_same(good, "higher") || text_same(good, "lower")) &&
	    (plotted->bar.value < plotted->none || plotted->bar.value > plotted->none);
}

/*
 * The estimate with index `number` among those that show which side they
 * favour.
 */
static bool
sided_estimate(const struct work *work, size_t number,
    struct plotted *plotted)
{
	size_t i;

	for (i = 0; plotted_estimate(work, i, plotted); i++)
		if (has_side(plotted) && number-- == 0)
			return true;
	return false;
}

size_t
plot_parts(const void *scratch, struct library *library, const void *record)
{
	struct plotted plotted;
	size_t n = 0;

	(void)scratch;
	(void)library;
	while (plotted_estimate(record, n, &plotted))
		n++;
	return n;
}

size_t
sided_parts(const void *scratch, struct library *library, const void *record)
{
	struct plotted plotted;
	size_t n = 0;

	(void)scratch;
	(void)library;
	while (sided_estimate(record, n, &plotted))
		n++;
	return n;
}

static void
put_plot_to_read(struct doc *doc, const struct practice_part *part,
    const struct plotted *plotted)
{
	const struct work *work = part->record;

	doc_field(doc, "Work", wording_short(doc, work));
	doc_field(doc, "Title", work->title);
	plot_put_blind(doc, part->library, work,
	    plotted->finding->estimate->plot);
}

static const struct code yes_no_rows[] = {
	{ "yes", "yes", "y", "It does." },
	{ "no", "no", "n", "It does not." },
};
static const struct codelist yes_no = { "answer", yes_no_rows, 2 };

void
ask_interval(struct doc *doc, const struct practice_part *part)
{
	struct plotted plotted;

	if (!plotted_estimate(part->record, part->number, &plotted))
		return;
	put_plot_to_read(doc, part, &plotted);
	doc_field(doc, "Question", mem_format(doc, "Row %zu: does the interval "
	    "exclude \"no difference\"?", plotted.row));
	practice_put_answers(doc, &yes_no);
}

static bool
interval_excludes(const struct plotted *plotted)
{
	return plotted->bar.low > plotted->none || plotted->bar.high <
	    plotted->none;
}

/* What the row shows, in numbers and in the words of the source. */
static void
put_plotted(struct doc *doc, const struct practice_part *part,
    const struct plotted *plotted)
{
	const struct finding *finding = plotted->finding;
	const struct work *work = part->record;
	const char *plot = mem_format(doc, "plot?kind=forest&q=id:%s",
	    work->id);

	doc_field(doc, "Estimate", wording_estimate(doc, work, finding));
	doc_field(doc, "Found", finding->statement);
	doc_field(doc, "Caution", finding->estimate->caution);
	practice_put_source(doc, work, finding->source);
	block_link(doc_row(doc, "Plot"), plot, plot);
}

void
reveal_interval(struct doc *doc, const struct practice_part *part)
{
	struct plotted plotted;

	if (!plotted_estimate(part->record, part->number, &plotted))
		return;
	doc_field(doc, "Recorded", interval_excludes(&plotted) ? "yes" :
	    "no");
	doc_field(doc, "Why", forest_say_null(doc, &plotted.bar,
	    forest_is_ratio(plotted.finding->estimate)));
	put_plotted(doc, part, &plotted);
}

enum practice_judgement
judge_interval(const void *scratch, const struct practice_part *part,
    const char *answer)
{
	struct plotted plotted;

	(void)scratch;
	return !plotted_estimate(part->record, part->number, &plotted) ?
	    PRACTICE_NOT_CLEAR : practice_judge_code(&yes_no,
	    interval_excludes(&plotted) ? "yes" : "no", answer);
}

/* The side that the estimate favours, one of `sides`. */
static const char *
favoured_side(const struct plotted *plotted)
{
	bool higher = plotted->bar.value > plotted->none;

	return higher == text_same(plotted->finding->estimate->favours,
	    "higher") ? "technique" : "comparator";
}

void
ask_side(struct doc *doc, const struct practice_part *part)
{
	struct plotted plotted;

	if (!sided_estimate(part->record, part->number, &plotted))
		return;
	put_plot_to_read(doc, part, &plotted);
	doc_field(doc, "Question", mem_format(doc, "Row %zu: which of the two "
	    "does the estimate favour, ignoring its interval?", plotted.row));
	practice_put_answers(doc, &sides);
}

void
reveal_side(struct doc *doc, const struct practice_part *part)
{
	struct plotted plotted;

	if (!sided_estimate(part->record, part->number, &plotted))
		return;
	doc_field(doc, "Recorded", code_label(&sides, favoured_side(&plotted)));
	doc_field(doc, "Why", mem_format(doc, "%s is %s than %g (no "
	    "difference); %s; %s", plotted.finding->estimate->value,
	    plotted.bar.value > plotted.none ? "higher" : "lower",
	    plotted.none, code_label(&favours,
	    plotted.finding->estimate->favours), forest_say_null(doc,
	    &plotted.bar, forest_is_ratio(plotted.finding->estimate))));
	put_plotted(doc, part, &plotted);
}

enum practice_judgement
judge_side(const void *scratch, const struct practice_part *part,
    const char *answer)
{
	struct plotted plotted;

	(void)scratch;
	return !sided_estimate(part->record, part->number, &plotted) ?
	    PRACTICE_NOT_CLEAR : practice_judge_code(&sides,
	    favoured_side(&plotted), answer);
}

/* Two reviews of a topic. */

struct review_pair {
	const struct work	*works[2];	/* the two reviews, by id */
	const char		*why;		/* the deciding criterion */
	size_t			 stronger;	/* 0 or 1 */
};

/* Whether someone rated the review, its trials or its evidence. */
static bool
is_appraised_review(const struct work *work)
{
	return work != NULL && work_is_review(work) && !work_is_retracted(
	    work) && work_level(work) > 0 && work->appraisals.count +
	    work->certainty.count > 0;
}

/* The appraised reviews of a topic, by id. */
static struct list
reviews_of(const void *ctx, struct library *library,
    const struct topic *topic)
{
	struct list reviews = { .at = NULL };
	struct work *work;
	void *other;
	size_t i, k;

	for (i = 0; i < topic->works.count; i++) {
		work = library_record(library, ctx, RECTYPE_WORK,
		    ((const struct topic_work *)list_at(&topic->works,
		    i))->work);
		if (!is_appraised_review(work))
			continue;
		list_add(ctx, &reviews, work);
		for (k = reviews.count - 1; k > 0 && strcmp(((struct work *)
		    reviews.at[k - 1])->id, work->id) > 0; k--) {
			other = reviews.at[k - 1];
			reviews.at[k - 1] = work;
			reviews.at[k] = other;
		}
	}
	return reviews;
}

/*
 * Applies the part of the rule of level_rank() that is about trust: the level
 * shown, the level of the design and the number of studies, but not the year.
 */
static bool
decide(const void *ctx, struct review_pair *pair)
{
	const struct work *a = pair->works[0], *b = pair->works[1];
	bool graded = work_level(a) == work_level(b);

	pair->stronger = level_rank(a) > level_rank(b);
	if (!graded)
		pair->why = "the level shown";
	else if (!text_same(a->level, b->level))
		pair->why = "the level of the design";
	else if (work_size(a) != work_size(b) && work_size(a) > 0 &&
	    work_size(b) > 0)
		pair->why = mem_format(ctx, "the levels are equal; number of "
		    "studies: %ld and %ld", work_size(a), work_size(b));
	return pair->why != NULL;
}

/*
 * Counts the pairs of reviews that the rule can rank; stops at index `wanted`,
 * with the pair in *pair.
 */
static size_t
count_pairs(const void *ctx, struct library *library, const void *record,
    size_t wanted, struct review_pair *pair)
{
	struct list reviews = reviews_of(ctx, library, record);
	size_t count = 0, i, k;

	for (i = 0; i < reviews.count; i++)
		for (k = i + 1; k < reviews.count; k++) {
			*pair = (struct review_pair){ { list_at(&reviews, i),
			    list_at(&reviews, k) }, NULL, 0 };
			if (decide(ctx, pair) && count++ == wanted)
				return count;
		}
	return count;
}

static bool
pair_of(const void *ctx, const struct practice_part *part, struct review_pair *pair)
{
	return count_pairs(ctx, part->library, part->record, part->number,
	    pair) == part->number + 1;
}

size_t
pair_parts(const void *scratch, struct library *library, const void *record)
{
	struct review_pair pair;

	return count_pairs(scratch, library, record, (size_t)-1, &pair);
}

static void
put_review_items(struct doc *doc, const struct appraisal *appraisal)
{
	const struct appraisal_item *item;
	struct block *line;
	size_t i;

	if (appraisal->items.count == 0)
		return;
	line = doc_row(doc, mem_format(doc, "%s items", appraisal->tool));
	for (i = 0; i < appraisal->items.count; i++) {
		item = list_at(&appraisal->items, i);
		block_format(line, ROLE_TEXT, "%s%s: %s", i > 0 ? "; " : "",
		    item->item, code_label(&answers, item->answer));
	}
}

/* The ratings that determine the level shown. */
static void
put_review_ratings(struct doc *doc, struct library *library,
    const struct work *work)
{
	const struct certainty *certainty;
	const struct appraisal *appraisal;
	struct block *line;
	size_t i;

	for (i = 0; i < work->appraisals.count; i++) {
		appraisal = list_at(&work->appraisals, i);
		line = doc_row(doc, i == 0 ? "Appraised" : "");
		block_format(line, ROLE_TEXT, "%s%s%s", appraisal->tool,
		    appraisal->of == NULL ? "" : " of ", appraisal->of == NULL ?
		    "" : appraisal->of);
		block_format(line, ROLE_TEXT, "%s%s, by %s", appraisal->score ==
		    NULL ? "" : ": ", appraisal->score == NULL ? "" :
		    appraisal->score, appraisal->by);
		put_review_items(doc, appraisal);
	}
	for (i = 0; i < work->certainty.count; i++) {
		certainty = list_at(&work->certainty, i);
		block_format(doc_row(doc, i == 0 ? "Certainty" : ""), ROLE_TEXT,
		    "%s: %s (%s)", library_label(library, doc,
		    certainty->outcome), code_label(&ratings,
		    certainty->rating), certainty->tool);
	}
}

static void
put_blind_review(struct doc *doc, struct library *library, const struct work *work,
    size_t number)
{
	doc_field(doc, mem_format(doc, "Review %zu", number),
	    wording_short(doc, work));
	doc_field(doc, "Title", work->title);
	doc_field(doc, "Design", work_design_label(work));
	doc_field(doc, "Studied", wording_studied(doc, work));
	if (work->search != NULL)
		doc_field(doc, "Search", work->search->date != NULL ?
		    work->search->date : work->search->period);
	put_review_ratings(doc, library, work);
	doc_field(doc, "Limits", work->limitations);
	doc_gap(doc);
}

/* The names of the two reviews as answers, in `rows`. */
static struct codelist
pair_answers(const void *ctx, const struct review_pair *pair, struct code *rows)
{
	size_t i;

	for (i = 0; i < 2; i++)
		rows[i] = (struct code){ pair->works[i]->id, wording_short(
		    ctx, pair->works[i]), i == 0 ? "first" : "second", "" };
	return (struct codelist){ "review", rows, 2 };
}

void
ask_pair(struct doc *doc, const struct practice_part *part)
{
	struct codelist list;
	struct code rows[2];
	struct review_pair pair;

	if (!pair_of(doc, part, &pair))
		return;
	doc_field(doc, "Topic", ((const struct topic *)part->record)
	    ->question);
	put_blind_review(doc, part->library, pair.works[0], 1);
	put_blind_review(doc, part->library, pair.works[1], 2);
	doc_field(doc, "Question", "Which of the two ranks higher in the "
	    "order \"strongest first\", and why?");
	list = pair_answers(doc, &pair, rows);
	practice_put_answers(doc, &list);
}

void
reveal_pair(struct doc *doc, const struct practice_part *part)
{
	const struct work *work;
	const char *compare;
	struct review_pair pair;
	size_t i;

	if (!pair_of(doc, part, &pair))
		return;
	doc_field(doc, "Recorded", wording_short(doc,
	    pair.works[pair.stronger]));
	doc_field(doc, "Decided by", pair.why);
	for (i = 0; i < 2; i++) {
		work = pair.works[i];
		block_format(doc_row(doc, i == 0 ? "Why" : ""), ROLE_TEXT,
		    "%s: %s%s%s", wording_short(doc, work), wording_level(doc,
		    work), work->level_reason == NULL ? "" : "; ",
		    work->level_reason == NULL ? "" : work->level_reason);
	}
	doc_field(doc, "Source", mem_format(doc, "%s, in the order given "
	    "in strigil-evidence(7), which ranks how far a design can be "
	    "trusted, not which result is true", library_title(
	    part->library)));
	compare = mem_format(doc, "compare?works=%s,%s", pair.works[0]->id,
	    pair.works[1]->id);
	block_link(doc_row(doc, "Compare"), compare, compare);
}

enum practice_judgement
judge_pair(const void *scratch, const struct practice_part *part,
    const char *answer)
{
	struct codelist list;
	struct code rows[2];
	struct review_pair pair;

	if (!pair_of(scratch, part, &pair))
		return PRACTICE_NOT_CLEAR;
	list = pair_answers(scratch, &pair, rows);
	return practice_judge_code(&list, pair.works[pair.stronger]->id,
	    answer);
}
