/* Directions and estimates of the works of a search, side by side. */
#include "page/page_plot.h"

#include <string.h>

#include "base/number.h"
#include "base/text.h"
#include "page/forest.h"
#include "page/grid.h"
#include "page/makers.h"
#include "page/page_search.h"
#include "page/reporting.h"
#include "page/tell.h"
#include "page/wording.h"
#include "record/work_status.h"

enum {
	WORKS_MAX = 200,
	OUTCOMES_MAX = 6,
	LABEL_CELLS = 22,
	VALUE_CELLS = 24,
	GRAPH_CELLS = 28
};

struct plot_page {
	struct doc		*doc;
	struct library		*library;
	const struct result	*result;
	struct list		 works;		/* struct work */
	struct list		 outcomes;	/* struct facet_count */
	struct list		 drawn;		/* struct drawn */
	struct viewpoint	 own;		/* see library_technique() */
	bool			 people;	/* all works studied people */
	bool			 rated;		/* whether to show certainty */
	bool			 directions, estimates;	/* kinds shown */
	const char		*only;		/* outcomes requested; NULL:
						   the main ones */
	struct list		 wanted;	/* ids of the outcomes in
						   `only` and of narrower
						   ones */
	bool			 blind;		/* rows are numbered, without
						   words that interpret them */
};

/* An estimate that can be plotted, and its source. */
struct drawn {
	const struct work	*work;
	const struct finding	*finding;
	struct forest_bar	 bar;
};

/*
 * The name of a work, after its retraction if there is one, as the signs do not
 * show it.
 */
static char *
plot_name(const void *ctx, const struct work *work)
{
	const struct notice *notice = work_status(work);

	return work_is_retracted(work) && notice != NULL ? mem_format(ctx,
	    "%s: %s", code_label(&notice_kinds, notice->kind), wording_short(
	    ctx, work)) : wording_short(ctx, work);
}

static void
plot_take_works(struct plot_page *page)
{
	struct work *work;
	size_t i;

	for (i = 0; i < page->result->count; i++) {
		work = library_row(page->library, page->doc, RECTYPE_WORK,
		    page->result->hits[i].record);
		if (work == NULL)
			continue;
		list_add(page->doc, &page->works, work);
	}
}

/* Directions. */

/* Whether a term has no broader one. */
static bool
is_broadest(const struct plot_page *page, const char *id)
{
	const struct term *term = library_record(page->library, page->doc,
	    RECTYPE_TERM, id);

	return term != NULL && term->broader == NULL;
}

/* The requested outcomes, or the broadest ones that most works report. */
static void
take_outcomes(struct plot_page *page)
{
	struct list counts = library_facet(page->library, page->doc,
	    page->result, "outcome"), within;
	struct facet_count *row;
	size_t i, j;

	for (i = 0; i < counts.count && page->outcomes.count < OUTCOMES_MAX;
	    i++) {
		row = list_at(&counts, i);
		if (page->only != NULL ? text_among_commas(row->id,
		    page->only) : is_broadest(page, row->id))
			list_add(page->doc, &page->outcomes, row);
	}
	for (i = 0; page->only != NULL && i < page->outcomes.count; i++) {
		row = list_at(&page->outcomes, i);
		within = library_within(page->library, page->doc, row->id);
		for (j = 0; j < within.count; j++)
			list_add(page->doc, &page->wanted,
			    list_at(&within, j));
	}
}

static bool
says_something(const struct plot_page *page, const struct work *work)
{
	const struct facet_count *outcome;
	size_t i;

	for (i = 0; i < page->outcomes.count; i++) {
		outcome = list_at(&page->outcomes, i);
		if (library_direction(page->library, work, outcome->id,
		    &page->own) != NULL)
			return true;
	}
	return false;
}

static bool
anything_said(const struct plot_page *page)
{
	size_t i;

	for (i = 0; i < page->works.count; i++)
		if (says_something(page, list_at(&page->works, i)))
			return true;
	return false;
}

/* Whether a finding is about a requested outcome or a narrower one. */
static bool
plot_is_wanted(const struct plot_page *page, const struct finding *finding)
{
	return page->only == NULL || (finding->outcome != NULL &&
	    list_holds(&page->wanted, finding->outcome));
}

static bool
has_estimate(const struct plot_page *page, const struct work *work)
{
	const struct finding *finding;
	size_t i;

	for (i = 0; i < work->findings.count; i++) {
		finding = list_at(&work->findings, i);
		if (finding->estimate != NULL && plot_is_wanted(page, finding))
			return true;
	}
	return false;
}

/* The works with data for the table or the plots. */
static struct list
works_shown(const struct plot_page *page)
{
	struct list shown = { .at = NULL };
	struct work *work;
	size_t i;

	for (i = 0; i < page->works.count; i++) {
		work = list_at(&page->works, i);
		if ((page->directions && says_something(page, work)) ||
		    (page->estimates && has_estimate(page, work)))
			list_add(page->doc, &shown, work);
	}
	return shown;
}

/*
 * Keeps the first `most` works with data to show; returns whether there are
 * more.
 */
static bool
limit_works(struct plot_page *page, size_t most)
{
	struct list shown = works_shown(page);

	if (shown.count > 0)
		page->works = shown;
	if (page->works.count <= most)
		return false;
	page->works.count = most;
	return true;
}

static void
put_direction_heads(struct plot_page *page, struct table *table)
{
	const struct facet_count *outcome;
	struct list names = { .at = NULL };
	char *name;
	size_t i;

	table_head(table, "lvl", "level", NULL);
	table_head(table, "n", "participants", NULL);
	for (i = 0; i < page->outcomes.count; i++) {
		outcome = list_at(&page->outcomes, i);
		name = grid_name(page->doc, page->library, outcome->id,
		    outcome->label, &names);
		table_head(table, name, outcome->label, NULL);
		list_add(page->doc, &names, name);
	}
	if (!page->people)
		table_head(table, "in", "studied in", NULL);
}

static void
put_level_cell(struct plot_page *page, struct table_row *row,
    const struct work *work)
{
	struct block *cell = table_cell(row);

	block_format(cell, ROLE_GRADE, "%s%s", work_level(work) == 0 ? "." :
	    mem_format(page->doc, "%d", work_level(work)),
	    work->level_adjusted != NULL ? "*" : " ");
	block_text(block_spoken(cell), work_level(work) == 0 ? "none" :
	    mem_format(page->doc, "%d%s", work_level(work),
	    work->level_adjusted != NULL ? ", graded down" : ""));
}

/* A cell with a symbol, also in words; "." is empty. */
static void
put_sign_cell(struct table_row *row, enum role role, const char *sign,
    const char *words)
{
	struct block *cell = table_cell(row);

	block_add(cell, sign == NULL ? ROLE_TEXT : role, sign == NULL ? "." :
	    sign);
	block_text(block_spoken(cell), words);
}

/* The direction and, if someone rated it, its certainty: "=VL". */
static void
put_direction_cell(struct plot_page *page, struct table_row *row,
    const struct work *work, const char *outcome)
{
	const struct code *direction = library_direction(page->library, work,
	    outcome, &page->own);
	struct list within = library_within(page->library, page->doc, outcome);
	const struct certainty *rated = work_certainty(work, &within);
	char *sign;

	if (direction == NULL) {
		put_sign_cell(row, ROLE_TEXT, NULL, NULL);
		return;
	}
	page->rated |= rated != NULL;
	sign = mem_format(page->doc, "%s%s", direction->sign, rated == NULL ?
	    "" : code_sign(&ratings, rated->rating));
	put_sign_cell(row, role_of_code(direction->id), sign,
	    wording_direction_certain(page->doc, page->library, work, outcome,
	    &page->own, direction));
}

static void
put_direction_row(struct plot_page *page, struct table *table,
    const struct work *work)
{
	struct table_row *row = table_row(table, 0);
	const char *n = work->participants == NULL ? NULL :
	    work->participants->n;
	bool people = text_same(work->subjects, "human");
	const char *in = work->subjects == NULL ? NULL : text_same(
	    work->subjects, "none") ? "nobody" : work->subjects;
	const struct facet_count *outcome;
	size_t i;

	block_link(row->head, address_of(page->doc, RECTYPE_WORK, work->id),
	    plot_name(page->doc, work));
	put_level_cell(page, row, work);
	put_sign_cell(row, ROLE_TEXT, n, n);
	for (i = 0; i < page->outcomes.count; i++) {
		outcome = list_at(&page->outcomes, i);
		put_direction_cell(page, row, work, outcome->id);
	}
	if (!page->people)
		put_sign_cell(row, people ? ROLE_TEXT : ROLE_WARNING, people ?
		    "people" : in, in);
}

/*
 * The legend of the symbols, from the viewpoint of the technique in the query.
 */
static void
put_direction_legend(struct plot_page *page)
{
	const char *own = page->own.ids.count == 0 ? NULL : library_label(
	    page->library, page->doc, list_at(&page->own.ids, 0));
	bool harms = reports_harms(page->library);
	const struct code *row;

	doc_gap(page->doc);
	for (row = directions.at; row < directions.at + directions.count;
	    row++) {
		if (!harms && text_begins(row->id, "safety-"))
			continue;
		if (!text_same(row->id, "favours")) {
			doc_legend(page->doc, row->sign, row->label);
			continue;
		}
		doc_legend(page->doc, row->sign, own == NULL ? row->label :
		    mem_format(page->doc, "favours %s or, in works without it, "
		        "the treatment studied", own));
		doc_legend(page->doc, direction_comparator.sign, own == NULL ?
		    direction_comparator.label : mem_format(page->doc,
		    "favours what was compared with %s", own));
	}
	for (row = ratings.at; page->rated && row < ratings.at +
	    ratings.count; row++)
		doc_legend(page->doc, row->sign, mem_format(page->doc,
		    "after a symbol: certainty rated %s", row->label));
}

static void
plot_put_directions(struct plot_page *page)
{
	const struct work *work;
	struct table *table;
	size_t i;

	(void)doc_heading(page->doc, "Directions");
	doc_para(page->doc, "Do not count votes: each symbol is the result of "
	    "one work, and weak studies appear beside strong ones. Strongest "
	    "first.");
	doc_gap(page->doc);
	if (!anything_said(page)) {
		doc_para(page->doc, "No direction is recorded.");
		return;
	}
	table = doc_table(page->doc, TABLE_FITTED);
	put_direction_heads(page, table);
	for (i = 0; i < page->works.count; i++) {
		work = list_at(&page->works, i);
		if (says_something(page, work))
			put_direction_row(page, table, work);
	}
	put_direction_legend(page);
}

/* Estimates. */

static void
take_estimates(struct plot_page *page)
{
	const struct finding *finding;
	const struct work *work;
	struct drawn *one;
	size_t i, j;

	for (i = 0; i < page->works.count; i++) {
		work = list_at(&page->works, i);
		for (j = 0; j < work->findings.count; j++) {
			finding = list_at(&work->findings, j);
			if (finding->estimate == NULL || !plot_is_wanted(page,
			    finding))
				continue;
			one = mem_new(page->doc, struct drawn);
			one->work = work;
			one->finding = finding;
			if (forest_bar(finding->estimate, &one->bar))
				list_add(page->doc, &page->drawn, one);
		}
	}
}

/* The scale of the estimates of one plot. */
static struct forest_scale
scale_of(struct plot_page *page, const struct estimate *first)
{
	struct forest_bar *bars = mem_array(page->doc, struct forest_bar,
	    page->drawn.count);
	const struct drawn *one;
	size_t i, count = 0;

	for (i = 0; i < page->drawn.count; i++) {
		one = list_at(&page->drawn, i);
		if (text_same(one->finding->estimate->plot, first->plot))
			bars[count++] = one->bar;
	}
	return forest_scale(bars, count, forest_is_ratio(first));
}

/* The outcome and unit of the numbers. */
static char *
wording_context(struct plot_page *page, const struct drawn *one, bool with_side)
{
	const struct finding *f = one->finding;
	const struct estimate *e = f->estimate;
	char *rated = page->blind ? NULL : wording_finding_certainty(page->doc,
	    page->library, one->work, f);
	struct buf out = { .data = NULL };

	buf_format(page->doc, &out, "%s; %s%s%s", library_label(page->library,
	    page->doc, f->outcome), f->comparison == NULL ?
	    "comparison not recorded" : f->comparison,
	    f->timepoint == NULL ? "" :
	    ", ", f->timepoint == NULL ? "" : f->timepoint);
	if (with_side && wording_side(page->doc, one->work, f) != NULL)
		buf_format(page->doc, &out, "; %s", wording_side(page->doc,
		    one->work, f));
	if (!page->blind)
		buf_format(page->doc, &out, "; %s", forest_say_null(page->doc,
		    &one->bar, forest_is_ratio(e)));
	if (rated != NULL)
		buf_format(page->doc, &out, "; certainty %s", rated);
	if (e->caution != NULL && !page->blind)
		buf_format(page->doc, &out, ". Caution: %s", e->caution);
	return out.data;
}

/*
 * Adds a name, with a link except in an exercise, where the work's page would
 * give the answer away.
 */
static void
put_drawn_name(const struct plot_page *page, struct block *line,
    const struct drawn *one, const char *name)
{
	if (page->blind)
		block_text(line, name);
	else
		block_link(line, address_of(page->doc, RECTYPE_WORK,
		    one->work->id), name);
}

/* The widths of the parts of a line, from narrow screens to wide ones. */
static const struct plot_cells {
	size_t	label;
	size_t	graph;
} plot_cells[] = { { LABEL_CELLS, GRAPH_CELLS }, { 34, 60 }, { 34, 100 },
	{ 34, 140 } };

enum { FORMS = COUNT(plot_cells) };

/* The i-th form of a line of a plot. */
static struct block *
line_form(struct block *line, size_t i)
{
	return i == 0 ? line : block_wider(line, plot_cells[i].label +
	    VALUE_CELLS + plot_cells[i].graph);
}

static void
put_drawn_form(struct plot_page *page, const struct forest_scale *scale,
    const struct drawn *one, const char *name, struct block *line,
    const struct plot_cells *cells)
{
	const struct estimate *e = one->finding->estimate;
	char *cut = text_cut(page->doc, name, cells->label - 1);

	put_drawn_name(page, line, one, cut);
	block_format(line, ROLE_TEXT, "%*s", (int)(cells->label -
	    text_width(cut)), "");
	grid_pad(line, ROLE_GRADE, mem_format(page->doc, "%s [%s, %s]",
	    e->value, e->ci_low, e->ci_high), VALUE_CELLS);
	block_text(line, forest_draw(page->doc, scale, &one->bar,
	    cells->graph));
}

/* An estimate, in row `row` of its plot. */
static void
put_drawn(struct plot_page *page, const struct forest_scale *scale,
    const struct drawn *one, size_t row)
{
	struct block *line = doc_line(page->doc), *spoken;
	char *whole = page->blind ? mem_format(page->doc, "Row %zu", row) :
	    plot_name(page->doc, one->work);
	size_t i;

	for (i = 0; i < FORMS; i++)
		put_drawn_form(page, scale, one, whole, line_form(line, i),
		    &plot_cells[i]);
	spoken = block_spoken(line);
	put_drawn_name(page, spoken, one, whole);
	block_format(spoken, ROLE_TEXT, ": %s", wording_estimate(page->doc,
	    one->work, one->finding));
	line = doc_paragraph(page->doc, 1);
	block_text(line, wording_context(page, one, true));
	block_text(block_spoken(line), wording_context(page, one,
	    page->blind));
}

static void
put_axis(struct plot_page *page, const struct forest_scale *scale)
{
	struct block *line = doc_line(page->doc), *form;
	size_t i;

	for (i = 0; i < FORMS; i++) {
		form = line_form(line, i);
		grid_pad(form, ROLE_TEXT, "", plot_cells[i].label +
		    VALUE_CELLS);
		block_add(form, ROLE_LABEL, forest_axis(page->doc, scale,
		    plot_cells[i].graph));
	}
	(void)block_spoken(line);
}

/* The side that favours the treatment, if all estimates agree. */
static void
put_side(struct plot_page *page, const char *plot)
{
	const struct drawn *one;
	const char *side = NULL, *this, *text;
	struct block *line, *form;
	bool same = true;
	size_t i;

	for (i = 0; i < page->drawn.count; i++) {
		one = list_at(&page->drawn, i);
		if (!text_same(one->finding->estimate->plot, plot))
			continue;
		this = finding_is_on_exposure(one->finding) ? "exposure" :
		    one->finding->estimate->favours;
		side = side == NULL ? this : side;
		same &= text_same(side, this);
	}
	if (side == NULL)
		return;
	text = !same ? "directions differ: see above" :
	    text_same(side, "lower") ?
	    "< favours what was studied" :
	    text_same(side, "exposure") ? "more with the exposure >" :
	    "favours what was studied >";
	line = doc_line(page->doc);
	for (i = 0; i < FORMS; i++) {
		form = line_form(line, i);
		grid_pad(form, ROLE_TEXT, "", plot_cells[i].label +
		    VALUE_CELLS);
		block_format(form, ROLE_LABEL, "%*s", same && text_same(side,
		    "lower") ? 0 : (int)plot_cells[i].graph, text);
	}
	(void)block_spoken(line);
}

static void
put_plot(struct plot_page *page, const struct drawn *first)
{
	const struct estimate *e = first->finding->estimate;
	struct forest_scale scale = scale_of(page, e);
	const char *type = estimate_type_label(e);
	const struct drawn *one;
	size_t row = 0, i;

	(void)doc_heading(page->doc, mem_format(page->doc, "Forest plot: "
	    "%s%s%s", type, text_same(type, e->unit) ? "" : ", ",
	    text_same(type, e->unit) ? "" : e->unit));
	for (i = 0; i < page->drawn.count; i++) {
		one = list_at(&page->drawn, i);
		if (text_same(one->finding->estimate->plot, e->plot))
			put_drawn(page, &scale, one, ++row);
	}
	put_axis(page, &scale);
	put_side(page, e->plot);
	doc_gap(page->doc);
}

/* Whether an earlier estimate started the same plot. */
static bool
was_put(const struct plot_page *page, size_t number)
{
	const struct drawn *one = list_at(&page->drawn, number), *before;
	size_t i;

	for (i = 0; i < number; i++) {
		before = list_at(&page->drawn, i);
		if (text_same(before->finding->estimate->plot,
		    one->finding->estimate->plot))
			return true;
	}
	return false;
}

/* Whether an estimate describes one group, a test or a relation. */
static bool
is_of_one_group(const struct estimate *e)
{
	static const char *const types[] = { "proportion", "correlation",
	    "sensitivity", "specificity", "PPV", "NPV", "LR+", "LR-", "DOR",
	    "AUC" };
	size_t i;

	for (i = 0; i < COUNT(types); i++)
		if (text_same(e->type, types[i]))
			return true;
	return false;
}

static const char *
why_not(const struct estimate *e)
{
	if (text_begins(e->type, "within-arm"))
		return "a change within one group, no comparison";
	if (is_of_one_group(e))
		return "not a comparison between groups";
	if (e->ci_low == NULL)
		return "no interval reported";
	return e->favours == NULL ? "the better side is not recorded" :
	    "no plot recorded for this estimate";
}

static void
put_other(struct plot_page *page, struct block *item, const struct work *work,
    const struct finding *finding)
{
	char *rated = wording_finding_certainty(page->doc, page->library, work,
	    finding);
	const struct estimate *e = finding->estimate;

	block_format(item, ROLE_TEXT, ", %s: %s", library_label(page->library,
	    page->doc, finding->outcome), wording_estimate(page->doc,
	    work, finding));
	if (finding->comparison != NULL)
		block_format(item, ROLE_TEXT, "; %s", finding->comparison);
	block_format(item, ROLE_TEXT, " (%s)", why_not(e));
	if (rated != NULL)
		block_format(item, ROLE_TEXT, "; certainty %s", rated);
	block_text(item, ".");
	if (e->caution != NULL)
		block_format(item, ROLE_TEXT, " Caution: %s", e->caution);
}

static void
put_others(struct plot_page *page)
{
	const struct finding *finding;
	const struct work *work;
	struct forest_bar bar;
	struct block *item;
	bool any = false;
	size_t i, j;

	for (i = 0; i < page->works.count; i++) {
		work = list_at(&page->works, i);
		for (j = 0; j < work->findings.count; j++) {
			finding = list_at(&work->findings, j);
			if (finding->estimate == NULL || !plot_is_wanted(page,
			    finding) || forest_bar(finding->estimate, &bar))
				continue;
			if (!any)
				(void)doc_heading(page->doc, "Not drawn");
			any = true;
			item = doc_item(page->doc, 0);
			block_link(item, address_of(page->doc, RECTYPE_WORK,
			    work->id), plot_name(page->doc, work));
			put_other(page, item, work, finding);
		}
	}
}

/*
 * Whether an estimate of a review cannot be drawn, as the better side is not
 * known.
 */
static bool
lacks_side(const struct finding *finding, const char *outcome)
{
	return text_same(finding->outcome, outcome) &&
	    finding->estimate != NULL && finding->estimate->favours == NULL &&
	    !text_begins(finding->estimate->type, "within-arm");
}

static void
put_figures(struct doc *doc, struct library *library, const struct work *work,
    const char *outcome, bool *any)
{
	const struct finding *finding;
	struct block *item;
	size_t i;

	for (i = 0; i < work->findings.count; i++) {
		finding = list_at(&work->findings, i);
		if (!lacks_side(finding, outcome))
			continue;
		if (!*any)
			(void)doc_heading(doc, "Not plotted");
		*any = true;
		item = doc_item(doc, 0);
		block_link(item, address_of(doc, RECTYPE_WORK, work->id),
		    plot_name(doc, work));
		block_format(item, ROLE_TEXT, " (%s), %s: %s. %s",
		    wording_size(doc, work) == NULL ? work_design_label(work) :
		    wording_size(doc, work), library_label(library, doc, outcome),
		    wording_estimate(doc, work, finding), finding->statement);
		if (finding->estimate->caution != NULL)
			block_format(item, ROLE_TEXT, " Caution: %s",
			    finding->estimate->caution);
	}
}

void
put_beside(struct doc *doc, struct library *library,
    const struct list *outcomes, const struct list *shown)
{
	const struct search search = { .target = RECTYPE_WORK,
	    .order = ORDER_LEVEL, .limit = WORKS_MAX, .strict = true };
	const struct result *result;
	const struct work *work;
	bool any = false;
	size_t i, j;

	for (i = 0; i < outcomes->count; i++) {
		result = library_search(library, doc, &search, mem_format(doc,
		    "(design:systematic-review OR design:meta-analysis) "
		    "has:estimate %s", library_clause(library, doc, "outcome",
		    list_at(outcomes, i))));
		for (j = 0; j < result->count; j++) {
			work = library_row(library, doc, RECTYPE_WORK,
			    result->hits[j].record);
			if (work != NULL && !list_holds(shown, work->id))
				put_figures(doc, library, work,
				    list_at(outcomes, i), &any);
		}
	}
}

/* Adds notes on the estimates of reviews drawn. */
static void
plot_put_reviews_beside(struct plot_page *page)
{
	struct list outcomes = { .at = NULL }, shown = { .at = NULL };
	const struct drawn *one;
	struct work *work;
	size_t i;

	for (i = 0; i < page->works.count; i++) {
		work = list_at(&page->works, i);
		list_add(page->doc, &shown, mem_text(page->doc, work->id));
	}
	for (i = 0; i < page->drawn.count; i++) {
		one = list_at(&page->drawn, i);
		if (work_is_review(one->work) && !list_holds(&outcomes,
		    one->finding->outcome))
			list_add(page->doc, &outcomes, mem_text(page->doc,
			    one->finding->outcome));
	}
	put_beside(page->doc, page->library, &outcomes, &shown);
}

static void
put_estimates(struct plot_page *page)
{
	size_t i;

	doc_gap(page->doc);
	if (page->drawn.count > 0)
		doc_para(page->doc, "Estimates and directions are as reported; "
		    "nothing is pooled. The line below each estimate says "
		    "which direction is better.");
	for (i = 0; i < page->drawn.count; i++)
		if (!was_put(page, i))
			put_plot(page, list_at(&page->drawn, i));
	plot_put_reviews_beside(page);
	put_others(page);
}

void
plot_put_blind(struct doc *doc, struct library *library,
    const struct work *work, const char *plot)
{
	struct plot_page page = { .doc = doc, .library = library, .blind = true };
	struct work *copy = library_record(library, doc, RECTYPE_WORK,
	    work->id);
	size_t i;

	if (copy != NULL)
		list_add(doc, &page.works, copy);
	take_estimates(&page);
	for (i = 0; i < page.drawn.count; i++)
		if (text_same(((const struct drawn *)list_at(&page.drawn,
		    i))->finding->estimate->plot, plot)) {
			put_plot(&page, list_at(&page.drawn, i));
			return;
		}
}

/* The title, and how many works have nothing to plot. */
static void
plot_put_title(struct plot_page *page, const char *query)
{
	char *total = wording_total(page->doc, page->result);
	bool named = *query == '\0' || text_begins(query, "id:");
	size_t shown = works_shown(page).count;
	bool all = shown == 0 || shown == page->works.count;
	long count = all ? page->result->total : (long)shown;

	(void)doc_title(page->doc, mem_format(page->doc, "What %s say%s%s%s",
	    all ? total : wording_count(page->doc, RECTYPE_WORK, count),
	    count == 1 ? "s" : "", named ? "" : " on ", named ? "" : query));
	if (!all)
		doc_para(page->doc, mem_format(page->doc, "%s found, %zu "
		    "without a result to plot.", total, page->works.count -
		    shown));
}

struct doc *
page_plot(const void *ctx, struct library *library,
    const struct address *address)
{
	struct search all = { .target = RECTYPE_WORK, .order = ORDER_LEVEL,
	    .limit = WORKS_MAX };
	struct plot_page page = { .doc = doc_new(ctx, "plot"), .library = library,
	    .people = true, .directions = !text_same(address->plot,
	    "forest"), .estimates = !text_same(address->plot, "direction") };
	struct axis axis = library_axis(library, page.doc, NULL, address->only,
	    "outcome");
	bool more;
	long most;
	size_t i;

	page.only = axis.ids;
	page.doc->address = address_print(page.doc, address);
	page.result = library_search(library, page.doc, &all,
	    address->query);
	page.doc->found = page.result->total;
	page.own = library_technique(library, page.doc, page.result);
	plot_take_works(&page);
	take_outcomes(&page);
	plot_put_title(&page, address->query);
	more = page.result->total > (long)page.works.count;
	if (address->most != NULL && number_natural(address->most, WORKS_MAX,
	    &most))
		more |= limit_works(&page, (size_t)most);
	for (i = 0; i < page.works.count; i++)
		page.people &= text_same(((const struct work *)list_at(
		    &page.works, i))->subjects, "human");
	take_estimates(&page);
	put_remarks(page.doc, page.result);
	tell_unknown_value(page.doc, &axis);
	if (!text_begins(address->query, "id:"))
		put_reporting(page.doc, library, address->query);
	if (more)
		doc_para(page.doc, mem_format(page.doc, "Only the %zu "
		    "strongest works are shown.", page.works.count));
	doc_gap(page.doc);
	if (page.directions)
		plot_put_directions(&page);
	if (page.estimates)
		put_estimates(&page);
	return page.doc;
}
