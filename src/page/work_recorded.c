/* The same work in several bibliographies. */
#include "page/work_recorded.h"

#include "base/text.h"
#include "page/wording.h"
#include "page/work_findings.h"
#include "page/work_trust.h"
#include "record/work_status.h"

/* The name of a bibliography, or else its file. */
static const char *
recorded_name(const struct recorded *recorded)
{
	return recorded->bibliography != NULL ? recorded->bibliography :
	    recorded->where;
}

void
work_put_recorded(struct doc *doc, const struct work *work)
{
	const struct recorded *recorded;
	struct block *row;
	char *address;
	size_t i;

	if (work->recorded.count == 0)
		return;
	row = doc_row(doc, "Also recorded in");
	for (i = 0; i < work->recorded.count; i++) {
		recorded = list_at(&work->recorded, i);
		/*
		 * Adds "own:work/smith-2020"; its link leads to the current
		 * page.
		 */
		address = recorded->bibliography == NULL ? address_of(doc,
		    RECTYPE_WORK, recorded->id) : mem_format(doc, "%s:work/%s",
		    recorded->bibliography, recorded->id);
		block_format(row, ROLE_TEXT, "%s%s as ", i > 0 ? ", " : "",
		    recorded_name(recorded));
		block_link(row, address, address);
	}
}

/* The work, as appraised in the other bibliography. */
static struct work
judged_by(const struct work *work, const struct recorded *recorded)
{
	struct work other = *work;

	other.design = recorded->design;
	other.design_like = NULL;
	other.design_label = recorded->design_label;
	other.level = recorded->level;
	other.level_adjusted = recorded->level_adjusted;
	other.level_reason = recorded->level_reason;
	return other;
}

void
work_put_other_levels(struct doc *doc, const struct work *work)
{
	const struct recorded *recorded;
	struct work other;
	struct block *row;
	size_t i;

	if (work_is_retracted(work) || work_is_superseded(work))
		return;
	for (i = 0; i < work->recorded.count; i++) {
		recorded = list_at(&work->recorded, i);
		other = judged_by(work, recorded);
		if (recorded->level == NULL || (text_same(recorded->level,
		    work->level) && text_same(recorded->level_adjusted,
		    work->level_adjusted) && text_same(work_design_label(
		    &other), work_design_label(work))))
			continue;
		row = doc_row(doc, mem_format(doc, "Level by %s",
		    recorded_name(recorded)));
		block_add(row, ROLE_GRADE, wording_level(doc, &other));
		block_format(row, ROLE_TEXT, ", %s", work_design_label(
		    &other));
		if (other.level_reason != NULL)
			block_format(row, ROLE_TEXT, ": %s",
			    other.level_reason);
	}
}

/* Facts that the leading record lacks. */

static bool
has_finding(const struct work *work, const struct finding *finding)
{
	const struct finding *own;
	size_t i;

	for (i = 0; i < work->findings.count; i++) {
		own = list_at(&work->findings, i);
		if (text_same(own->statement, finding->statement) &&
		    text_same(own->outcome, finding->outcome) &&
		    text_same(own->direction, finding->direction))
			return true;
	}
	return false;
}

static bool
has_appraisal(const struct work *work, const struct appraisal *appraisal)
{
	const struct appraisal *own;
	size_t i;

	for (i = 0; i < work->appraisals.count; i++) {
		own = list_at(&work->appraisals, i);
		if (text_same(own->tool, appraisal->tool) &&
		    text_same(own->score, appraisal->score) &&
		    text_same(own->by, appraisal->by) &&
		    own->items.count == appraisal->items.count)
			return true;
	}
	return false;
}

static bool
has_certainty(const struct work *work, const struct certainty *certainty)
{
	const struct certainty *own;
	size_t i;

	for (i = 0; i < work->certainty.count; i++) {
		own = list_at(&work->certainty, i);
		if (text_same(own->outcome, certainty->outcome) &&
		    text_same(own->rating, certainty->rating) &&
		    text_same(own->by, certainty->by))
			return true;
	}
	return false;
}

/* The differing parts of the other record, in its own words. */
static struct work
differing(struct doc *doc, const struct work *work,
    const struct recorded *recorded)
{
	struct work other = judged_by(work, recorded);
	size_t i;

	other.findings = other.appraisals = other.certainty =
	    (struct list){ .at = NULL };
	other.evidence_note = text_same(recorded->evidence_note,
	    work->evidence_note) ? NULL : recorded->evidence_note;
	other.sources = recorded->sources;
	for (i = 0; i < recorded->findings.count; i++)
		if (!has_finding(work, list_at(&recorded->findings, i)))
			list_add(doc, &other.findings,
			    list_at(&recorded->findings, i));
	for (i = 0; i < recorded->appraisals.count; i++)
		if (!has_appraisal(work, list_at(&recorded->appraisals, i)))
			list_add(doc, &other.appraisals,
			    list_at(&recorded->appraisals, i));
	for (i = 0; i < recorded->certainty.count; i++)
		if (!has_certainty(work, list_at(&recorded->certainty, i)))
			list_add(doc, &other.certainty,
			    list_at(&recorded->certainty, i));
	return other;
}

static void
recorded_put(struct doc *doc, struct library *library,
    const struct work *other, const char *name)
{
	size_t i;

	(void)doc_heading(doc, mem_format(doc, "As recorded in %s", name));
	if (other->evidence_note != NULL)
		doc_para(doc, other->evidence_note);
	for (i = 0; i < other->findings.count; i++)
		put_finding(doc, library, other, list_at(&other->findings, i));
	put_certainty(doc, library, other);
	if (other->appraisals.count > 0)
		put_appraisals(doc, library, other);
	for (i = 0; i < other->sources.count; i++)
		put_source(doc, list_at(&other->sources, i));
}

void
work_put_other_records(struct doc *doc, struct library *library,
    const struct work *work)
{
	const struct recorded *recorded;
	struct work *other;
	size_t i;

	for (i = 0; i < work->recorded.count; i++) {
		recorded = list_at(&work->recorded, i);
		other = mem_new(doc, struct work);
		*other = differing(doc, work, recorded);
		if (other->evidence_note != NULL || other->findings.count +
		    other->appraisals.count + other->certainty.count > 0)
			recorded_put(doc, library, other, recorded_name(recorded));
	}
}
