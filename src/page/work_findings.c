/* The findings of a work, each with its estimate, interval and caution. */
#include "page/work_findings.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "page/forest.h"
#include "page/page_plot.h"
#include "page/wording.h"

enum { FOREST_CELLS = 40 };

/*
 * Plots the estimate and its interval against no difference; screen readers get
 * words.
 */
static void
put_forest(struct doc *doc, const struct estimate *e)
{
	struct forest_bar bar;
	struct forest_scale scale;
	struct block *line;
	bool ratio = forest_is_ratio(e);

	if (!forest_bar(e, &bar))
		return;
	scale = forest_scale(&bar, 1, ratio);
	line = doc_line(doc);
	block_format(line, ROLE_TEXT, "    %s  ", bar.low < (ratio ? 1 : 0) ?
	    e->ci_low : ratio ? "1" : "0");
	block_text(line, forest_draw(doc, &scale, &bar, FOREST_CELLS));
	block_format(line, ROLE_TEXT, "  %s", bar.high > (ratio ? 1 : 0) ?
	    e->ci_high : ratio ? "1" : "0");
	block_text(block_spoken(line), forest_say_null(doc, &bar, ratio));
}

static void
put_estimate(struct doc *doc, const struct work *work,
    const struct finding *finding)
{
	const struct estimate *e = finding->estimate;
	struct block *line;

	if (e == NULL && finding->p != NULL)
		block_format(doc_paragraph(doc, 2), ROLE_TEXT, "p %s",
		    finding->p);
	if (e == NULL)
		return;
	line = doc_paragraph(doc, 2);
	block_text(line, wording_estimate(doc, work, finding));
	if (finding->p != NULL)
		block_format(line, ROLE_TEXT, "; p %s", finding->p);
	put_forest(doc, e);
	if (e->caution != NULL) {
		line = doc_paragraph(doc, 2);
		block_add(line, ROLE_WARNING, "Caution: ");
		block_text(line, e->caution);
	}
}

static void
put_circumstances(struct doc *doc, const struct finding *finding)
{
	const char *const parts[] = { finding->measure, finding->comparison,
	    finding->timepoint };
	struct buf text = { .data = NULL };
	size_t i;

	for (i = 0; i < 3; i++)
		if (parts[i] != NULL)
			buf_format(doc, &text, "%s%s", text.len > 0 ? "; " :
			    "", parts[i]);
	if (text.len > 0)
		block_format(doc_paragraph(doc, 2), ROLE_TEXT, "(%s)",
		    text.data);
}

/* "mean 4.5 points (SD 1.5)", as far as recorded. */
static void
add_mean(const void *ctx, struct buf *out, const struct arm_result *r)
{
	const char *middle = r->mean != NULL ? r->mean : r->median;
	bool both = r->low != NULL && r->high != NULL;

	if (middle != NULL)
		buf_format(ctx, out, ", %s %s%s", r->mean != NULL ? "mean" :
		    "median", middle, wording_unit(ctx, r->unit));
	if (r->sd != NULL)
		buf_format(ctx, out, middle == NULL ? ", SD %s" : " (SD %s)",
		    r->sd);
	if (both)
		buf_format(ctx, out, middle == NULL || r->sd != NULL ?
		    ", %s to %s" : " (%s to %s)", r->low, r->high);
	else if (r->low != NULL || r->high != NULL)
		buf_format(ctx, out, ", %s %s", r->low != NULL ? "from" :
		    "up to", r->low != NULL ? r->low : r->high);
	if (r->mean != NULL && r->median != NULL)
		buf_format(ctx, out, ", median %s", r->median);
}

/* "Strap: n = 29, mean 4.5 points (SD 1.5)", "Strap: events 4/29". */
static char *
wording_arm_result(const void *ctx, const struct arm_result *r)
{
	struct buf out = { .data = NULL };

	if (r->events != NULL)
		buf_format(ctx, &out, ", events %s%s%s", r->events, r->n ==
		    NULL ? "" : "/", r->n == NULL ? "" : r->n);
	else if (r->n != NULL)
		buf_format(ctx, &out, ", n = %s", r->n);
	add_mean(ctx, &out, r);
	return mem_format(ctx, "%s: %s", r->arm, out.data == NULL ?
	    "not recorded" : out.data + strlen(", "));
}

static void
put_smallest_difference(struct doc *doc, const struct smallest_difference *d)
{
	struct block *line = doc_paragraph(doc, 2);

	block_format(line, ROLE_TEXT, "Minimal important difference: "
	    "%s%s", d->value, wording_unit(doc, d->unit));
	if (d->source != NULL)
		block_format(line, ROLE_TEXT, " [%s]", d->source);
	if (d->note != NULL)
		block_format(line, ROLE_TEXT, ". %s", d->note);
}

/* Results of a test against its reference standard, one row each. */
static void
put_two_by_two(struct doc *doc, const struct two_by_two *t)
{
	const struct {
		const char	*result, *with, *without;
	} rows[] = {
		{ "Positive test", t->tp, t->fp },
		{ "Negative test", t->fn, t->tn },
	};
	struct table *table = doc_table(doc, TABLE_FITTED);
	struct table_row *row;
	size_t i;

	table_head(table, "present", "condition present by the reference "
	    "standard", NULL);
	table_head(table, "absent", "condition absent by the reference "
	    "standard", NULL);
	for (i = 0; i < 2; i++) {
		row = table_row(table, 2);
		block_text(row->head, rows[i].result);
		block_text(table_cell(row), rows[i].with);
		block_text(table_cell(row), rows[i].without);
	}
}

/* "Rests on 4 studies with 155 people." */
static void
put_basis(struct doc *doc, const struct finding *f)
{
	char *studies = wording_number(doc, f->studies, "study", "studies");
	char *people = wording_number(doc, f->people, "person", "people");

	if (studies != NULL || people != NULL)
		block_format(doc_paragraph(doc, 2), ROLE_TEXT,
		    "Rests on %s%s%s", studies == NULL ? "" : studies,
		    studies == NULL || people == NULL ? "" : " with ",
		    people == NULL ? "" : people);
}

/* The basis of a finding, the results of each arm, and test accuracy. */
static void
put_details(struct doc *doc, struct library *library,
    const struct finding *f)
{
	size_t i;

	if (f->against != NULL)
		block_format(doc_paragraph(doc, 2), ROLE_TEXT,
		    "Compared with %s", library_label(library, doc,
		    f->against));
	put_basis(doc, f);
	for (i = 0; i < f->arms.count; i++)
		block_text(doc_paragraph(doc, 2), wording_arm_result(doc,
		    list_at(&f->arms, i)));
	if (f->smallest_difference != NULL)
		put_smallest_difference(doc, f->smallest_difference);
	if (f->two_by_two != NULL)
		put_two_by_two(doc, f->two_by_two);
}

void
put_finding(struct doc *doc, struct library *library, const struct work *work,
    const struct finding *finding)
{
	char *rated = wording_finding_certainty(doc, library, work, finding);
	struct block *line = doc_item(doc, 0);
	size_t i;

	block_text(line, library_label(library, doc, finding->outcome));
	for (i = 0; i < finding->also_outcomes.count; i++)
		block_format(line, ROLE_TEXT, ", %s", library_label(library,
		    doc, list_at(&finding->also_outcomes, i)));
	block_text(line, ": ");
	block_add(line, ROLE_GRADE, wording_finding(doc, library,
	    work, finding));
	if (finding->mechanism != NULL)
		block_format(line, ROLE_TEXT, " (%s)", library_label(library,
		    doc, finding->mechanism));
	line = doc_paragraph(doc, 1);
	block_text(line, finding->statement);
	block_format(line, ROLE_TEXT, " [%s]", finding->source);
	if (rated != NULL)
		block_format(doc_paragraph(doc, 2), ROLE_GRADE,
		    "Certainty: %s", rated);
	put_estimate(doc, work, finding);
	put_circumstances(doc, finding);
	put_details(doc, library, finding);
	if (finding->note != NULL)
		block_format(doc_paragraph(doc, 2), ROLE_TEXT, "Note: %s",
		    finding->note);
}

static void
put_reviews_found_beside(struct doc *doc, struct library *library,
    const struct work *work)
{
	struct list outcomes = { .at = NULL }, shown = { .at = NULL };
	struct finding *finding;
	struct forest_bar bar;
	size_t i;

	list_add(doc, &shown, mem_text(doc, work->id));
	for (i = 0; i < work->findings.count; i++) {
		finding = list_at(&work->findings, i);
		if (finding->estimate != NULL && forest_bar(finding->estimate,
		    &bar) && !list_holds(&outcomes, finding->outcome))
			list_add(doc, &outcomes, mem_text(doc,
			    finding->outcome));
	}
	put_beside(doc, library, &outcomes, &shown);
}

/* The conditions of a recommendation, as links. */
static void
put_recommended_for(struct doc *doc, struct library *library,
    const struct list *conditions)
{
	struct block *line;
	size_t i;

	if (conditions->count == 0)
		return;
	line = doc_paragraph(doc, 2);
	for (i = 0; i < conditions->count; i++) {
		block_text(line, i == 0 ? "Conditions: " : ", ");
		block_link(line, address_of(doc, RECTYPE_TERM,
		    list_at(conditions, i)), library_label(library, doc,
		    list_at(conditions, i)));
	}
}

/* "Strong recommendation", "Recommendation by consensus". */
static char *
wording_strength(const void *ctx, const char *strength)
{
	const char *label = code_label(&strengths, strength);

	if (text_same(strength, "consensus"))
		return mem_format(ctx, "recommendation %s", label);
	return mem_format(ctx, text_same(strength, "not-graded") ?
	    "recommendation, %s" : "%s recommendation", label);
}

/* "For Ice: strong recommendation, certainty low". */
static void
put_recommendation(struct doc *doc, struct library *library,
    const struct recommendation *r)
{
	const char *way = r->direction == NULL ? "" :
	    code_label(&recommendations, r->direction);
	const char *what = r->technique == NULL ? "" :
	    library_label(library, doc, r->technique);
	bool either = *way != '\0' || *what != '\0';
	char *head = mem_format(doc, "%s%s%s%s%s", way, *way != '\0' &&
	    *what != '\0' ? " " : "", what, either ? ": " : "",
	    wording_strength(doc, r->strength));
	struct block *line = doc_item(doc, 0);

	head[0] = (char)toupper((unsigned char)head[0]);
	block_add(line, ROLE_GRADE, head);
	block_format(line, ROLE_TEXT, ", certainty %s", r->certainty == NULL ?
	    "not recorded" : code_label(&ratings, r->certainty));
	line = doc_paragraph(doc, 1);
	block_text(line, r->statement);
	block_format(line, ROLE_TEXT, " [%s]", r->source);
	put_recommended_for(doc, library, &r->conditions);
}

void
put_findings(struct doc *doc, struct library *library,
    const struct work *work)
{
	size_t i;

	if (work->findings.count > 0)
		(void)doc_heading(doc, "Findings");
	for (i = 0; i < work->findings.count; i++)
		put_finding(doc, library, work, list_at(&work->findings, i));
	if (work_is_review(work))
		put_reviews_found_beside(doc, library, work);
	if (work->recommendations.count > 0)
		(void)doc_heading(doc, "Recommendations");
	for (i = 0; i < work->recommendations.count; i++)
		put_recommendation(doc, library,
		    list_at(&work->recommendations, i));
}
