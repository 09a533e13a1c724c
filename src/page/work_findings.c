/* What a work found: each finding with its estimate, interval and caution. */
#include "page/work_findings.h"

#include "base/text.h"
#include "page/forest.h"
#include "page/page_plot.h"
#include "page/page_record.h"
#include "page/wording.h"

enum { FOREST_CELLS = 40 };

/* The estimate and its interval against no difference; said in words. */
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
put_estimate(struct doc *doc, const struct finding *finding)
{
	const struct estimate *e = finding->estimate;
	struct block *line;

	if (e == NULL && finding->p != NULL)
		block_format(doc_paragraph(doc, 2), ROLE_TEXT, "p %s",
		    finding->p);
	if (e == NULL)
		return;
	line = doc_paragraph(doc, 2);
	block_text(line, wording_estimate(doc, e));
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

/* What it rests on, what each arm showed, tables of tests. */
static void
put_details(struct doc *doc, struct library *library,
    const struct finding *f)
{
	struct block *line;
	size_t i;

	if (f->against != NULL)
		block_format(doc_paragraph(doc, 2), ROLE_TEXT,
		    "Compared with %s", library_label(library, doc,
		    f->against));
	if (f->studies != NULL || f->people != NULL)
		block_format(doc_paragraph(doc, 2), ROLE_TEXT,
		    "Rests on %s%s%s%s%s", f->studies == NULL ? "" :
		    f->studies, f->studies == NULL ? "" : " studies",
		    f->studies == NULL || f->people == NULL ? "" : " with ",
		    f->people == NULL ? "" : f->people, f->people == NULL ?
		    "" : " people");
	for (i = 0; i < f->arms.count; i++)
		put_part_line(doc_paragraph(doc, 2), doc, library,
		    &arm_result_schema, list_at(&f->arms, i));
	if (f->smallest_difference != NULL) {
		line = doc_paragraph(doc, 2);
		block_text(line, "Smallest difference that matters: ");
		put_part_line(line, doc, library, &smallest_difference_schema,
		    f->smallest_difference);
	}
	if (f->two_by_two != NULL)
		put_part_line(doc_paragraph(doc, 2), doc, library,
		    &two_by_two_schema, f->two_by_two);
}

static void
put_finding(struct doc *doc, struct library *library,
    const struct finding *finding)
{
	struct block *line = doc_item(doc, 0);
	size_t i;

	block_text(line, library_label(library, doc, finding->outcome));
	for (i = 0; i < finding->also_outcomes.count; i++)
		block_format(line, ROLE_TEXT, ", %s", library_label(library,
		    doc, list_at(&finding->also_outcomes, i)));
	block_text(line, ": ");
	block_add(line, ROLE_GRADE, wording_finding(doc, library, finding));
	if (finding->mechanism != NULL)
		block_format(line, ROLE_TEXT, " (%s)", library_label(library,
		    doc, finding->mechanism));
	line = doc_paragraph(doc, 1);
	block_text(line, finding->statement);
	block_format(line, ROLE_TEXT, " [%s]", finding->source);
	put_estimate(doc, finding);
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

void
put_findings(struct doc *doc, struct library *library,
    const struct work *work)
{
	size_t i;

	if (work->findings.count > 0)
		(void)doc_heading(doc, "Findings");
	for (i = 0; i < work->findings.count; i++)
		put_finding(doc, library, list_at(&work->findings, i));
	if (work_is_review(work))
		put_reviews_found_beside(doc, library, work);
	put_parts(doc, library, "Recommendations", &work_schema, work,
	    "recommendations");
}
