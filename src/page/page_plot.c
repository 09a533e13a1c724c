/* Directions and estimates of the works of a search, side by side. */
#include "page/page_plot.h"

#include <math.h>
#include <string.h>

#include "base/text.h"
#include "page/grid.h"
#include "page/page_search.h"
#include "page/say.h"

enum {
	WORKS_MAX = 200,
	OUTCOMES_MAX = 7,
	LABEL_CELLS = 22,
	COLUMN_CELLS = 7,
	VALUE_CELLS = 24,
	GRAPH_CELLS = 28
};

struct view {
	struct doc		*doc;
	struct library		*library;
	bool			 linear;
	const struct result	*result;
	struct list		 works;		/* struct work */
	struct list		 outcomes;	/* struct facet_count */
	struct list		 drawn;		/* struct drawn */
};

/* An estimate that may be drawn, with where it is from. */
struct drawn {
	const struct work	*work;
	const struct finding	*finding;
	double			 value, low, high;
};

static void
take_works(struct view *view)
{
	struct work *work;
	size_t i;

	for (i = 0; i < view->result->count; i++) {
		work = library_row(view->library, view->doc, KIND_WORK,
		    view->result->hits[i].record);
		if (work != NULL)
			list_add(view->doc, &view->works, work);
	}
}

/* Directions. */

/* The outcomes without a broader one that most of the works have. */
static void
take_outcomes(struct view *view)
{
	struct list counts = library_facet(view->library, view->doc,
	    view->result, "outcome");
	const struct facet_count *row;
	const struct term *term;
	size_t i;

	for (i = 0; i < counts.count && view->outcomes.count < OUTCOMES_MAX;
	    i++) {
		row = counts.at[i];
		term = library_record(view->library, view->doc, KIND_TERM,
		    row->id);
		if (term != NULL && term->broader == NULL)
			list_add(view->doc, &view->outcomes,
			    counts.at[i]);
	}
}

static bool
says_something(const struct view *view, const struct work *work)
{
	const struct facet_count *outcome;
	size_t i;

	for (i = 0; i < view->outcomes.count; i++) {
		outcome = view->outcomes.at[i];
		if (work_direction(work, outcome->id) != NULL)
			return true;
	}
	return false;
}

static void
put_direction_names(struct view *view)
{
	struct block *line = doc_line(view->doc);
	const struct facet_count *outcome;
	size_t i;

	grid_pad(line, ROLE_LABEL, "lvl     n", 10);
	grid_pad(line, ROLE_LABEL, "work", LABEL_CELLS);
	for (i = 0; i < view->outcomes.count; i++) {
		outcome = view->outcomes.at[i];
		block_format(line, ROLE_LABEL, "%*s", COLUMN_CELLS, grid_name(
		    view->doc, view->library, outcome->id, outcome->label,
		    COLUMN_CELLS - 1));
	}
}

static void
put_direction_row(struct view *view, const struct work *work)
{
	struct block *line = doc_line(view->doc);
	const struct facet_count *outcome;
	const struct choice *direction;
	const char *n = work->participants == NULL ? NULL :
	    work->participants->n;
	char *name = text_cut(view->doc, say_short(view->doc, work),
	    LABEL_CELLS - 1);
	size_t i;

	block_format(line, ROLE_GRADE, "%s%s", work_level(work) == 0 ? "." :
	    mem_format(view->doc, "%d", work_level(work)),
	    work->level_adjusted != NULL ? "*" : " ");
	block_format(line, ROLE_TEXT, "%7s ", n == NULL ? "." : n);
	block_link(line, address_of(view->doc, KIND_WORK, work->id), name);
	block_format(line, ROLE_TEXT, "%*s", (int)(LABEL_CELLS -
	    text_width(name)), "");
	for (i = 0; i < view->outcomes.count; i++) {
		outcome = view->outcomes.at[i];
		direction = work_direction(work, outcome->id);
		block_format(line, ROLE_GRADE, "%*s", COLUMN_CELLS,
		    direction == NULL ? "." : direction->sign);
	}
	if (work->subjects != NULL && !text_same(work->subjects, "human"))
		block_format(line, ROLE_WARNING, " %s", text_same(
		    work->subjects, "none") ? "nobody" : work->subjects);
}

static void
put_direction_words(struct view *view, const struct work *work)
{
	char *said = say_directions(view->doc, view->library, work, 99);
	char *caution = say_caution(view->doc, work);

	doc_say(view->doc, mem_format(view->doc, "%s, %s: %s.%s%s",
	    say_short(view->doc, work), say_level(view->doc, work),
	    said == NULL ? "nothing measured" : said, caution == NULL ? "" :
	    " ", caution == NULL ? "" : caution));
}

static void
put_sign(struct view *view, const struct choice *row)
{
	doc_tell(view->doc, row->sign, row->label);
}

static void
put_direction_legend(struct view *view)
{
	const struct facet_count *outcome;
	size_t i;

	doc_gap(view->doc);
	for (i = 0; i < view->outcomes.count; i++) {
		outcome = view->outcomes.at[i];
		doc_tell(view->doc, grid_name(view->doc, view->library,
		    outcome->id, outcome->label, COLUMN_CELLS - 1),
		    outcome->label);
	}
	for (i = 0; i < directions.count; i++)
		put_sign(view, &directions.at[i]);
}

static void
put_directions(struct view *view)
{
	const struct work *work;
	size_t i;

	(void)doc_heading(view->doc, "Directions");
	doc_say(view->doc, "Not a vote: each sign is what one work reports, "
	    "and weak studies stand beside strong ones. The strongest are "
	    "first.");
	if (!view->linear) {
		doc_gap(view->doc);
		put_direction_names(view);
	}
	for (i = 0; i < view->works.count; i++) {
		work = view->works.at[i];
		if (!says_something(view, work))
			continue;
		if (view->linear)
			put_direction_words(view, work);
		else
			put_direction_row(view, work);
	}
	if (!view->linear)
		put_direction_legend(view);
}

/* Estimates. */

static bool
can_be_drawn(const struct estimate *e, struct drawn *to)
{
	return e->plot != NULL && e->ci_low != NULL && e->ci_high != NULL &&
	    text_number(e->value, &to->value) &&
	    text_number(e->ci_low, &to->low) &&
	    text_number(e->ci_high, &to->high);
}

static void
take_estimates(struct view *view)
{
	const struct finding *finding;
	const struct work *work;
	struct drawn *one;
	size_t i, j;

	for (i = 0; i < view->works.count; i++) {
		work = view->works.at[i];
		for (j = 0; j < work->findings.count; j++) {
			finding = work->findings.at[j];
			if (finding->estimate == NULL)
				continue;
			one = mem_new(view->doc, struct drawn);
			one->work = work;
			one->finding = finding;
			if (can_be_drawn(finding->estimate, one))
				list_add(view->doc, &view->drawn, one);
		}
	}
}

/* Ratios are drawn on a scale on which halves and doubles are as far. */
static bool
is_ratio(const struct estimate *e)
{
	return text_same(e->type, "RR") || text_same(e->type, "OR");
}

struct scale {
	bool	ratio;
	double	low, high;
};

static double
on_scale(const struct scale *scale, double x)
{
	return scale->ratio ? log(x > 0 ? x : 1e-9) : x;
}

static size_t
cell_of(const struct scale *scale, double x)
{
	double low = on_scale(scale, scale->low);
	double high = on_scale(scale, scale->high);
	double part = high > low ? (on_scale(scale, x) - low) / (high - low) :
	    0.5;

	part = part < 0 ? 0 : part > 1 ? 1 : part;
	return (size_t)lround(part * (GRAPH_CELLS - 1));
}

/* The interval as "-", its estimate as "o", no difference as ":". */
static char *
graph(const void *ctx, const struct scale *scale, const struct drawn *one)
{
	char cells[GRAPH_CELLS + 1];
	size_t i, end = cell_of(scale, one->high);

	memset(cells, ' ', GRAPH_CELLS);
	cells[GRAPH_CELLS] = '\0';
	cells[cell_of(scale, scale->ratio ? 1 : 0)] = ':';
	for (i = cell_of(scale, one->low); i <= end; i++)
		cells[i] = '-';
	cells[cell_of(scale, one->value)] = 'o';
	for (i = GRAPH_CELLS; i > 0 && cells[i - 1] == ' '; i--)
		cells[i - 1] = '\0';
	return mem_text(ctx, cells);
}

static struct scale
scale_of(const struct view *view, const char *plot)
{
	struct scale scale = { false, 0, 0 };
	const struct drawn *one;
	size_t i;

	for (i = 0; i < view->drawn.count; i++) {
		one = view->drawn.at[i];
		if (!text_same(one->finding->estimate->plot, plot))
			continue;
		if (!scale.ratio && is_ratio(one->finding->estimate))
			scale = (struct scale){ true, 1, 1 };
		scale.low = one->low < scale.low ? one->low : scale.low;
		scale.high = one->high > scale.high ? one->high : scale.high;
	}
	return scale;
}

static char *
say_null(const void *ctx, const struct scale *scale, const struct drawn *one)
{
	double none = scale->ratio ? 1 : 0;
	bool inside = one->low <= none && one->high >= none;

	return mem_format(ctx, "the interval %s %g (no difference)", inside ?
	    "includes" : "does not include", none);
}

/* What the numbers are of, below them. */
static char *
say_context(struct view *view, const struct scale *scale,
    const struct drawn *one)
{
	const struct finding *f = one->finding;
	const struct estimate *e = f->estimate;
	struct buf out = { .data = NULL };

	buf_format(view->doc, &out, "%s; %s%s%s", library_label(view->library,
	    view->doc, f->outcome), f->comparison == NULL ?
	    "comparison not told" : f->comparison, f->timepoint == NULL ? "" :
	    ", ", f->timepoint == NULL ? "" : f->timepoint);
	if (!view->linear)	/* there the estimate is told in words */
		buf_format(view->doc, &out, "; %s", choice_label(&favours,
		    e->favours));
	buf_format(view->doc, &out, "; %s", say_null(view->doc, scale, one));
	if (e->caution != NULL)
		buf_format(view->doc, &out, ". Caution: %s", e->caution);
	return out.data;
}

static void
put_drawn(struct view *view, const struct scale *scale,
    const struct drawn *one)
{
	const struct estimate *e = one->finding->estimate;
	struct block *line;
	char *name = text_cut(view->doc, say_short(view->doc, one->work),
	    LABEL_CELLS - 1);

	if (view->linear) {
		doc_say(view->doc, mem_format(view->doc, "%s: %s; %s",
		    say_short(view->doc, one->work), say_estimate(view->doc,
		    e), say_context(view, scale, one)));
		return;
	}
	line = doc_line(view->doc);
	block_link(line, address_of(view->doc, KIND_WORK, one->work->id),
	    name);
	block_format(line, ROLE_TEXT, "%*s", (int)(LABEL_CELLS -
	    text_width(name)), "");
	grid_pad(line, ROLE_GRADE, mem_format(view->doc, "%s [%s, %s]",
	    e->value, e->ci_low, e->ci_high), VALUE_CELLS);
	block_text(line, graph(view->doc, scale, one));
	block_text(doc_paragraph(view->doc, 1), say_context(view, scale,
	    one));
}

static void
put_axis(struct view *view, const struct scale *scale)
{
	char *left = mem_format(view->doc, "%g", scale->low);
	char *right = mem_format(view->doc, "%g", scale->high);
	char *null = mem_format(view->doc, "%d", scale->ratio ? 1 : 0);
	char cells[GRAPH_CELLS + 1];
	size_t at = cell_of(scale, scale->ratio ? 1 : 0);
	struct block *line = doc_line(view->doc);

	memset(cells, ' ', GRAPH_CELLS);
	cells[GRAPH_CELLS] = '\0';
	if (at > strlen(left) && at + strlen(right) + 1 < GRAPH_CELLS)
		memcpy(cells + at, null, strlen(null));
	memcpy(cells, left, strlen(left));
	memcpy(cells + GRAPH_CELLS - strlen(right), right, strlen(right));
	grid_pad(line, ROLE_TEXT, "", LABEL_CELLS + VALUE_CELLS);
	block_add(line, ROLE_LABEL, cells);
}

static void
put_plot(struct view *view, const struct drawn *first)
{
	const struct estimate *e = first->finding->estimate;
	struct scale scale = scale_of(view, e->plot);
	const struct drawn *one;
	size_t i;
	const char *type = choice_label(&estimate_types, e->type);

	(void)doc_heading(view->doc, mem_format(view->doc, "Forest plot: "
	    "%s%s%s", type, text_same(type, e->unit) ? "" : ", ",
	    text_same(type, e->unit) ? "" : e->unit));
	for (i = 0; i < view->drawn.count; i++) {
		one = view->drawn.at[i];
		if (text_same(one->finding->estimate->plot, e->plot))
			put_drawn(view, &scale, one);
	}
	if (!view->linear)
		put_axis(view, &scale);
	doc_gap(view->doc);
}

/* Whether an earlier estimate began the same plot. */
static bool
was_put(const struct view *view, size_t number)
{
	const struct drawn *one = view->drawn.at[number], *before;
	size_t i;

	for (i = 0; i < number; i++) {
		before = view->drawn.at[i];
		if (text_same(before->finding->estimate->plot,
		    one->finding->estimate->plot))
			return true;
	}
	return false;
}

static const char *
why_not(const struct estimate *e)
{
	if (text_begins(e->type, "within-arm"))
		return "a change within one group, against nothing";
	return e->ci_low == NULL ? "no interval is told" :
	    "its type and unit allow no plot";
}

static void
put_other(struct view *view, struct block *item,
    const struct finding *finding)
{
	const struct estimate *e = finding->estimate;

	block_format(item, ROLE_TEXT, ", %s: %s", library_label(view->library,
	    view->doc, finding->outcome), say_estimate(view->doc, e));
	if (finding->comparison != NULL)
		block_format(item, ROLE_TEXT, "; %s", finding->comparison);
	block_format(item, ROLE_TEXT, " (%s).", why_not(e));
	if (e->caution != NULL)
		block_format(item, ROLE_TEXT, " Caution: %s", e->caution);
}

static void
put_others(struct view *view)
{
	const struct finding *finding;
	const struct work *work;
	struct drawn one;
	struct block *item;
	bool any = false;
	size_t i, j;

	for (i = 0; i < view->works.count; i++) {
		work = view->works.at[i];
		for (j = 0; j < work->findings.count; j++) {
			finding = work->findings.at[j];
			if (finding->estimate == NULL || can_be_drawn(
			    finding->estimate, &one))
				continue;
			if (!any)
				(void)doc_heading(view->doc, "Not drawn");
			any = true;
			item = doc_item(view->doc, 0);
			block_link(item, address_of(view->doc, KIND_WORK,
			    work->id), say_short(view->doc, work));
			put_other(view, item, finding);
		}
	}
}

static void
put_estimates(struct view *view)
{
	size_t i;

	doc_gap(view->doc);
	if (view->drawn.count > 0)
		doc_say(view->doc, "Each estimate is as its source gives it. "
		    "Nothing is pooled, and no sign is turned round: read "
		    "which side is better below each.");
	for (i = 0; i < view->drawn.count; i++)
		if (!was_put(view, i))
			put_plot(view, view->drawn.at[i]);
	put_others(view);
}

struct doc *
page_plot(const void *ctx, struct library *library,
    const struct address *address, bool linear)
{
	const struct search all = { .target = PLAN_WORKS,
	    .order = ORDER_LEVEL, .limit = WORKS_MAX };
	struct view view = { doc_new(ctx, "plot"), library, linear, NULL,
	    { .at = NULL }, { .at = NULL }, { .at = NULL } };

	view.doc->address = address_print(view.doc, address);
	view.result = library_search(library, view.doc, &all,
	    address->query);
	take_works(&view);
	take_outcomes(&view);
	take_estimates(&view);
	(void)doc_title(view.doc, mem_format(view.doc, "What %s say%s%s%s",
	    say_total(view.doc, view.result), view.result->total == 1 ? "s" :
	    "", *address->query == '\0' ? "" : " on ", address->query));
	if (view.result->total > (long)view.works.count)
		doc_say(view.doc, mem_format(view.doc, "The %zu strongest are "
		    "shown.", view.works.count));
	doc_gap(view.doc);
	put_directions(&view);
	put_estimates(&view);
	return view.doc;
}
